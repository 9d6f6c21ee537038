import { expect, test } from 'vitest'
import { directionOf, inLanguage } from '#content-schema/direction.ts'
import { renderModule } from '#packaging/index.ts'
import { doc, marked, paragraph, section } from '#tests/builders/document.ts'

test.each([
  ['fr', 'ltr'],
  ['ar', 'rtl'],
  ['ar-MA', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['he', 'rtl'],
  ['az-Arab-IR', 'rtl'],
  ['arn', 'ltr'],
])('%s is written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction)
})

test('a text says its direction only where it turns', () => {
  expect(inLanguage('ar', 'fr')).toEqual({ lang: 'ar', dir: 'rtl' })
  expect(inLanguage('en', 'fr')).toEqual({ lang: 'en', dir: null })
  expect(inLanguage('fr', 'ar')).toEqual({ lang: 'fr', dir: 'ltr' })
  expect(inLanguage(null, 'ar')).toEqual({ lang: null, dir: null })
})

test('Arabic words in a French text turn, and French ones in an Arabic text', () => {
  const words = (lang: string) =>
    doc(section('A', paragraph(marked('x', 'language', { lang }))))
  const shown = (lang: string, contentLanguage: string) =>
    renderModule(words(lang), { asset: () => null, language: 'fr', contentLanguage })
  expect(shown('ar', 'fr')).toContain('<span lang="ar" dir="rtl">x</span>')
  expect(shown('fr', 'ar')).toContain('<span lang="fr" dir="ltr">x</span>')
  expect(shown('en', 'fr')).toContain('<span lang="en">x</span>')
})
