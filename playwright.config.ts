import { defineConfig, devices } from '@playwright/test'

const quiet = [
  ...['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  ...['--disable-sync', '--no-first-run'],
]
const executablePath = process.env.CHROMIUM_PATH

/** Real Chromium on the built application. Tests are `*.spec.ts`. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // Browsers wait more than they work.
  workers: 2,
  retries: 0,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 15_000,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // Shows what a test saw; it also slows it down to about the pace of a quick hand. Pictures of
    // each instant would cost more than the test: the page itself is kept.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { args: quiet, ...(executablePath && { executablePath }) },
  },
})
