import type { Readable } from 'node:stream'

/**
 * The same stream, safe to hand on: when it fails before anyone reads it, whoever reads it later
 * is told, and the process does not end on an error that nobody listens to.
 */
export function heard<T extends Readable>(stream: T): T {
  return stream.on('error', () => undefined)
}
