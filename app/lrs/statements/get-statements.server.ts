import { withFiles } from '../attachments/with-files.ts'
import type { Answer } from '../http/answer.server.ts'
import { Refusal } from '../http/refusal.ts'
import type { XapiRequest } from '../http/xapi-request.server.ts'
import type { StatementFinder } from './find-statements.server.ts'
import { acceptedLanguages, formatStatement } from './format-statement.ts'
import { readQuery } from './read-query.ts'

/**
 * Answers a GET: one statement, or a page of those that meet the filters.
 *
 * @throws Refusal 400 on a wrong parameter, 404 when the one asked for is not there
 * @see xAPI 1.0.3, Communication 2.1.3
 */
export function getStatements(
  finder: StatementFinder,
  organisationId: string,
  request: XapiRequest,
): Answer {
  const query = readQuery(request.query)
  const languages = acceptedLanguages(request.header('accept-language'))
  const format = (payload: string) => formatStatement(payload, query.format, languages)
  const files = (sha2: string) => finder.file(organisationId, sha2)
  if ('one' in query) {
    const payload = finder.one(organisationId, query.one, query.voided)
    if (payload === null)
      throw new Refusal(404, 'statement.not-found', `no statement ${query.one}`)
    const answer = { status: 200, json: format(payload), headers: lastModified(payload) }
    return query.attachments ? withFiles(answer, [payload], files) : answer
  }
  const { payloads, next } = finder.page(organisationId, query.filters)
  const more = next === null ? '' : linkToMore(request, next)
  // Stored statements are JSON already: reading them to write them again would be most of the
  // work.
  const list = payloads.map(format).join(',')
  const answer = {
    status: 200,
    json: `{"statements":[${list}],"more":${JSON.stringify(more)}}`,
  }
  return query.attachments ? withFiles(answer, payloads, files) : answer
}

/** The same question, from where this page ends: what is written meanwhile moves nothing. */
function linkToMore({ mount, query }: XapiRequest, next: number): string {
  const params = new URLSearchParams(query)
  params.set('cursor', String(next))
  return `${mount}/statements?${params}`
}

function lastModified(payload: string): Record<string, string> {
  const { stored } = JSON.parse(payload) as { stored: string }
  return { 'Last-Modified': new Date(stored).toUTCString() }
}
