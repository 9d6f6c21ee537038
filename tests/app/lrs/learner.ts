import { randomUUID } from 'node:crypto'
import {
  type Attempt,
  onModule,
  onQuestion,
  onSection,
} from '#content-schema/statements/build-statement.ts'
import { onPart, type Part } from '#content-schema/statements/opinion.ts'
import type { Statement } from '#content-schema/statements/statement.ts'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import { iriBase } from './endpoint.ts'

const start = Date.UTC(2026, 8, 14, 9)

/** A learner in one attempt: each word is a statement that our packages would send. */
export type Learner = ReturnType<typeof learner>

export function learner(given: Partial<Attempt> & { name?: string; daysLater?: number } = {}) {
  const { name = randomUUID(), daysLater = 0, ...overrides } = given
  let minutes = 0
  const attempt: Attempt = {
    iriBase,
    moduleId: 'module0001',
    edition: { major: 1, minor: 0 },
    digest: 'd'.repeat(64),
    packageId: 'package001',
    registration: randomUUID(),
    sessionId: randomUUID(),
    actor: { account: { homePage: pseudonymHome, name } },
    language: 'fr-FR',
    platform: 'scorm-12',
    title: 'Choisir un extincteur',
    ...overrides,
  }
  /** A minute after the last one. */
  const moment = () => {
    minutes += 1
    return {
      id: randomUUID(),
      timestamp: new Date(start + daysLater * 86_400_000 + minutes * 60_000).toISOString(),
    }
  }
  return {
    attempt,
    starts: () => onModule(attempt, 'initialized', moment()),
    completes: () => onModule(attempt, 'completed', moment(), { completion: true }),
    passes: () => onModule(attempt, 'passed', moment(), { success: true }),
    fails: () => onModule(attempt, 'failed', moment(), { success: false }),
    leaves: () => onModule(attempt, 'terminated', moment()),
    reads: (sectionId: string, seconds: number) =>
      onSection(attempt, { id: sectionId, title: sectionId }, moment(), {
        duration: `PT${seconds}S`,
        progressPercent: 50,
      }),
    rates: (part: Part, rating: number) => onPart(attempt, part, moment(), { rating }),
    remarks: (part: Part, text: string) => onPart(attempt, part, moment(), { text }),
    answers: (questionId: string, response: string, scaled: number, tryNumber = 1): Statement =>
      onQuestion(
        attempt,
        {
          id: questionId,
          keyDigest: '0badcafe',
          sectionId: 'section002',
          definition: { interactionType: 'choice', correctResponsesPattern: ['a'] },
        },
        moment(),
        { response, success: scaled === 1, scaled, duration: 'PT8S', tryNumber },
      ),
  }
}

/** A statement that takes another out, as a quality officer's tool writes it. */
export function voiding(id: string) {
  return {
    id: randomUUID(),
    actor: { mbox: 'mailto:qualite@example.org' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id },
  }
}
