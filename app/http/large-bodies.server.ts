import type { Request, RequestHandler } from 'express'
import { largestPackage } from '#app/services/checks/check-upload.server.ts'
import { readOn } from './read-on.ts'
import { saidTo } from './said-refusal.server.ts'

/** The largest form or document that a page of ours sends, in bytes; files have a limit of their own. */
const largestBody = 16 * 1024 ** 2

/** What these take in is read as a stream and never stands in memory whole. */
const streamed = /^\/(uploads\/\w+|organisation\/check-package)$/

/**
 * Refuses, before reading it, a body that would have to be held in memory and is larger than any
 * page of ours sends, or does not say how large it is.
 */
export const refuseLargeBodies: RequestHandler = (request, response, next) => {
  if (request.path === '/organisation/check-package' && announced(request) > largestPackage) {
    const megabytes = largestPackage / 1024 ** 2
    const refused = { code: 'asset.too-large', params: { megabytes } } as const
    response.status(413).json({ refusal: saidTo(request, refused) })
    return readOn(request)
  }
  const measured = request.get('Transfer-Encoding') === undefined
  const fits = measured && announced(request) <= largestBody
  if (fits || streamed.test(request.path)) return next()
  const params = { megabytes: largestBody / 1024 ** 2 }
  const refused = { code: 'request.too-large', params } as const
  response.status(413).json({ refusal: saidTo(request, refused) })
  readOn(request)
}

function announced(request: Request): number {
  return Number(request.get('Content-Length') ?? 0)
}
