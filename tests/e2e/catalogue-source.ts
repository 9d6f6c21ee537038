import { readFileSync } from 'node:fs'
import { elements } from '#content-schema/nodes/index.ts'
import type { ElementName } from '#content-schema/schema.ts'
import type { PackageSource } from '#packaging/package-source.ts'
import { doc, section } from '#tests/builders/document.ts'
import { asset, files, packageSource } from '#tests/builders/package-source.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'
import type { ElementSample } from '#tests/catalogue/sample.ts'

export const samples: Record<string, ElementSample> = elementSamples

/** A module with a page for each of these elements, whose picture has the size of a real one. */
export function catalogueSource(names: readonly ElementName[], language = 'fr'): PackageSource {
  const pages = names.map((name) => section(elements[name].names.fr, samples[name]!.node))
  const source = packageSource(doc(...pages))
  const { digest } = files.picture
  return {
    ...source,
    facts: { ...source.facts, language },
    assets: new Map([...source.assets, [digest, { ...photograph, digest }]]),
  }
}

const photograph = asset(
  readFileSync('app/db/seed/media/extincteur-quatre-gestes.jpg'),
  'image/jpeg',
  '.jpg',
  { width: 1280, height: 720 },
)
