import { canonicalJson } from '#content-schema/canonical-json.ts'

/** JSON that people read and that is the same for the same value: keys sorted, two spaces, a line end. */
export function readableJson(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`
}
