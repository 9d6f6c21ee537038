import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import en from '#app/i18n/en/exports.json' with { type: 'json' }
import fr from '#app/i18n/fr/exports.json' with { type: 'json' }
import { guideOf } from '#packaging/publication/guide.ts'
import { presets } from '#packaging/publication/presets/index.ts'

describe('the packages guide', () => {
  it('says what the presets say', async () => {
    const names = { fr: fr.formats, en: en.formats }
    expect(await readFile('packaging/GUIDE.md', 'utf8')).toBe(guideOf(presets, names))
  })

  it('names every LMS, every step and every source, in French before English', async () => {
    const guide = await readFile('packaging/GUIDE.md', 'utf8')
    for (const { name, steps, facts } of presets) {
      const chapter = guide.slice(guide.indexOf(`## ${name}\n`))
      for (const said of [...steps, ...facts.map(({ text }) => text)])
        expect(chapter.indexOf(said.fr)).toBeLessThan(chapter.indexOf(said.en))
      for (const { source } of facts) expect(chapter).toContain(`(${source})`)
    }
  })
})
