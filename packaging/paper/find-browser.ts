import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/**
 * A Chromium of this machine: the one that is named, Debian's or Ubuntu's own, an installed Chrome,
 * or the one that playwright downloaded.
 *
 * @param named for example the environment's `CHROMIUM_PATH`
 * @returns its path, `null` when there is none
 */
export function findBrowser(named = process.env.CHROMIUM_PATH): string | null {
  const known = [
    named,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ]
  return known.find((path) => path && existsSync(path)) ?? null
}
