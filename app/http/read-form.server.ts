import type { ZodType } from 'zod'
import { UserError } from './user-error.ts'

/**
 * Reads a form's fields through a zod schema; fields named `x[]` become lists.
 *
 * @throws UserError `form.field` (422) naming the first field that does not fit
 */
export async function readForm<T>(request: Request, schema: ZodType<T>): Promise<T> {
  return parse(schema, fieldsOf(await request.formData()))
}

/** @throws UserError `form.field` (400) when what was sent is no JSON */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    throw new UserError('form.field', { field: 'JSON' }, 400)
  }
}

/** Reads what stands in the address. */
export function readParams<T>(params: unknown, schema: ZodType<T>): T {
  const result = schema.safeParse(params)
  if (!result.success) throw new UserError('page.not-found', {}, 404)
  return result.data
}

export function parse<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new UserError('form.field', { field: String(issue?.path[0] ?? '') })
}

function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name)
    fields[name.replace(/\[\]$/, '')] = name.endsWith('[]') ? values : values[0]
  }
  return fields
}
