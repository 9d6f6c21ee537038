import {
  type Attempt,
  onAssessment,
  onModule,
  onQuestion,
  onSection,
} from '#content-schema/statements/build-statement.ts'
import { onAsked, onProblem, onSearch } from '#content-schema/statements/help.ts'
import { onPart } from '#content-schema/statements/opinion.ts'
import { onCompetency, onWaived } from '#content-schema/statements/positioning.ts'
import { onVideo } from '#content-schema/statements/video.ts'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import { onVoided } from '#content-schema/statements/voiding.ts'

const start = Date.UTC(2026, 8, 14, 9)
const actor = { account: { homePage: pseudonymHome, name: 'a'.repeat(32) } }

/** One statement of each kind that our profile knows, in an order that it allows. */
export function oneOfEach(iriBase: string) {
  let made = 0
  const moment = () => {
    made += 1
    return {
      id: `0193f2c0-7a11-7c3e-9a52-${String(made).padStart(12, '0')}`,
      timestamp: new Date(start + made * 60_000).toISOString(),
    }
  }
  const attempt: Attempt = {
    iriBase,
    ...{ moduleId: 'module0001', edition: { major: 2, minor: 4 }, digest: 'd'.repeat(64) },
    packageId: 'package001',
    registration: '8a1c0a0e-0f63-4d3a-9d55-7a2f6f6f0c11',
    sessionId: '8a1c0a0e-0f63-4d3a-9d55-7a2f6f6f0c12',
    ...{ actor, language: 'fr', platform: 'web', title: 'Choisir un extincteur' },
  }
  const section = { id: 'section001', title: 'Les classes de feu' }
  const test = { id: 'assessment', title: 'Évaluation' }
  const whole = (
    name: Parameters<typeof onModule>[1],
    result?: Parameters<typeof onModule>[3],
  ) => onModule(attempt, name, moment(), result)
  const score = { raw: 4, min: 0 as const, max: 5, scaled: 0.8 }
  const handedIn = (passed: boolean | null) =>
    onAssessment(attempt, test, moment(), {
      ...{ passed, score: passed === null ? null : score, attemptNumber: 1 },
    })
  const judged = { score, duration: 'PT9M' }
  const told = [
    whole('initialized'),
    whole('resumed'),
    onWaived(attempt, section, moment()),
    onSection(attempt, section, moment(), { duration: 'PT42S', progressPercent: 35 }),
    onVideo(
      attempt,
      { id: 'video00001', sectionId: section.id, title: 'Un feu', lengthSeconds: 144 },
      moment(),
      {
        ...{ duration: 'PT95S', timeSeconds: 88.2 },
        segments: [
          [0, 60],
          [55, 88.2],
        ],
      },
    ),
    onQuestion(
      attempt,
      {
        ...{ id: 'question01', keyDigest: '0badcafe', sectionId: section.id },
        definition: { interactionType: 'choice', correctResponsesPattern: ['b'] },
      },
      moment(),
      { response: 'c', success: false, scaled: 0, duration: 'PT18S', tryNumber: 1 },
    ),
    onPart(attempt, { kind: 'section', sectionId: section.id }, moment(), { rating: 2 }),
    onPart(attempt, { kind: 'section', sectionId: section.id }, moment(), {
      text: 'La consigne n’est pas claire : zoe@exemple.fr',
    }),
    onSearch(attempt, moment(), { query: 'extincteur CO2', hits: 0 }),
    onAsked(attempt, { sectionId: section.id }, moment(), 'Et pour une friteuse ?'),
    onProblem(attempt, { sectionId: section.id }, moment(), {
      ...{ kind: 'error', code: 'media-404', severity: 'major' },
      browser: { family: 'Firefox', major: 128 },
    }),
    ...[null, true, false].map(handedIn),
    onCompetency(
      attempt,
      { ...test, type: 'positioning' },
      { id: 'https://exemple.fr/c1', title: 'Choisir un extincteur' },
      moment(),
      0.4,
    ),
    whole('completed', { completion: true, duration: 'PT31M' }),
    whole('failed', { success: false, ...judged }),
    whole('passed', { success: true, ...judged }),
    whole('suspended', { duration: 'PT33M' }),
    whole('terminated', { duration: 'PT33M' }),
  ]
  return { told, voiding: onVoided(actor, told[5]!.id, moment()) }
}
