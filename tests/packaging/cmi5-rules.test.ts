import { expect, it } from 'vitest'
import {
  brokenRules,
  type Cmi5Session,
  cmi5Rules,
  type Told,
} from '#tests/builders/cmi5-rules.ts'

const verb = (name: string) => ({ id: `http://adlnet.gov/expapi/verbs/${name}` })
const category = (name: string) => ({
  id: `https://w3id.org/xapi/cmi5/context/categories/${name}`,
})
const sessionid = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid'
const masteryscore = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore'
const progress = 'https://w3id.org/xapi/cmi5/result/extensions/progress'
const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '7' } }
const publisher = { id: 'https://banque.example/m/1' }

const session = {
  actor,
  registration: '8a1c0a0e-0f63-4d3a-9d55-7a2f6f6f0c11',
  activityId: 'https://lms.example/unit/1',
  launchData: {
    contextTemplate: {
      contextActivities: { grouping: [publisher] },
      extensions: { [sessionid]: 's1' },
    },
    launchMode: 'Normal',
    masteryScore: 0.7,
  },
} satisfies Cmi5Session

/** A statement of the session at a minute of it, with what makes it another. */
function told(name: string, minute: number, more: Partial<Told> = {}, categories = ['cmi5']) {
  return {
    id: `id-${name}-${minute}`,
    timestamp: `2026-03-14T10:${String(minute).padStart(2, '0')}:00Z`,
    actor,
    verb: verb(name),
    object: { id: session.activityId },
    context: {
      registration: session.registration,
      contextActivities: { grouping: [publisher], category: categories.map(category) },
      extensions: { [sessionid]: 's1' },
    },
    ...more,
  } as Told & { context: NonNullable<Told['context']> }
}

const counting = ['cmi5', 'moveon']
const judged = (name: string, minute: number, score: object, success: boolean) => {
  const made = told(name, minute, { result: { success, score, duration: 'PT9M' } }, counting)
  made.context.extensions![masteryscore] = 0.7
  return made
}

/** Each by its verb; `answered` is a statement of our own. */
const good = () => ({
  initialized: told('initialized', 0),
  answered: told('answered', 1, { object: { id: 'https://banque.example/q/1' } }, []),
  completed: told('completed', 2, { result: { completion: true, duration: 'PT2M' } }, counting),
  passed: judged('passed', 3, { scaled: 0.8, raw: 8, min: 0, max: 10 }, true),
  terminated: told('terminated', 4, { result: { duration: 'PT4M' } }),
})
type Story = ReturnType<typeof good> & { failed?: Told }

it('a session by the book breaks no rule', () => {
  expect(brokenRules(session, Object.values(good()))).toEqual([])
  const failed = judged('failed', 3, { scaled: 0.4 }, false)
  const { passed: _, ...others } = good()
  expect(brokenRules(session, Object.values({ ...others, failed }))).toEqual([])
})

