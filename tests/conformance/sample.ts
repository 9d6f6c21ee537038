import { randomUUID } from 'node:crypto'

/** As plain a statement as can be; each row of the tables breaks one rule in it. */
export const plain = {
  actor: { mbox: 'mailto:lea@example.org' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/attended' },
  object: { id: 'https://example.org/visite' },
}

export const uuid = '0191f3c8-5a7e-7d3c-9b1a-2f4e6d8c0a1b'
export const ref = { objectType: 'StatementRef', id: uuid }
export const sub = { objectType: 'SubStatement', ...plain }
export const group = { objectType: 'Group', member: [plain.actor] }
export const attachment = {
  usageType: 'https://example.org/certificate',
  display: { fr: 'Attestation' },
  contentType: 'application/pdf',
  length: 1200,
  sha2: 'a'.repeat(64),
  fileUrl: 'https://example.org/attestation.pdf',
}

export const actor = (value: unknown) => ({ ...plain, actor: value })
export const verb = (value: unknown) => ({ ...plain, verb: value })
export const object = (value: unknown) => ({ ...plain, object: value })
export const defined = (definition: unknown) => object({ ...plain.object, definition })
export const result = (value: unknown) => ({ ...plain, result: value })
export const score = (value: unknown) => result({ score: value })
export const context = (value: unknown) => ({ ...plain, context: value })
export const attached = (value: unknown) => ({ ...plain, attachments: [value] })
export const without = <Whole extends object>(whole: Whole, key: keyof Whole) => {
  const { [key]: _left, ...rest } = whole
  return rest
}

/** A plain statement of its own id, with an actor that no other has. */
export function fresh<More extends object>(
  more: More = {} as More,
): Omit<typeof plain, keyof More> & { id: string } & More {
  const id = randomUUID()
  return { ...plain, id, actor: { mbox: `mailto:${id}@example.org` }, ...more }
}
