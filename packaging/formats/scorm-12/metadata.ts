import type { Alignment } from '#content-schema/module.ts'
import {
  dayOf,
  editionIri,
  editionText,
  learningTime,
  licenceText,
  short,
  vcard,
} from '#packaging/pipeline/identifiers.ts'
import type { Parcel } from '#packaging/pipeline/parcel.ts'
import { type Xml, x } from '#packaging/xml/xml.ts'

/**
 * What a catalogue may read about the module, in the older form that SCORM 1.2 takes.
 *
 * @see IMS Learning Resource Meta-data 1.2.1
 */
export function metadata({ source, settings }: Parcel): Xml {
  const { facts, alignments } = source
  return x(
    'imsmd:lom',
    {},
    general(source, settings.iriBase),
    lifecycle(source),
    x(
      'imsmd:metametadata',
      {},
      x('imsmd:metadatascheme', {}, 'IMS:1.2.1'),
      x('imsmd:language', {}, facts.language),
    ),
    x('imsmd:technical', {}, x('imsmd:format', {}, 'text/html')),
    educational(source),
    rights(source, settings.language),
    facts.objective && purpose('Educational Objective', facts.objective, facts.language),
    facts.prerequisites && purpose('Prerequisite', facts.prerequisites, facts.language),
    alignments.map((alignment) => competency(alignment, facts.language)),
  )
}

type Source = Parcel['source']

function general(source: Source, iriBase: string): Xml {
  const { title, code, language, summary, keywords } = source.facts
  return x(
    'imsmd:general',
    {},
    x('imsmd:identifier', {}, code),
    x('imsmd:title', {}, string(title, language)),
    x(
      'imsmd:catalogentry',
      {},
      x('imsmd:catalog', {}, 'URI'),
      x('imsmd:entry', {}, string(editionIri(source, iriBase), 'x-none')),
    ),
    x('imsmd:language', {}, language),
    x('imsmd:description', {}, string(short(summary || title), language)),
    keywords.map((keyword) => x('imsmd:keyword', {}, string(keyword, language))),
    x('imsmd:structure', {}, vocabulary('Atomic')),
    x('imsmd:aggregationlevel', {}, vocabulary('2')),
  )
}

function lifecycle(source: Source): Xml {
  const { language, authors } = source.facts
  return x(
    'imsmd:lifecycle',
    {},
    x('imsmd:version', {}, string(editionText(source), language)),
    x('imsmd:status', {}, vocabulary('Final')),
    authors.map((author) =>
      x(
        'imsmd:contribute',
        {},
        x('imsmd:role', {}, vocabulary('Author')),
        x('imsmd:centity', {}, x('imsmd:vcard', {}, vcard(author))),
        x('imsmd:date', {}, x('imsmd:datetime', {}, dayOf(source.publishedAt))),
      ),
    ),
  )
}

function educational({ facts }: Source): Xml {
  return x(
    'imsmd:educational',
    {},
    x('imsmd:intendedenduserrole', {}, vocabulary('Learner')),
    x('imsmd:context', {}, vocabulary('Vocational Training')),
    x('imsmd:typicallearningtime', {}, x('imsmd:datetime', {}, learningTime(facts.minutes))),
    x('imsmd:language', {}, facts.language),
  )
}

function rights({ facts }: Source, language: 'fr' | 'en'): Xml {
  const text = licenceText(facts.licence, language)
  return x(
    'imsmd:rights',
    {},
    x('imsmd:copyrightandotherrestrictions', {}, vocabulary('yes')),
    x('imsmd:description', {}, string(text, language)),
  )
}

function purpose(name: string, text: string, language: string): Xml {
  return x(
    'imsmd:classification',
    {},
    x('imsmd:purpose', {}, vocabulary(name)),
    x('imsmd:description', {}, string(short(text), language)),
  )
}

function competency(alignment: Alignment, language: string): Xml {
  return x(
    'imsmd:classification',
    {},
    x('imsmd:purpose', {}, vocabulary('Skill Level')),
    x(
      'imsmd:taxonpath',
      {},
      x('imsmd:source', {}, string(alignment.frameworkCode, 'x-none')),
      x(
        'imsmd:taxon',
        {},
        x('imsmd:id', {}, alignment.competencyBlockCode),
        x('imsmd:entry', {}, string(short(alignment.label), language)),
      ),
    ),
  )
}

function vocabulary(value: string): Xml[] {
  return [
    x('imsmd:source', {}, string('LOMv1.0', 'x-none')),
    x('imsmd:value', {}, string(value, 'x-none')),
  ]
}

function string(text: string, language: string): Xml {
  return x('imsmd:langstring', { 'xml:lang': language }, text)
}
