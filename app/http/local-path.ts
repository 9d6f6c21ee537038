/** A path of our own to go on to; anything that leads elsewhere becomes the home page. */
export function localPath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : '/'
}