/** One session for each rule that breaks it. */
const broken: Record<string, (story: Story) => void> = {
  '7.1.3.0-2': ({ answered }) => {
    answered.timestamp = '2026-03-14T10:09:00Z'
  },
  '9.1.0.0-1': ({ passed, completed }) => {
    passed.id = completed.id
  },
  '9.2.0.0-1': ({ answered }) => {
    answered.actor = { account: { homePage: 'https://lms.example', name: '8' } }
  },
  '9.2.0.0-3': ({ passed }) => {
    passed.actor = { mbox: 'mailto:zoe@example.org' }
  },
  '9.3.0.0-1': ({ answered }) => {
    answered.context.contextActivities!.category = [category('cmi5')]
  },
  '9.3.0.0-2': (story) => {
    story.failed = told('terminated', 3)
  },
  '9.3.0.0-3': (story) => {
    story.failed = judged('failed', 3, { scaled: 0.4 }, false)
  },
  '9.3.0.0-4': ({ initialized }) => {
    initialized.timestamp = '2026-03-14T10:03:30Z'
  },
  '9.3.0.0-5': ({ terminated }) => {
    terminated.timestamp = '2026-03-14T10:00:30Z'
  },
  '9.4.0.0-2': ({ passed }) => {
    passed.object = publisher
  },
  '9.5.1.0-2': ({ completed }) => {
    completed.result!.score = { scaled: 1 }
  },
  '9.5.1.0-3': ({ passed }) => {
    passed.result!.score!.raw = 7.5
  },
  '9.5.2.0-1': ({ passed }) => {
    delete passed.result!.success
  },
  '9.5.2.0-2': (story) => {
    story.failed = judged('failed', 3, { scaled: 0.4 }, true)
  },
  '9.5.2.0-3': ({ completed }) => {
    completed.result!.success = true
  },
  '9.5.3.0-1': ({ completed }) => {
    completed.result!.completion = false
  },
  '9.5.3.0-2': ({ passed }) => {
    passed.result!.completion = true
  },
  '9.5.4.1-1': ({ terminated }) => {
    terminated.result!.duration = '4 minutes'
  },
  '9.5.5.1-3': ({ passed }) => {
    passed.result!.extensions = { [progress]: 100 }
  },
  '9.6.1.0-1': ({ answered }) => {
    delete answered.context.registration
  },
  '9.6.2.2-1 what satisfies': ({ passed }) => {
    passed.context.contextActivities!.category = [category('cmi5')]
  },
  '9.6.2.2-1 what completes': ({ completed }) => {
    completed.context.contextActivities!.category = [category('cmi5')]
  },
  '9.6.2.2-2': ({ answered }) => {
    answered.context.contextActivities!.category = [category('moveon')]
  },
  '9.6.3.2-2': ({ passed }) => {
    delete passed.context.extensions![masteryscore]
  },
  '9.3.4.0-2': ({ passed }) => {
    passed.result!.score!.scaled = 0.69
  },
  '9.3.5.0-2': (story) => {
    story.failed = judged('failed', 3, { scaled: 0.7 }, false)
  },
  '9.7.0.0-2': ({ answered }) => {
    answered.timestamp = '2026-03-14T11:01:00+01:00'
  },
  '10.2.1.0-6 grouping': ({ answered }) => {
    delete answered.context.contextActivities!.grouping
  },
  '10.2.1.0-6 extensions': ({ answered }) => {
    answered.context.extensions![sessionid] = 's2'
  },
}

it.each(Object.entries(broken))('the rule %s is seen to be broken', (rule, damage) => {
  const story = good()
  damage(story)
  const found = brokenRules(session, Object.values(story))
  expect(found.filter((each) => each.startsWith(rule))).toHaveLength(1)
})

it('what was told in earlier sessions is not told again', () => {
  const rulesOf = (now: Told[], earlier: Told[]) =>
    brokenRules(session, now, earlier).map((rule) => rule.split(' ')[0])
  const { initialized, completed, passed, terminated } = good()
  expect(rulesOf([initialized, completed, terminated], [completed])).toEqual(['9.3.0.0-6'])
  expect(rulesOf([initialized, passed, terminated], [passed])).toEqual(['9.3.0.0-7'])
  const failed = judged('failed', 3, { scaled: 0.4 }, false)
  expect(rulesOf([initialized, failed, terminated], [passed])).toEqual(['9.3.0.0-8'])
})

it('who only looks back tells nothing but beginning and end', () => {
  const launchData = { ...session.launchData, launchMode: 'Review' as const }
  const { initialized, answered, terminated } = good()
  const looking = { ...session, launchData }
  expect(brokenRules(looking, [initialized, terminated])).toEqual([])
  expect(brokenRules(looking, [initialized, answered, terminated])).toHaveLength(1)
})

it('each rule is broken by one of these', () => {
  const names = [...Object.keys(broken), '9.3.0.0-6', '9.3.0.0-7', '9.3.0.0-8', '10.2.2.0-3']
  const seen = (rule: string) => names.some((name) => rule.startsWith(name))
  expect(Object.keys(cmi5Rules).filter((rule) => !seen(rule))).toEqual([])
})
