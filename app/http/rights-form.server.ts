import { Rights } from '#app/services/assets/record-rights.server.ts'
import { completeRights, type RightsRecord } from '#content-schema/rights-record.ts'
import { parse } from './read-form.server.ts'

/**
 * The rights record that a form holds: authors one a line, no day where none was chosen. A field
 * that the form does not show is as in a new record.
 */
export function rightsIn(form: Record<string, unknown>): RightsRecord {
  const { intent: _, digest: __, authors, releaseBy, releaseMinors, ...said } = form
  const { releaseUntil, ...rest } = daysIn(said)
  const fields = {
    ...rest,
    authors: linesIn(String(authors ?? '')),
    ...(form.proofFile !== undefined && { proofFile: form.proofFile || null }),
    ...(form.guarantorId !== undefined && { guarantorId: form.guarantorId || null }),
    ...(releaseBy !== undefined && {
      release: { by: releaseBy, until: releaseUntil ?? null, minors: releaseMinors },
    }),
  }
  return parse(Rights, completeRights(fields as Parameters<typeof completeRights>[0]))
}

const dayFields = ['from', 'until', 'sourceUpdatedOn', 'releaseUntil']

function daysIn(form: Record<string, unknown>): Record<string, unknown> {
  const days = dayFields.filter((name) => name in form)
  return { ...form, ...Object.fromEntries(days.map((name) => [name, form[name] || null])) }
}

export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
