const nowhere = 'http://nowhere.invalid'

/** A path of our own to go on to; anything that a browser would read as elsewhere becomes the home page. */
export function localPath(path: string): string {
  if (!path.startsWith('/') || !URL.canParse(path, nowhere)) return '/'
  const { origin, pathname, search } = new URL(path, nowhere)
  return origin === nowhere ? `${pathname}${search}` : '/'
}
