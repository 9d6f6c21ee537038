import { expect, it } from 'vitest'
import { sentences } from '#app/i18n/sentences.server.ts'

const foreign = { code: 'request.foreign', params: {} } as const

it('no line of a French sentence begins with its punctuation', () => {
  const sentence = sentences('fr').refusal(foreign)
  expect(sentence).not.toMatch(/ [:;?!»%]|« /)
  expect(sentence).toMatch(/\u00a0[:;?!»%]/)
})

it('English has no such spaces', () => {
  expect(sentences('en').refusal(foreign)).not.toContain('\u00a0')
})

it('a day in a refusal is written as its reader writes days', () => {
  const ended = { code: 'link.ended', params: { day: '2026-05-01' } } as const
  expect(sentences('fr').refusal(ended)).toContain('jusqu’au 1er mai 2026')
  expect(sentences('en').refusal(ended)).toContain('until 1 May 2026')
})
