import { Refusal } from '../http/refusal.ts'

/** One part of a `multipart/mixed` body; names of headers in lower case. */
export type Part = { headers: ReadonlyMap<string, string>; content: Buffer }

const lineEnd = '\r\n'

/** Parts that one request may have: far more files than a batch ever carries. */
const mostParts = 1000

/**
 * The parts of a body, in their order; what stands before the first boundary is not read.
 *
 * @param contentType the whole header, since the boundary stands in it
 * @throws Refusal 400 when there is no boundary, or the body is not cut by it
 * @see RFC 2046 §5.1
 */
export function readParts(contentType: string, body: Buffer): Part[] {
  const delimiter = `${lineEnd}--${boundaryIn(contentType)}`
  // The first boundary may open the body: with a line end before it, it is as all others.
  const whole = Buffer.concat([Buffer.from(lineEnd), body])
  const parts: Part[] = []
  let at = whole.indexOf(delimiter)
  while (at >= 0) {
    const after = at + delimiter.length
    if (whole.toString('latin1', after, after + 2) === '--') return parts
    const start = whole.indexOf(lineEnd, after)
    if (start < 0 || whole.toString('latin1', after, start).trim() !== '')
      throw broken('a boundary is not alone on its line')
    // A part without headers starts with the blank line: its line end is the boundary's own.
    at = whole.indexOf(delimiter, start)
    if (at < 0) break
    if (parts.length === mostParts) throw broken(`there are more than ${mostParts} parts`)
    parts.push(readPart(whole.subarray(start, at)))
  }
  throw broken('the closing boundary is missing')
}

/** A body of these parts; `boundary` must stand in none of them. */
export function writeParts(parts: readonly Part[], boundary: string): Buffer {
  const written = parts.flatMap(({ headers, content }) => {
    const lines = [...headers].map(([name, value]) => `${name}: ${value}${lineEnd}`)
    return [
      Buffer.from(`--${boundary}${lineEnd}${lines.join('')}${lineEnd}`),
      content,
      Buffer.from(lineEnd),
    ]
  })
  return Buffer.concat([...written, Buffer.from(`--${boundary}--${lineEnd}`)])
}

/** Quoted or not, as RFC 2046 lets it be. */
function boundaryIn(contentType: string): string {
  const [, quoted, plain] =
    /;\s*boundary=(?:"([^"]{1,70})"|([\w'()+,./:=?-]{1,70}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw broken('Content-Type has no boundary')
  return boundary
}

/** @param part from the line end of its boundary on */
function readPart(part: Buffer): Part {
  const end = part.indexOf(lineEnd + lineEnd)
  if (end < 0) throw broken('no blank line ends the headers of a part')
  const lines = part.toString('latin1', lineEnd.length, Math.max(end, lineEnd.length))
  const headers = lines
    .split(lineEnd)
    .filter((line) => line !== '')
    .map((line): [string, string] => {
      const colon = line.indexOf(':')
      if (colon < 1) throw broken('a part has a header without a name')
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
    })
  return { headers: new Map(headers), content: part.subarray(end + 2 * lineEnd.length) }
}

function broken(message: string): Refusal {
  return new Refusal(400, 'request.multipart', message)
}
