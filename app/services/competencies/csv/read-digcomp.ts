import type { Criterion, Framework } from '#content-schema/competencies.ts'
import { bareFramework } from '../bare-framework.ts'
import { blocksFromItems, type Item } from '../blocks-from-items.ts'
import { FrameworkFileError } from '../rncp/framework-file-error.ts'
import type { Table } from './read-table.ts'

const code = 'DIGCOMP-3.0'
const title = 'DigComp 3.0'

/** How our bank recognises the framework, and a competence of it by its number. */
export const digcompOrigin = 'digcomp:3.0'
const originOf = (number: string) => `digcomp:${number}`

/** Statements or outcomes of competences that are there already, by the origin of each. */
export type DigcompDetails = { details: Map<string, Criterion[]> }

export function isDigcomp({ header }: Table): boolean {
  return header[0] === 'location' && header[2] === 'source'
}

/**
 * The competences of DigComp 3.0 as its data supplement gives them, or what details them: the
 * supplement comes in several tables.
 *
 * @throws FrameworkFileError when the table holds none of them, as that of the levels does
 * @see https://doi.org/10.2760/0001149
 */
export function readDigcomp(table: Table): Framework | DigcompDetails {
  const details = detailsOf(table)
  if (details.size > 0) return { details }
  const items = itemsOf(table)
  if (items.length === 0) throw new FrameworkFileError('framework.no-competency')
  return bareFramework({
    code,
    kind: 'digcomp',
    origin: digcompOrigin,
    title,
    certifiers: ['European Commission, Joint Research Centre'],
    licence: 'cc-by-4.0',
    competencyBlocks: blocksFromItems(items, { code, label: title }),
  })
}

function itemsOf(table: Table): Item[] {
  const found = new Map<string, Item>()
  for (const [place, text] of texts(table)) {
    const [, kind, number, field] =
      /^digcomp\.(area|competence)\.([\d.]+)\.(label|description)$/.exec(place) ?? []
    if (!kind || !number || !field) continue
    const parent = kind === 'area' ? null : originOf(number.split('.')[0]!)
    const origin = originOf(number)
    const known = found.get(number) ?? {
      origin,
      parent,
      code: number,
      label: '',
      description: '',
    }
    found.set(number, { ...known, [field]: text })
  }
  return [...found.values()]
}

function detailsOf(table: Table): Map<string, Criterion[]> {
  const found = new Map<string, Criterion[]>()
  for (const [place, label] of texts(table)) {
    const [, code, number] =
      /^digcomp\.(?:statement|outcome)\.((?:CS|LO)(\d+\.\d+)\.\w+)$/.exec(place) ?? []
    if (!code || !number) continue
    const competence = originOf(number)
    const origin = originOf(code)
    found.set(competence, [...(found.get(competence) ?? []), { code, label, origin }])
  }
  return found
}

/** A translation stands in the last column, where there is one. */
function texts({ rows }: Table): [place: string, text: string][] {
  return rows.map(([place = '', _context, source = '', target = '']) => [
    place,
    target || source,
  ])
}
