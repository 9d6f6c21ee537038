import type { Node } from 'prosemirror-model'
import type { Alignment, Level, Modality } from '#content-schema/module.ts'
import { type Xml, x, xmlDocument } from '../xml/xml.ts'
import { hasQuestions } from './has-questions.ts'
import {
  dayOf,
  editionIri,
  editionText,
  learningTime,
  licenceText,
  short,
  vcard,
} from './identifiers.ts'
import { type Parcel, withText } from './parcel.ts'

/**
 * Adds the record that French catalogues harvest. It is a file of its own: the strict schema of a
 * SCORM manifest refuses the French extensions, and theirs refuses the words of plain LOM.
 */
export function addScolomfr(parcel: Parcel): Parcel {
  return withText(parcel, 'scolomfr.xml', 'text/xml', xmlDocument(scolomfr(parcel)))
}

/** What a record is made from, and where the module is found: beside the record when not said. */
export type Described = Pick<Parcel, 'doc'> & {
  source: Omit<Parcel['source'], 'assets' | 'earlier'>
  settings: Pick<Parcel['settings'], 'iriBase' | 'language'>
  location?: string | undefined
}

/** @see ScoLOMFR 3.1 (Réseau Canopé, 2016), NF Z76-041 */
export function scolomfr({ source, settings, doc, location = 'index.html' }: Described): Xml {
  const { facts, alignments } = source
  const language = languageCode(facts.language)
  return x(
    'lom:lom',
    namespaces,
    general(source, settings.iriBase, language),
    lifeCycle(source, language),
    x(
      'lom:metaMetadata',
      {},
      ['LOMv1.0', 'LOMFRv1.0', scheme].map((name) => x('lom:metadataSchema', {}, name)),
      x('lom:language', {}, language),
    ),
    x('lom:technical', {}, x('lom:format', {}, 'text/html'), x('lom:location', {}, location)),
    educational(source, doc, language),
    rights(source, settings.language),
    facts.objective && purpose('educational_objective', facts.objective, language),
    facts.prerequisites && purpose('prerequisite', facts.prerequisites, language),
    alignments.map((alignment) => competency(alignment, language)),
  )
}

type Source = Described['source']

function general(source: Source, iriBase: string, language: string): Xml {
  const { title, summary, keywords } = source.facts
  return x(
    'lom:general',
    {},
    x(
      'lom:identifier',
      {},
      x('lom:catalog', {}, 'URI'),
      x('lom:entry', {}, editionIri(source, iriBase)),
    ),
    x('lom:title', {}, string(title, language)),
    x('lom:language', {}, language),
    x('lom:description', {}, string(short(summary || title), language)),
    keywords.map((keyword) => x('lom:keyword', {}, string(keyword, language))),
    concept('structure', 'atomic'),
    concept('aggregationLevel', 'scolomfr-voc-008-num-02'),
    french('lomfr:documentType', 'ressource interactive'),
  )
}

function lifeCycle(source: Source, language: string): Xml {
  return x(
    'lom:lifeCycle',
    {},
    x('lom:version', {}, string(editionText(source), language)),
    concept('status', 'final'),
    source.facts.authors.map((author) =>
      x(
        'lom:contribute',
        {},
        concept('role', 'author'),
        x('lom:entity', {}, vcard(author)),
        x('lom:date', {}, x('lom:dateTime', {}, dayOf(source.publishedAt))),
      ),
    ),
  )
}

function educational({ facts }: Source, doc: Node, language: string): Xml {
  const asks = hasQuestions(doc)
  return x(
    'lom:educational',
    {},
    concept('learningResourceType', 'lecture'),
    asks && concept('learningResourceType', 'exercise'),
    concept('intendedEndUserRole', 'learner'),
    concept('context', 'training'),
    concept('difficulty', difficulties[facts.level]),
    x('lom:typicalLearningTime', {}, x('lom:duration', {}, learningTime(facts.minutes))),
    x('lom:language', {}, language),
    french('lomfr:activity', 'apprendre'),
    asks && french('lomfr:activity', "s'exercer"),
    x(
      'scolomfr:educationalMethod',
      {},
      x('scolomfr:source', {}, scheme),
      x('scolomfr:value', {}, `${concepts}${methods[facts.modality]}`),
    ),
  )
}

const difficulties: Record<Level, string> = {
  discovery: 'very_easy',
  beginner: 'easy',
  intermediate: 'medium',
  advanced: 'difficult',
}

/** On one's own, with a tutor, both at a distance and in a room. */
const methods: Record<Modality, string> = {
  'self-paced': 'scolomfr-voc-018-num-003',
  tutored: 'scolomfr-voc-018-num-015',
  blended: 'scolomfr-voc-018-num-016',
}

function rights({ facts }: Source, language: 'fr' | 'en'): Xml {
  const text = licenceText(facts.licence, language)
  return x(
    'lom:rights',
    {},
    concept('copyrightAndOtherRestrictions', 'yes_2'),
    x('lom:description', {}, string(text, languageCode(language))),
  )
}

function purpose(name: string, text: string, language: string): Xml {
  return x(
    'lom:classification',
    {},
    concept('purpose', name),
    x('lom:description', {}, string(short(text), language)),
  )
}

function competency(alignment: Alignment, language: string): Xml {
  const { frameworkCode, competencyBlockCode, label } = alignment
  return x(
    'lom:classification',
    {},
    concept('purpose', 'competency'),
    x(
      'lom:taxonPath',
      {},
      x('lom:source', {}, string(frameworkCode, language)),
      x(
        'lom:taxon',
        {},
        x('lom:id', {}, competencyBlockCode),
        x('lom:entry', {}, string(short(label), language)),
      ),
    ),
  )
}

const scheme = 'SCOLOMFRv3.1'
const concepts = 'http://data.education.fr/voc/scolomfr/concept/'

const namespaces = {
  'xmlns:lom': 'http://ltsc.ieee.org/xsd/LOM',
  'xmlns:lomfr': 'http://www.lom-fr.fr/xsd/LOMFR',
  'xmlns:scolomfr': 'http://www.lom-fr.fr/xsd/SCOLOMFR',
}

/** A word of the vocabularies that ScoLOMFR names by an address. */
function concept(element: string, name: string): Xml {
  return x(
    `lom:${element}`,
    {},
    x('lom:source', {}, scheme),
    x('lom:value', {}, `${concepts}${name}`),
  )
}

/** A word of LOM-FR, which names its own in French. */
function french(element: 'lomfr:documentType' | 'lomfr:activity', value: string): Xml {
  return x(element, {}, x('lomfr:source', {}, 'LOMFRv1.0'), x('lomfr:value', {}, value))
}

function string(text: string, language: string): Xml {
  return x('lom:string', { language }, text)
}

/** Catalogues name French and English by three letters, others as they are. @see ISO 639-2/B */
function languageCode(tag: string): string {
  const [language = ''] = tag.split('-')
  return { fr: 'fre', en: 'eng' }[language] ?? tag
}
