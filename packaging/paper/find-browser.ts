import { existsSync } from 'node:fs'

/**
 * A Chromium of this machine: the one that is named, Debian's or Ubuntu's own, an installed Chrome,
 * or the one that playwright downloaded.
 *
 * @param named for example the environment's `CHROMIUM_PATH`
 * @returns its path, `null` when there is none
 */
export async function findBrowser(named = process.env.CHROMIUM_PATH): Promise<string | null> {
  const known = [
    named,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const standing = known.find((path) => path && existsSync(path))
  if (standing) return standing
  const { chromium } = await import('playwright-core')
  const downloaded = chromium.executablePath()
  return existsSync(downloaded) ? downloaded : null
}
