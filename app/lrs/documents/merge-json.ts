import { Refusal } from '../http/refusal.ts'
import { isJson } from '../http/xapi-request.server.ts'

export type Content = { contentType: string; content: Buffer }

/**
 * What a POST leaves: properties of the new object over those of the stored one, one level deep.
 * Where nothing is stored, it is stored as it came.
 *
 * @throws Refusal 400 when what is to be merged is no JSON object, or says that it is JSON and is not
 * @see xAPI 1.0.3, Communication 2.2
 */
export function merged(stored: Content | null, posted: Content): Content {
  if (!stored) {
    if (isJson(posted.contentType)) objectOf(posted)
    return posted
  }
  const content = JSON.stringify({ ...objectOf(stored), ...objectOf(posted) })
  return { contentType: 'application/json', content: Buffer.from(content) }
}

function objectOf({ contentType, content }: Content): object {
  const value = isJson(contentType) ? parse(content) : null
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Refusal(
    400,
    'document.not-mergeable',
    'a POST merges JSON objects: both documents must be application/json and an object',
  )
}

function parse(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    return null
  }
}
