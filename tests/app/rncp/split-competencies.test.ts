import { describe, expect, it } from 'vitest'
import { splitCompetencies } from '#app/services/competencies/rncp/split-competencies.ts'

const labels = (source: string) =>
  splitCompetencies(source).competencies.map(({ label }) => label)

describe('stars and small o', () => {
  it('are competencies and their criteria', () => {
    const source =
      '    * Trier      o Les bacs sont justes.      o Rien ne déborde      * Ranger   '
    expect(splitCompetencies(source)).toEqual({
      layout: 'bullets',
      competencies: [
        {
          label: 'Trier',
          criteria: [{ label: 'Les bacs sont justes.' }, { label: 'Rien ne déborde' }],
        },
        { label: 'Ranger', criteria: [] },
      ],
    })
  })

  it('may stand on lines of their own', () => {
    expect(labels('* Trier\n  o Les bacs\r\n* Ranger')).toEqual(['Trier', 'Ranger'])
  })
})

describe('runs of spaces', () => {
  it('part competencies, each an infinitive', () => {
    const source = 'Trier les déchets      S’assurer du tri     Se présenter'
    expect(splitCompetencies(source).layout).toBe('spaces')
    expect(labels(source)).toEqual(['Trier les déchets', 'S’assurer du tri', 'Se présenter'])
  })
})

describe('any other text is shown as it stands, never guessed', () => {
  it.each([
    ['dashes', '- Trier les déchets    - Ranger le poste'],
    ['a criterion before any competency', 'o Les bacs sont justes    * Trier'],
    ['two levels of marks on one line', '* Trier  o Les bacs sont justes    * Ranger'],
    ['a line without its mark', '* Trier    les déchets    * Ranger'],
    ['how it is assessed, inside the list', '* Trier    * Évaluation : mise en situation'],
    ['one text without any break', 'Trier les déchets et ranger le poste'],
    ['sentences broken by lines', 'Trier les déchets. Ranger le poste    Nettoyer'],
    ['a heading before a list', 'Trier les déchets :    Ranger le poste'],
    ['what is not an action', 'Les déchets    Le poste'],
    ['nothing', '   '],
  ])('%s', (_, source) => {
    expect(splitCompetencies(source)).toEqual({ layout: 'unknown', competencies: [] })
  })
})
