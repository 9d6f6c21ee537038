import type { Answer, KindName, Question } from '#content-schema/scoring/question.ts'

/** One question of a kind with answers to it, for the tests that walk all kinds. */
export type KindSample = {
  question: Question
  right: Answer
  /** Earns a part; left out where there is no such thing. */
  partial?: { answer: Answer; share: number }
  wrong: Answer
  /** Words a learner may type, to be put in any place of an answer. */
  typed?: boolean
}

const shared = { points: 4, tries: 2 }
const strict = { capitals: false, accents: false, spelling: false }

/** A question of every kind: a kind that is missing here does not compile. */
export const kindSamples: Record<KindName, KindSample> = {
  choice: {
    question: {
      ...shared,
      id: 'kindchoice',
      kind: 'choice',
      key: {
        choices: [
          { id: 'choice000a', correct: true },
          { id: 'choice000b', correct: false },
          { id: 'choice000c', correct: true },
        ],
        multiple: true,
        partialCredit: true,
      },
    },
    right: ['choice000a', 'choice000c'],
    partial: { answer: ['choice000c'], share: 0.5 },
    wrong: ['choice000b'],
  },
  trueFalse: {
    question: { ...shared, id: 'kindtruefa', kind: 'trueFalse', key: { answer: false } },
    right: ['false'],
    wrong: ['true'],
  },
  numeric: {
    question: {
      ...shared,
      id: 'kindnumeri',
      kind: 'numeric',
      key: { value: 2.5, tolerance: 0.1, units: [{ name: 'cm', factor: 0.01 }] },
    },
    right: ['250 cm'],
    wrong: ['12'],
  },
  fillIn: {
    question: {
      ...shared,
      id: 'kindfillin',
      kind: 'fillIn',
      key: { ...strict, accepted: ['goupille', 'la goupille'] },
    },
    right: ['La Goupille'],
    wrong: ['le manche'],
    typed: true,
  },
  cloze: {
    question: {
      ...shared,
      id: 'kindcloze1',
      kind: 'cloze',
      key: {
        ...strict,
        gaps: [
          { id: 'clozegap01', accepted: ['alerter'] },
          { id: 'clozegap02', accepted: ['évacuer'] },
        ],
        partialCredit: true,
      },
    },
    right: ['alerter', 'evacuer'],
    partial: { answer: ['alerter', 'courir'], share: 0.5 },
    wrong: ['courir', 'crier'],
    typed: true,
  },
  matching: {
    question: {
      ...shared,
      id: 'kindmatchi',
      kind: 'matching',
      key: {
        sources: [
          { id: 'source0001', target: 'target0001' },
          { id: 'source0002', target: 'target0002' },
        ],
        targets: ['target0001', 'target0002', 'target0003'],
        partialCredit: true,
      },
    },
    right: ['target0001', 'target0002'],
    partial: { answer: ['target0001', 'target0003'], share: 0.5 },
    wrong: ['target0002', 'target0003'],
  },
  sequencing: {
    question: {
      ...shared,
      id: 'kindsequen',
      kind: 'sequencing',
      key: { items: ['item000001', 'item000002', 'item000003'], partialCredit: true },
    },
    right: ['item000001', 'item000002', 'item000003'],
    partial: { answer: ['item000001', 'item000003', 'item000002'], share: 1 / 3 },
    wrong: ['item000002', 'item000003', 'item000001'],
  },
  likert: {
    question: {
      id: 'kindlikert',
      points: 0,
      tries: 1,
      kind: 'likert',
      key: { statements: ['statement1', 'statement2'], steps: 5, comment: 'comment001' },
    },
    right: ['4', '5', 'Rien à redire ; merci, à bientôt !'],
    wrong: ['1', '1', ''],
    typed: true,
  },
  open: {
    question: {
      id: 'kindopen01',
      points: 0,
      tries: 1,
      kind: 'open',
      key: { kept: 300, sent: true },
    },
    right: ['Je rappelle le client, puis j’écris.'],
    wrong: ['Non.'],
    typed: true,
  },
  scenario: {
    question: {
      ...shared,
      id: 'kindscenar',
      kind: 'scenario',
      key: {
        scenes: [
          {
            id: 'scene00001',
            choices: [
              { id: 'decision01', points: 1, leadsTo: 'scene00002' },
              { id: 'decision02', points: 0, leadsTo: 'scene00002' },
            ],
          },
          {
            id: 'scene00002',
            choices: [
              { id: 'decision03', points: 1, leadsTo: null },
              { id: 'decision04', points: 0, leadsTo: 'scene00001' },
            ],
          },
        ],
        best: 2,
      },
    },
    right: ['decision01', 'decision03'],
    partial: { answer: ['decision02', 'decision03'], share: 0.5 },
    wrong: ['decision02', 'decision04', 'decision02', 'decision04'],
  },
}

export const kindNames = Object.keys(kindSamples) as KindName[]
