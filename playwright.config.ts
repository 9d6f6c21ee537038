import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 4310)
const quiet = [
  ...['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  ...['--disable-sync', '--no-first-run'],
]
const executablePath = process.env.CHROMIUM_PATH

/** Real Chromium on the built application, with a sample bank of its own. Tests are `*.spec.ts`. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  // Two runs at once must not clear away each other's traces.
  outputDir: `test-results/${port}`,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 15_000,
    baseURL: `http://localhost:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
    launchOptions: { args: quiet, ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: 'node --import tsx app/server.ts',
    url: `http://localhost:${port}/health`,
    reuseExistingServer: false,
    timeout: 60_000,
    env: {
      NODE_ENV: 'production',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'grainotheque-e2e-')),
      PORT: String(port),
      CONTENT_PORT: String(port + 1),
    },
  },
})
