import { activityTypes } from '#content-schema/statements/vocabulary.ts'
import { editionIri, short } from '#packaging/pipeline/identifiers.ts'
import { type Parcel, withText } from '#packaging/pipeline/parcel.ts'
import { x, xmlDocument } from '#packaging/xml/xml.ts'

/**
 * Adds `tincan.xml` at the root: one activity, the one that is launched.
 *
 * @see Rustici Software, Tin Can API launch method
 */
export function writeTincan(parcel: Parcel): Parcel {
  const { source, settings } = parcel
  const { title, summary, language } = source.facts
  const xml = xmlDocument(
    x(
      'tincan',
      { xmlns: 'http://projecttincan.com/tincan.xsd' },
      x(
        'activities',
        {},
        x(
          'activity',
          { id: editionIri(source, settings.iriBase), type: activityTypes.module },
          x('name', { lang: language }, title),
          x('description', { lang: language }, short(summary || title)),
          x('launch', { lang: language }, 'index.html'),
        ),
      ),
    ),
  )
  return withText(parcel, 'tincan.xml', 'text/xml', xml)
}
