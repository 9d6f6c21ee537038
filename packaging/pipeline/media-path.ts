import type { PackagedAsset } from '../package-source.ts'

/**
 * Where a file stands in a package: named after its content, so that no author's file name ever
 * meets an LMS.
 *
 * @throws RangeError on an extension that is none, or that an LMS or a browser could run
 */
export function mediaPath({
  digest,
  extension,
}: Pick<PackagedAsset, 'digest' | 'extension'>): string {
  if (!/^\.[a-z0-9]{1,8}$/.test(extension)) throw new RangeError(`${extension} is no extension`)
  if (runnable.has(extension.slice(1)))
    throw new RangeError(`${extension} files may not travel`)
  return `media/${digest.slice(0, 16)}${extension}`
}

/** What Docebo and CrossKnowledge refuse a package for, and what a browser would run as a page. */
const runnable = new Set(
  'php cgi sh asp aspx jsp py rb pl exe bat cmd com js mjs html htm xhtml'.split(' '),
)
