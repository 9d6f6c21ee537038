import { checkObject, refuse } from './shape.ts'
import { checkUuid } from './uuid.ts'

const keys = new Set(['objectType', 'id'])

/** @see xAPI 1.0.3, Data 2.4.4.3, Statement References */
export function checkStatementRef(value: unknown, path: string): void {
  checkObject(value, path, keys)
  if (value.objectType !== 'StatementRef') refuse(`${path}.objectType`, 'must be StatementRef')
  checkUuid(value.id, `${path}.id`)
}
