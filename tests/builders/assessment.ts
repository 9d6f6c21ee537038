import type { Assessment } from '#content-schema/scoring/assessment.ts'
import type { Question } from '#content-schema/scoring/question.ts'
import type { PlayerData, PlayerQuestion } from '#packaging/player/player-data.ts'
import type { Session } from '#packaging/player/session.ts'
import { doc, paragraph } from './document.ts'
import { packageSettings, packageSource } from './package-source.ts'
import { dataOf } from './sitting.ts'

const ids = ['asked00001', 'asked00002', 'asked00003', 'asked00004']

/** Four questions asked together, on the only page of a module that is passed at 70 %. */
export function moduleOf(rules: Partial<Assessment> = {}, alone: string[] = []): PlayerData {
  const bare = dataOf(packageSource(doc(paragraph('À lire.'))))
  const assessment = {
    id: 'assessment',
    title: 'Bilan',
    sectionIndex: 0,
    required: true,
    questions: ids,
    draw: 0,
    shuffle: false,
    threshold: 70,
    attempts: 2,
    correction: 'end' as const,
    ...rules,
  }
  const deferred = assessment.correction !== 'each' && { deferred: true as const }
  return {
    ...bare,
    code: 'porter',
    publication: packageSettings('xapi').publication,
    questions: [
      ...alone.map((id) => asked(id, -1)),
      ...ids.map((id) => ({ ...asked(id, 0), ...deferred })),
    ],
    required: [{ id: 'assessment', sectionIndex: 0 }],
    assessments: [assessment],
  }
}

function asked(id: string, paper: number): PlayerQuestion {
  const question: Question = {
    id,
    points: 1,
    tries: 2,
    kind: 'trueFalse',
    key: { answer: true },
  }
  const described = { [id]: { prompt: 'Vrai ?' } }
  return { question, sectionIndex: 0, paper, keyDigest: '0'.repeat(8), patterns: {}, described }
}

/** Begins an attempt, answers so many of its questions rightly and hands it in. */
export function attempt(session: Session, right: number, { each = false } = {}): void {
  session.begin(0)
  for (const [order, index] of session.askedAt(0).entries()) {
    const answer = [String(order < right)]
    if (each) session.answer(index, answer)
    else session.keep(index, answer)
  }
  session.handIn(0)
}
