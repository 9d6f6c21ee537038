import type { IncomingMessage } from 'node:http'

/** How long a sender whose request was refused is listened to, in milliseconds. */
const patience = 5000

/**
 * Reads on and throws away what still comes of a refused request: were the connection closed at
 * once, a browser that is still sending would show a broken connection instead of the refusal.
 */
export function readOn(request: IncomingMessage): void {
  request.unpipe()
  request.resume()
  setTimeout(() => request.complete || request.destroy(), patience).unref()
}
