import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

/** Only ever loaded by the server; the scan for the browser's packages stumbles over them. */
const serverOnly = [
  ...['@node-rs/argon2', 'archiver', 'better-sqlite3', 'busboy', 'esbuild', 'file-type'],
  ...['music-metadata', 'sanitize-html', 'saxes', 'sharp', 'xmllint-wasm', 'yauzl'],
]

export default defineConfig({
  optimizeDeps: { exclude: serverOnly },
  publicDir: 'app/public',
  plugins: [
    remix({
      appDirectory: 'app',
      buildDirectory: 'build',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        unstable_optimizeDeps: true,
        // Off on purpose, both for known weaknesses of the last Remix v2: see README, "Security".
        v3_singleFetch: false,
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  build: { target: 'es2022', assetsInlineLimit: 0 },
})
