import type { AttributeSpec, Attrs } from 'prosemirror-model'
import { readPoint, readRegion } from '#content-schema/picture.ts'

/** One attribute of a node: its default, its check, and how it reads from a `data-` attribute. */
export type Attribute<T> = AttributeSpec & {
  default: T
  validate: (value: unknown) => void
  read: (text: string) => T
}

/** The attributes that a table of {@link Attribute} describes. */
export type AttrsOf<Table> = {
  [Name in keyof Table]: Table[Name] extends Attribute<infer T> ? T : never
}

/** Ten characters of `0-9a-z`, given once and kept for life; empty until one was given. */
export const nodeId = (): Attribute<string> =>
  attribute(
    '',
    (text) => text,
    'must be ten characters of 0-9a-z',
    (value) => typeof value === 'string' && /^([0-9a-z]{10})?$/.test(value),
  )

export const text = (initial = '', longest = 2000): Attribute<string> =>
  attribute(
    initial,
    (raw) => raw,
    `must be a text of at most ${longest} characters`,
    (value) => typeof value === 'string' && value.length <= longest,
  )

export const flag = (initial = false): Attribute<boolean> =>
  attribute(
    initial,
    (raw) => raw === 'true',
    'must be true or false',
    (value) => typeof value === 'boolean',
  )

/** A whole number; both bounds are allowed values. */
export const wholeNumber = (initial: number, least: number, most: number): Attribute<number> =>
  attribute(
    initial,
    Number,
    `must be a whole number from ${least} to ${most}`,
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  )

/** A number, or `null` while the author has not given it. */
export const decimal = (least = Number.NEGATIVE_INFINITY): Attribute<number | null> =>
  attribute<number | null>(
    null,
    (raw) => (raw === '' ? null : Number(raw)),
    'must be a number or null',
    (value) => value === null || (Number.isFinite(value) && Number(value) >= least),
  )

export const oneOf = <const Word extends string>(words: readonly Word[]): Attribute<Word> =>
  attribute(
    words[0] as Word,
    (raw) => raw as Word,
    `must be one of ${words.join(', ')}`,
    (value) => words.includes(value as Word),
  )

/** The SHA-256 of a stored file, in hexadecimal; `null` while none was chosen. */
export const assetDigest = (): Attribute<string | null> =>
  attribute<string | null>(
    null,
    (raw) => raw || null,
    'must be a SHA-256 in hexadecimal or null',
    (value) => value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)),
  )

/** A part of a picture, as `picture.ts` writes it; empty for the whole. */
export const regionText = (): Attribute<string> =>
  attribute(
    '',
    (raw) => raw,
    'must name a part of a picture',
    (value) => value === '' || (typeof value === 'string' && readRegion(value) !== null),
  )

/** A point of a picture, as `picture.ts` writes it; empty for its middle. */
export const pointText = (): Attribute<string> =>
  attribute(
    '',
    (raw) => raw,
    'must name a point of a picture',
    (value) => value === '' || (typeof value === 'string' && readPoint(value) !== null),
  )

/** Texts in an order, for example the answers that are accepted. */
export const texts = (most: number, longest = 200): Attribute<string[]> =>
  attribute<string[]>(
    [],
    readList,
    `must be at most ${most} texts of at most ${longest} characters`,
    (value) =>
      Array.isArray(value) &&
      value.length <= most &&
      value.every((each) => typeof each === 'string' && each.length <= longest),
  )

/** How a node with these attributes goes to the clipboard and comes back. */
export function element(tag: string, name: string, table: Record<string, Attribute<unknown>>) {
  return {
    attrs: table,
    parseDOM: [
      {
        tag: `${tag}[data-node=${name}]`,
        getAttrs: (dom: HTMLElement) => readAttrs(dom, table),
      },
    ],
    toDOM: ({ attrs }: { attrs: Attrs }) =>
      [tag, { 'data-node': name, ...toData(attrs) }, 0] as const,
  }
}

/** As {@link element}, for a node that holds nothing. */
export function leaf(tag: string, name: string, table: Record<string, Attribute<unknown>>) {
  const { attrs, parseDOM } = element(tag, name, table)
  return {
    attrs,
    parseDOM,
    toDOM: (node: { attrs: Attrs }) =>
      [tag, { 'data-node': name, ...toData(node.attrs) }] as const,
  }
}

/**
 * Reads attributes from `data-` attributes; what is absent or not allowed falls back to its
 * default, so that pasted HTML can never bring in a value that a check would refuse.
 */
export function readAttrs(dom: HTMLElement, table: Record<string, Attribute<unknown>>): Attrs {
  return Object.fromEntries(
    Object.entries(table).map(([name, attribute]) => [name, readOne(dom, name, attribute)]),
  )
}

export function toData(attrs: Attrs): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attrs)
      .filter(([, value]) => value !== null && value !== '' && !isEmptyList(value))
      .map(([name, value]) => [dataName(name), dataText(value)]),
  )
}

function readOne(dom: HTMLElement, name: string, attribute: Attribute<unknown>): unknown {
  const raw = dom.getAttribute(dataName(name))
  if (raw === null) return attribute.default
  const value = attribute.read(raw)
  try {
    attribute.validate(value)
    return value
  } catch {
    return attribute.default
  }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function dataText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function readList(raw: string): string[] {
  try {
    return JSON.parse(raw)
  } catch {
    return []
  }
}

function dataName(name: string): string {
  return `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

function attribute<T>(
  initial: T,
  read: (raw: string) => T,
  rule: string,
  allows: (value: unknown) => boolean,
): Attribute<T> {
  const validate = (value: unknown) => {
    if (!allows(value)) throw new RangeError(`${rule}, got ${JSON.stringify(value)}`)
  }
  return { default: initial, read, validate }
}
