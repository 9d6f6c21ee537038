/** Where a stored file is shown; with `region`, a part of a picture in the size of a screen. */
export function fileUrl(digest: string, region?: string): string {
  if (region === undefined) return `/files/${digest}`
  return `/files/${digest}/picture${region && `?region=${encodeURIComponent(region)}`}`
}
