import type { CodedLabel, CompetencyBlock, Framework } from '#content-schema/competencies.ts'
import type { Entry } from './entries.ts'
import { FrameworkFileError } from './framework-file-error.ts'
import { readDay } from './read-day.ts'
import { splitCompetencies } from './split-competencies.ts'
import { elementsAt, textAt, textsAt, type XmlElement } from './xml-element.ts'

const routes = ['FI', 'CA', 'FC', 'CQ', 'CL', 'VAE']

/**
 * A framework from one `FICHE` of the register.
 *
 * @throws FrameworkFileError when what names it is missing or a date cannot be a day
 * @see France compétences, flux RNCP-RS V4.1
 */
export function readEntry({ element, line }: Entry): Framework {
  const code = required(element, 'NUMERO_FICHE', line)
  const day = (field: string) => readDay(textAt(element, field), { code, field })
  return {
    code,
    title: required(element, 'INTITULE', line),
    abbreviation: textAt(element, 'ABREGE', 'CODE'),
    kind: code.startsWith('RS') ? 'RS' : 'RNCP',
    level: levelOf(textAt(element, 'NOMENCLATURE_EUROPE', 'NIVEAU')),
    active: textAt(element, 'ACTIF') === 'Oui',
    validFrom: day('DATE_EFFET'),
    validUntil: day('DATE_FIN_ENREGISTREMENT'),
    awardedUntil: day('DATE_LIMITE_DELIVRANCE'),
    publishedOn: day('DATE_DE_PUBLICATION'),
    certifiers: textsAt(element, 'CERTIFICATEURS', 'CERTIFICATEUR', 'NOM_CERTIFICATEUR'),
    routes: routes.filter((route) => textAt(element, `SI_JURY_${route}`, 'ACTIF') === 'Oui'),
    rome: coded(element, 'CODES_ROME', 'ROME'),
    nsf: coded(element, 'CODES_NSF', 'NSF'),
    formacodes: coded(element, 'FORMACODES', 'FORMACODE'),
    ...filiation(element),
    licence: 'etalab-2.0',
    competencyBlocks: code.startsWith('RS')
      ? wholeEntry(element, code)
      : competencyBlocksOf(element, code, line),
  }
}

/**
 * An entry of the specific register has no blocks, by law (Code du travail, art. L. 6113-1): what
 * it certifies stands in one text, under the entry's own code.
 */
function wholeEntry(element: XmlElement, code: string): CompetencyBlock[] {
  const source = elementsAt(element, ['CAPACITES_ATTESTEES'])[0]?.text ?? ''
  if (source.trim() === '') return []
  const assessment = elementsAt(element, ['MODALITES_EVALUATION'])[0]?.text ?? ''
  const label = textAt(element, 'INTITULE')
  return [{ code, label, source, ...splitCompetencies(source), assessment }]
}

function required(element: XmlElement, field: string, line: number): string {
  const text = textAt(element, field)
  if (text === '') throw new FrameworkFileError('framework.entry-incomplete', { field, line })
  return text
}

/** `NIV3` to `NIV8`; `AUCUN` when the certification has no level. */
function levelOf(text: string): number | null {
  const level = /^NIV([3-8])$/.exec(text)?.[1]
  return level === undefined ? null : Number(level)
}

function coded(element: XmlElement, ...path: string[]): CodedLabel[] {
  return elementsAt(element, path).map((each) => ({
    code: textAt(each, 'CODE'),
    label: textAt(each, 'LIBELLE'),
  }))
}

function filiation(element: XmlElement): Pick<Framework, 'replaces' | 'replacedBy'> {
  const of = (group: string, item: string, id: string) => textsAt(element, group, item, id)
  return {
    replaces: of(
      'ANCIENNES_CERTIFICATIONS',
      'ANCIENNE_CERTIFICATION',
      'ID_FICHE_ANCIENNE_CERTIFICATION',
    ),
    replacedBy: of(
      'NOUVELLES_CERTIFICATIONS',
      'NOUVELLE_CERTIFICATION',
      'ID_FICHE_NOUVELLE_CERTIFICATION',
    ),
  }
}

/** Only those that stand directly in the entry: a correspondence uses the same name for others. */
function competencyBlocksOf(element: XmlElement, code: string, line: number) {
  const found = elementsAt(element, ['BLOCS_COMPETENCES', 'BLOC_COMPETENCES'])
  const blocks = found.map((block) => competencyBlock(block, line))
  const codes = new Set<string>()
  for (const { code: block } of blocks) {
    if (codes.has(block))
      throw new FrameworkFileError('framework.repeated-block', { code, block })
    codes.add(block)
  }
  return blocks
}

function competencyBlock(element: XmlElement, line: number): CompetencyBlock {
  const source = elementsAt(element, ['LISTE_COMPETENCES'])[0]?.text ?? ''
  return {
    code: required(element, 'CODE', line),
    label: textAt(element, 'LIBELLE'),
    source,
    ...splitCompetencies(source),
    assessment: elementsAt(element, ['MODALITES_EVALUATION'])[0]?.text ?? '',
  }
}
