import { expect, it } from 'vitest'
import { titleOfFile } from '#editor/file-title.ts'

it('proposes words, not the name of a file', () => {
  expect(titleOfFile('extincteur-quatre-gestes.mp4')).toBe('Extincteur quatre gestes')
  expect(titleOfFile('plan_du_site.PDF')).toBe('Plan du site')
})

it('keeps what is no extension, and the dashes of what was written as words', () => {
  expect(titleOfFile('Utiliser un porte-palan, édition 1.2')).toBe(
    'Utiliser un porte-palan, édition 1.2',
  )
})
