import { type Xml, x } from '../xml/xml.ts'
import type { Described } from './add-scolomfr.ts'
import { dayOf, editionIri, licenceText } from './identifiers.ts'

const namespaces = {
  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xsi:schemaLocation':
    'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
}

/**
 * What every catalogue understands about a module. The prefix `xsi` is declared around it.
 *
 * @see DCMI Metadata Element Set 1.1; OAI-PMH 2.0, §3.4
 */
export function dublinCore({ source, settings, location }: Omit<Described, 'doc'>): Xml {
  const { facts, alignments, organisation, publishedAt } = source
  const language = { 'xml:lang': facts.language }
  return x(
    'oai_dc:dc',
    namespaces,
    x('dc:title', language, facts.title),
    facts.authors.map((author) => x('dc:creator', {}, author)),
    facts.keywords.map((keyword) => x('dc:subject', language, keyword)),
    alignments.map(({ frameworkCode, label }) =>
      x('dc:subject', language, `${frameworkCode} – ${label}`),
    ),
    facts.summary && x('dc:description', language, facts.summary),
    facts.objective && x('dc:description', language, facts.objective),
    organisation !== undefined && x('dc:publisher', {}, organisation),
    x('dc:date', {}, dayOf(publishedAt)),
    x('dc:type', {}, 'http://purl.org/dc/dcmitype/InteractiveResource'),
    x('dc:format', {}, 'text/html'),
    location !== undefined && x('dc:identifier', {}, location),
    x('dc:identifier', {}, editionIri(source, settings.iriBase)),
    x('dc:language', {}, facts.language),
    x('dc:rights', language, licenceText(facts.licence, settings.language)),
  )
}
