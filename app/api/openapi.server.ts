import * as z from 'zod'
import { largestPackage } from '#app/services/checks/check-upload.server.ts'
import type { AnswerSaid, Endpoint } from './endpoint.ts'
import { endpoints } from './endpoints.server.ts'
import { ApiError } from './schemas.ts'

type Json = Record<string, unknown>

/** The description of what can be asked, made from the very shapes that requests are read with. */
export function openApi(publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  const schemas: Record<string, Json> = {}
  const write = writer(schemas)
  for (const each of endpoints)
    paths[each.path] = { ...paths[each.path], [each.method]: operation(each, write) }
  write(ApiError, 'output')
  return {
    openapi: '3.1.0',
    info: { title: 'Grainothèque', version: '1', description },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas,
    },
  }
}

const description = [
  'A token is made by an administrator, in the application. Refusals are `{code, message}`, the',
  'message in French or English as `Accept-Language` asks. 120 requests a minute, 60 at once.',
].join(' ')

function operation(each: Endpoint, write: Write): Json {
  const { operationId, summary, needs, body } = each
  return {
    ...{ operationId, summary },
    ...(each.description && { description: each.description }),
    'x-right': needs,
    parameters: [...parameters(each, 'path', write), ...parameters(each, 'query', write)],
    ...(body && { requestBody: { required: true, content: contentOf(body, write) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(each.answers).map((answer) => answered(answer, write)),
      ),
      ...Object.fromEntries(refusals(each).map(refused)),
    },
  }
}

function parameters(each: Endpoint, place: 'path' | 'query', write: Write): Json[] {
  const shape = place === 'path' ? each.parameters : each.query
  const { properties = {}, required = [] } = write(shape, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: place, schema },
    required: required.includes(name),
  }))
}

function contentOf(body: z.ZodType | 'zip', write: Write): Json {
  if (body !== 'zip') return { 'application/json': { schema: write(body, 'input') } }
  const description = `At most ${largestPackage / 1024 ** 2} MiB`
  return { 'application/zip': { schema: { description } } }
}

function answered(
  [status, { description, schema }]: [string, AnswerSaid],
  write: Write,
): [string, Json] {
  const content =
    schema === 'file'
      ? { 'application/zip': {}, 'text/html': {}, 'application/pdf': {} }
      : { 'application/json': { schema: write(schema, 'output') } }
  return [status, { description, content }]
}

const meanings: Record<number, string> = {
  401: 'No token, or one that is unknown, over or revoked',
  403: 'The token was not made for this',
  404: 'It is not there, or not in the organisation of the token',
  409: 'It is not in the state for this',
  413: 'It is too large',
  422: 'It has not the shape that is written here',
  429: 'Too much at once: `Retry-After` says how many seconds to wait',
}

function refusals({ parameters: path, body, operationId }: Endpoint): number[] {
  const named = Object.keys(path.shape).length > 0 || operationId === 'askForExports'
  const kept = /Export/.test(operationId) && operationId !== 'readExport'
  return [
    401,
    403,
    ...(named ? [404] : []),
    ...(kept ? [409] : []),
    ...(body ? [413] : []),
    422,
    429,
  ]
}

function refused(status: number): [string, Json] {
  const schema = { $ref: '#/components/schemas/Error' }
  return [
    `${status}`,
    { description: meanings[status], content: { 'application/json': { schema } } },
  ]
}

type Write = (schema: z.ZodType, io: 'input' | 'output') => Json

/** Writes a shape as JSON Schema; those with a name stand once, among `schemas`. */
function writer(schemas: Record<string, Json>): Write {
  return (schema, io) => {
    const written = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
    const { $schema: _, $defs = {}, ...whole } = written
    for (const [name, each] of Object.entries($defs as Record<string, Json>))
      schemas[name] = pointed(each)
    const name = schema.meta()?.id
    if (name === undefined) return pointed(whole)
    schemas[name] = pointed(whole)
    return { $ref: `#/components/schemas/${name}` }
  }
}

/** Its references lead into the description; its name is the key it stands under. */
function pointed({ id: _, ...schema }: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))
}
