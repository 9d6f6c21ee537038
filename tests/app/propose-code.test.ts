import { expect, it } from 'vitest'
import { codeFrom, freeCode } from '#app/services/modules/propose-code.ts'

it('writes a title without accents, capitals or punctuation', () => {
  expect(codeFrom('Chutes de plain-pied : l’œil averti, à 2 m !')).toBe(
    'chutes-de-plain-pied-l-oeil-averti-a-2-m',
  )
})

it('leaves a code as it is', () => {
  expect(codeFrom('choisir-un-extincteur')).toBe('choisir-un-extincteur')
})

it('ends a long title between two words, within sixty characters', () => {
  const code = codeFrom(
    'Prévenir les troubles musculo-squelettiques au poste de travail de nuit',
  )
  expect(code).toBe('prevenir-les-troubles-musculo-squelettiques-au-poste-de')
  expect(codeFrom('x'.repeat(200))).toHaveLength(60)
})

it('finds a code even where no letter is ours', () => {
  expect(codeFrom('安全')).toBe('module')
})

it('adds a number where the code is taken, within sixty characters too', () => {
  expect(freeCode('Feu', ['feu', 'feu-2'])).toBe('feu-3')
  const long = 'x'.repeat(60)
  expect(freeCode(long, [long])).toBe(`${'x'.repeat(58)}-2`)
})
