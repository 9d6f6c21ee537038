import { Rights } from '#app/services/assets/record-rights.server.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { parse } from './read-form.server.ts'

/** The rights record that a form holds: authors one a line, no last day where none was chosen. */
export function rightsIn(form: Record<string, unknown>): RightsRecord {
  const { intent: _, digest: __, authors, until, ...rest } = form
  const named = linesIn(String(authors ?? ''))
  return parse(Rights, { ...rest, authors: named, until: until || null })
}

export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
