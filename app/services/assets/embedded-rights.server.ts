import sharp from 'sharp'
import { type LicenceReading, readLicence } from '#content-schema/licences/read-licence.ts'
import type { SaidRights } from '#packaging/import/imported.ts'
import { assetPath } from './asset-files.server.ts'
import { type CameraRights, rightsInExif, rightsInIptc } from './camera-rights.ts'
import type { AssetWithRights } from './find-asset.server.ts'

/** What a file, or what it came in, says of its rights: proposed to a person, never taken as said. */
export type EmbeddedRights = {
  /** As it is written there. */
  found: string[]
  reading: LicenceReading
  title: string
  authors: string[]
  source: string
  /** Name of the document that it came in and that says so; `null`: the file itself. */
  from: string | null
}

/** Longer metadata is the history of an editing program. */
const longestXmp = 200_000

/** Read from the XMP, else the IPTC and Exif of the file itself; `null` where it says nothing of rights. */
export async function embeddedRights(
  dataDir: string,
  { digest, mediaType }: Pick<AssetWithRights, 'digest' | 'mediaType'>,
): Promise<EmbeddedRights | null> {
  if (!/^image\/(jpeg|png|webp|avif|gif)$/.test(mediaType)) return null
  const { xmp, iptc, exif } = await sharp(assetPath(dataDir, digest), {
    limitInputPixels: false,
  })
    .metadata()
    .catch(() => ({ xmp: undefined, iptc: undefined, exif: undefined }))
  const inXmp = xmp && rightsInXmp(xmp.subarray(0, longestXmp).toString('utf8'))
  if (inXmp) return inXmp
  return (
    (iptc && ofCamera(rightsInIptc(iptc))) || (exif && ofCamera(rightsInExif(exif))) || null
  )
}

/** What the document says that a file came in. */
export function rightsOfDocument(said: SaidRights & { from: string }): EmbeddedRights | null {
  const { authors, licence, source, from } = said
  const found = ofCamera({ title: '', authors, source, terms: licence ? [licence] : [] })
  return found && { ...found, from }
}

function ofCamera({ title, authors, terms, source }: CameraRights): EmbeddedRights | null {
  if (terms.length === 0 && authors.length === 0 && source === '') return null
  return asFound({ terms, authors, title, source })
}

/** @see XMP specification part 2 (ISO 16684-1), "XMP Rights Management namespace"; IPTC Core 1.3 */
export function rightsInXmp(xmp: string): EmbeddedRights | null {
  const addresses = [...valuesOf(xmp, 'xmpRights:WebStatement'), ...valuesOf(xmp, 'cc:license')]
  const terms = [
    ...addresses,
    ...valuesOf(xmp, 'xmpRights:UsageTerms'),
    ...valuesOf(xmp, 'dc:rights'),
  ]
  const authors = [...valuesOf(xmp, 'dc:creator'), ...valuesOf(xmp, 'cc:attributionName')]
  const title = valuesOf(xmp, 'dc:title')[0] ?? ''
  const source = [
    ...valuesOf(xmp, 'cc:attributionURL'),
    ...valuesOf(xmp, 'photoshop:Source'),
    ...valuesOf(xmp, 'dc:source'),
  ][0]
  if (terms.length === 0 && authors.length === 0 && !source) return null
  return asFound({ terms, authors, title, source: source ?? '' })
}

function asFound({ terms, authors, title, source }: CameraRights): EmbeddedRights {
  return {
    from: null,
    found: [...new Set([...terms, ...authors])].map((text) => text.slice(0, 300)),
    reading: readLicence(terms.join(' ; ')),
    title: title.slice(0, 200),
    authors: [...new Set(authors)].slice(0, 20).map((name) => name.slice(0, 120)),
    source: source.slice(0, 500),
  }
}

/** A property stands as an attribute, as an element, or as a list in one. */
function valuesOf(xmp: string, name: string): string[] {
  const attribute = new RegExp(`\\s${name}="([^"]{1,2000})"`, 'g')
  const element = new RegExp(`<${name}(\\s[^>]{0,500})?>([^]{0,4000}?)</${name}>`, 'g')
  const resource = new RegExp(`<${name}\\s[^>]{0,500}rdf:resource="([^"]{1,2000})"`, 'g')
  const inside = [...xmp.matchAll(element)].flatMap(([, , text = '']) => {
    const items = [...text.matchAll(/<rdf:li(?:\s[^>]{0,200})?>([^<]{1,2000})<\/rdf:li>/g)]
    return items.length > 0 ? items.map(([, item = '']) => item) : [text]
  })
  return [
    ...[...xmp.matchAll(attribute), ...xmp.matchAll(resource)].map(([, value = '']) => value),
    ...inside.filter((text) => !text.includes('<')),
  ]
    .map(unescaped)
    .filter(Boolean)
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
  return text
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name]!)
    .replace(/\p{Cc}/gu, ' ')
    .trim()
}
