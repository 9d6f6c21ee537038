import type { Row } from '../row.ts'
import { actors } from './actors.ts'
import { attachments } from './attachments.ts'
import { contexts } from './contexts.ts'
import { activities, agents } from './described.ts'
import { documents } from './documents.ts'
import { files, signatures } from './files.ts'
import { kept, types } from './more-statements.ts'
import { objects } from './objects.ts'
import { reading } from './reading.ts'
import { about, alternateSyntax, errors, headers, versions, writing } from './requests.ts'
import { results } from './results.ts'
import { secondVersion } from './second-version.ts'
import { statements } from './statements.ts'
import { times } from './times.ts'
import { verbs } from './verbs.ts'
import { voided } from './voiding.ts'

/** All rows, by the area of the standard that they are about. */
export const tables: Readonly<Record<string, readonly Row[]>> = {
  'a statement': [...statements, ...types],
  'an actor': actors,
  'a verb': verbs,
  'an object': objects,
  'a result': results,
  'a context': [...contexts, ...secondVersion],
  'a time, a version, an authority': times,
  'an attachment': [...attachments, ...files],
  'a signature': signatures,
  'what is kept': kept,
  voiding: voided,
  writing,
  reading,
  'states and profiles': documents,
  agents,
  activities,
  about,
  headers,
  versions,
  'the alternate syntax': alternateSyntax,
  errors,
}
