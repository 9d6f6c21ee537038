import type { Alignment } from '#content-schema/module.ts'
import type { Described } from '#packaging/pipeline/add-scolomfr.ts'
import {
  dayOf,
  editionIri,
  editionText,
  learningTime,
  licenceText,
  short,
  vcard,
} from '#packaging/pipeline/identifiers.ts'
import { type Xml, x } from '#packaging/xml/xml.ts'

/**
 * What a catalogue may read about the module. Plain LOM: the strict schema refuses the French
 * extensions.
 *
 * @see IEEE 1484.12.3, LOM XML binding
 */
export function metadata(
  { source, settings, location }: Omit<Described, 'doc'>,
  namespaces: Record<string, string> = {},
): Xml {
  const { facts, alignments } = source
  return x(
    'lom:lom',
    namespaces,
    general(source, settings.iriBase),
    lifeCycle(source),
    x(
      'lom:metaMetadata',
      {},
      x('lom:metadataSchema', {}, 'LOMv1.0'),
      x('lom:language', {}, facts.language),
    ),
    x(
      'lom:technical',
      {},
      x('lom:format', {}, 'text/html'),
      location !== undefined && x('lom:location', {}, location),
    ),
    educational(source),
    rights(source, settings.language),
    facts.objective && purpose('educational objective', facts.objective, facts.language),
    facts.prerequisites && purpose('prerequisite', facts.prerequisites, facts.language),
    alignments.map((alignment) => competency(alignment, facts.language)),
  )
}

type Source = Described['source']

function general(source: Source, iriBase: string): Xml {
  const { title, language, summary, keywords } = source.facts
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
    x('lom:structure', {}, vocabulary('atomic')),
    x('lom:aggregationLevel', {}, vocabulary('2')),
  )
}

function lifeCycle(source: Source): Xml {
  const { language, authors } = source.facts
  return x(
    'lom:lifeCycle',
    {},
    x('lom:version', {}, string(editionText(source), language)),
    x('lom:status', {}, vocabulary('final')),
    authors.map((author) =>
      x(
        'lom:contribute',
        {},
        x('lom:role', {}, vocabulary('author')),
        x('lom:entity', {}, vcard(author)),
        x('lom:date', {}, x('lom:dateTime', {}, dayOf(source.publishedAt))),
      ),
    ),
  )
}

function educational({ facts }: Source): Xml {
  return x(
    'lom:educational',
    {},
    x('lom:intendedEndUserRole', {}, vocabulary('learner')),
    x('lom:context', {}, vocabulary('training')),
    x('lom:typicalLearningTime', {}, x('lom:duration', {}, learningTime(facts.minutes))),
    x('lom:language', {}, facts.language),
  )
}

function rights({ facts }: Source, language: 'fr' | 'en'): Xml {
  const text = licenceText(facts.licence, language)
  return x(
    'lom:rights',
    {},
    x('lom:copyrightAndOtherRestrictions', {}, vocabulary('yes')),
    x('lom:description', {}, string(text, language)),
  )
}

function purpose(name: string, text: string, language: string): Xml {
  return x(
    'lom:classification',
    {},
    x('lom:purpose', {}, vocabulary(name)),
    x('lom:description', {}, string(short(text), language)),
  )
}

function competency(alignment: Alignment, language: string): Xml {
  return x(
    'lom:classification',
    {},
    x('lom:purpose', {}, vocabulary('competency')),
    x(
      'lom:taxonPath',
      {},
      x('lom:source', {}, string(alignment.frameworkCode, language)),
      x(
        'lom:taxon',
        {},
        x('lom:id', {}, alignment.competencyBlockCode),
        x('lom:entry', {}, string(short(alignment.label), language)),
      ),
    ),
  )
}

function vocabulary(value: string): Xml[] {
  return [x('lom:source', {}, 'LOMv1.0'), x('lom:value', {}, value)]
}

function string(text: string, language: string): Xml {
  return x('lom:string', { language }, text)
}
