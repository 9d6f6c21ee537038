import * as z from 'zod'
import type { Framework } from '#content-schema/competencies.ts'
import { bareFramework } from '../bare-framework.ts'
import { blocksFromItems, type Item } from '../blocks-from-items.ts'
import { FrameworkFileError } from '../rncp/framework-file-error.ts'

/** A link as an object (1.1), or as an address alone (as 1.0 is often written). */
const Link = z
  .union([
    z.string().transform((uri) => ({ identifier: '', uri, title: '' })),
    z.looseObject({
      identifier: z.string().default(''),
      uri: z.string().default(''),
      title: z.string().default(''),
    }),
  ])
  .nullish()
  .catch(null)

const word = z.string().nullish().catch(null)

const Package = z.looseObject({
  CFDocument: z.looseObject({
    identifier: z.string().min(1),
    title: z.string().min(1),
    creator: word,
    statusStartDate: word,
    statusEndDate: word,
    licenseURI: Link,
  }),
  CFItems: z
    .array(
      z.looseObject({
        identifier: z.string().min(1),
        fullStatement: z.string(),
        abbreviatedStatement: word,
        humanCodingScheme: word,
        notes: word,
      }),
    )
    .default([]),
  CFAssociations: z
    .array(
      z.looseObject({
        associationType: z.string(),
        originNodeURI: Link,
        destinationNodeURI: Link,
        sequenceNumber: z.coerce.number().nullish().catch(null),
      }),
    )
    .default([]),
})

type Package = z.infer<typeof Package>
type Association = Package['CFAssociations'][number]

/**
 * A framework of a CASE package, 1.0 or 1.1. What the 1.1 schema forbids and 1.0 exports hold
 * (dates without a zone, addresses for links, keys of their own) is let in. Only `isChildOf` is
 * kept of the associations.
 *
 * @throws FrameworkFileError when it is no such package, or an item stands below itself
 * @see https://www.imsglobal.org/spec/case/v1p1
 */
export function readCase(text: string): Framework {
  const { CFDocument: document, CFItems, CFAssociations } = parsed(text)
  const items = itemsOf(CFItems, CFAssociations)
  const code = codeOf(document)
  const { title, creator, statusStartDate, statusEndDate, licenseURI } = document
  return bareFramework({
    code,
    kind: 'CASE',
    origin: document.identifier,
    title,
    validFrom: dayOf(statusStartDate),
    validUntil: dayOf(statusEndDate),
    certifiers: creator ? [creator] : [],
    licence: licenseURI ? licenseURI.title || licenseURI.uri : '',
    competencyBlocks: distinct(blocksFromItems(items, { code, label: title })),
  })
}

function parsed(text: string): Package {
  try {
    return Package.parse(JSON.parse(text))
  } catch {
    throw new FrameworkFileError('framework.not-case')
  }
}

/** CASE gives a document no short code: the beginning of its title, or of its identifier. */
function codeOf({ title, identifier }: Package['CFDocument']): string {
  const named = /^(RNCP|RS)\d+\b/.exec(title)?.[0]
  return named ? `${named}-CASE` : `CASE-${identifier.slice(0, 8)}`
}

function itemsOf(items: Package['CFItems'], associations: readonly Association[]): Item[] {
  const places = placesOf(associations)
  const found = items.map((item, index) => {
    const { identifier, fullStatement, abbreviatedStatement, humanCodingScheme, notes } = item
    const { parent = null, order = null } = places.get(identifier) ?? {}
    const label = (fullStatement.trim() || abbreviatedStatement?.trim()) ?? identifier
    const told = { label, code: humanCodingScheme ?? '', description: notes ?? '' }
    return { ...told, origin: identifier, parent, order: order ?? index + items.length }
  })
  return found.sort((a, b) => a.order - b.order)
}

function placesOf(associations: readonly Association[]) {
  const places = new Map<string, { parent: string; order: number | null }>()
  for (const {
    associationType,
    originNodeURI,
    destinationNodeURI,
    sequenceNumber,
  } of associations) {
    if (associationType !== 'isChildOf' || !originNodeURI || !destinationNodeURI) continue
    const child = identifierOf(originNodeURI)
    if (places.has(child)) continue
    const parent = identifierOf(destinationNodeURI)
    places.set(child, { parent, order: sequenceNumber ?? null })
  }
  return places
}

/** An address ends with the identifier, as a rule. */
function identifierOf({ identifier, uri }: { identifier: string; uri: string }): string {
  return identifier || (uri.split('/').at(-1) ?? uri)
}

function dayOf(date: string | null | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? null
}

/** Two blocks may carry one code in a file: here it is unique. */
function distinct<T extends { code: string; origin?: string }>(blocks: T[]): T[] {
  const taken = new Set<string>()
  return blocks.map((block) => {
    const code = taken.has(block.code) ? `${block.code} ${block.origin ?? ''}` : block.code
    taken.add(code)
    return { ...block, code }
  })
}
