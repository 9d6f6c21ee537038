// Run after a preset or the name of a format was changed (`npm run guide`): writes packaging/GUIDE.md.
// `--check` only says whether the guide has fallen behind (exit code 1).
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import en from '#app/i18n/en/exports.json' with { type: 'json' }
import fr from '#app/i18n/fr/exports.json' with { type: 'json' }
import { guideOf } from '#packaging/publication/guide.ts'
import { presets } from '#packaging/publication/presets/index.ts'

const path = fileURLToPath(new URL('../../packaging/GUIDE.md', import.meta.url))
const guide = guideOf(presets, { fr: fr.formats, en: en.formats })

if (!process.argv.includes('--check')) writeFileSync(path, guide)
else if (readFileSync(path, 'utf8') !== guide) {
  console.error('packaging/GUIDE.md: run npm run guide')
  process.exit(1)
}
