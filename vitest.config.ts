import { defineConfig } from 'vitest/config'

/** Unit and integration tests are `*.test.ts`; `*.spec.ts` belong to playwright. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Files of one worker share what they import, and the players they bundled: a third less to do.
    isolate: false,
    unstubGlobals: true,
    unstubEnvs: true,
    maxWorkers: 2,
  },
})
