import { type Parcel, withText } from '#packaging/pipeline/parcel.ts'
import { xmlDocument } from '#packaging/xml/xml.ts'
import { metadata } from './metadata.ts'

export const metadataPath = 'metadata.xml'

/**
 * Adds the metadata as a file that the manifest names: the schemas of the 3rd edition allow nothing
 * in a manifest that they do not describe themselves, and they leave LOM out.
 */
export function addMetadata(parcel: Parcel): Parcel {
  const xml = xmlDocument(metadata(parcel, { 'xmlns:lom': 'http://ltsc.ieee.org/xsd/LOM' }))
  return withText(parcel, metadataPath, 'text/xml', xml)
}
