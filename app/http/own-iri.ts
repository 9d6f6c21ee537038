/**
 * The permanent IRI that an address of this installation stands for: its prefix may be elsewhere.
 *
 * @param path as it was sent, `/id/m/…`
 */
export function iriOf(iriBase: string, path: string): string {
  return `${iriBase}/${path.replace(/^\/id\//, '')}`
}
