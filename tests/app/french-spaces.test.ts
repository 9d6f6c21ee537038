import { expect, it } from 'vitest'
import { spoken } from '#app/i18n/sentences.server.ts'

it('no line of a French sentence begins with its punctuation', () => {
  const t = spoken('fr').getFixedT('fr', 'errors')
  const sentence = t('request.foreign')
  expect(sentence).not.toMatch(/ [:;?!»%]|« /)
  expect(sentence).toMatch(/\u00a0[:;?!»%]/)
})

it('English has no such spaces', () => {
  const t = spoken('en').getFixedT('en', 'errors')
  expect(t('page.not-found')).not.toContain('\u00a0')
})
