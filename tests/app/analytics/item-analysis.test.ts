import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readQuality } from '#app/services/analytics/index.server.ts'
import { learner } from '#tests/app/lrs/learner.ts'
import { told } from './told.ts'

const folder = '../shared/fixtures/item-analysis'
const hasFixture = existsSync(folder)

type Option = { n: number }
type Item = { p: number; rPointBiserialCorrected: number; options: Record<string, Option> }
type Expected = { items: Record<string, Item>; key: Record<string, string> }

it.skipIf(!hasFixture)(
  'finds the difficulty, discrimination and distractors of sixty learners and twelve questions (skipped where the oracle of the project is not beside it)',
  async () => {
    const { items, key }: Expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
    const statements = await told(responses().flatMap((given) => sit(given, key)))
    const { questions } = readQuality(statements, { moduleId: 'module0001' }).editions[0]!
    expect(questions).toHaveLength(12)
    for (const question of questions) {
      const item = items[question.questionId]!
      expect(question.facility.mean).toBeCloseTo(item.p, 4)
      expect(question.discrimination).toBeCloseTo(item.rPointBiserialCorrected, 4)
      for (const { choiceId, count } of question.choices) {
        expect(count).toBe(item.options[choiceId]!.n)
      }
    }
  },
)

function responses(): Record<string, string>[] {
  const [head, ...lines] = readFileSync(`${folder}/responses.csv`, 'utf8').trim().split(/\r?\n/)
  const [, ...names] = head!.split(',')
  return lines.map((line) => {
    const [, ...given] = line.split(',')
    return Object.fromEntries(names.map((name, at) => [name, given[at]!]))
  })
}

/** A question left empty is an answer without a choice, and wrong. */
function sit(given: Record<string, string>, key: Record<string, string>) {
  const someone = learner()
  return Object.entries(given).map(([question, choice]) =>
    someone.answers(question, choice, Number(choice === key[question])),
  )
}
