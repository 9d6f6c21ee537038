import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import fr from '#app/i18n/fr/play.json' with { type: 'json' }
import { durationText } from '#app/ui/play/duration-text.ts'
import { tellStory } from '#app/ui/play/story.ts'
import { sentences } from '#app/ui/play/story-lines.ts'
import { beginIn } from '#packaging/player/reporters/begin.ts'
import { openLasting } from '#packaging/player/reporters/lasting.ts'
import { openings } from '#packaging/player/reporters/openings.ts'
import { createSession, type Session } from '#packaging/player/session.ts'
import { createStopwatch } from '#packaging/player/stopwatch.ts'
import { answers, dataOf, dialects, type Standard } from '#tests/builders/sitting.ts'
import { tryLms } from '#tests/builders/try.ts'

// An LMS that takes time to store is asked less often: here no time passes.
beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 2, 10) }))
afterEach(() => vi.useRealTimers())

const data = dataOf()
const played = {
  pages: Object.fromEntries(data.sections.map(({ id, title }) => [id, title])),
  asked: {},
}

/** What the module says in one sitting in an LMS of a try-out, as a story. */
function story(
  standard: Standard,
  act: (session: Session, die: () => void) => void,
  search: Record<string, string> = {},
) {
  const lms = tryLms(standard, search)
  const run = openLasting(beginIn(lms.given, openings[standard])!, dialects[standard], data)
  const session = createSession({
    data,
    run,
    stopwatch: createStopwatch(() => 0),
    traces: null,
    now: () => Date.UTC(2026, 2, 10),
    later: (action) => action(),
  })
  session.show(0, true)
  act(session, lms.die)
  session.close()
  const calls = lms.calls.map((call, index) => ({ ...call, at: 0, number: index + 1 }))
  return tellStory(calls, played)
}

describe.each<Standard>(['scorm-12', 'scorm-2004'])('in %s, a story', (standard) => {
  const learning = (session: Session) => {
    session.show(1)
    session.answer(0, answers.right[0]!)
  }

  it('has a beginning, pages, answers and an end', () => {
    const kinds = story(standard, learning).map(({ kind }) => kind)
    expect(kinds).toEqual(['start', 'page', 'answer', 'end'])
  })

  it('says on which page the learner is, and whether the answer was right', () => {
    const [start, page, answer, end] = story(standard, learning)
    const says = (chapter: typeof start) => chapter!.lines.map((line) => line.says)
    expect(says(start)).toEqual(
      expect.arrayContaining(['begins', 'findsNothing', 'exitSuspend']),
    )
    expect(page!.page).toBe(data.sections[1]!.title)
    const line = answer!.lines.find((each) => each.says === 'answer')!
    expect(line.values).toMatchObject({ result: 'correct' })
    expect(line.calls.length).toBeGreaterThan(3)
    expect(says(end).at(-1)).toBe('ends')
  })

  it('forgets no call, and tells none twice', () => {
    const numbers = story(standard, learning).flatMap(({ lines }) =>
      lines.flatMap(({ calls }) => calls.map(({ number }) => number)),
    )
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it('shows no refusal where all goes well, and each where the session is over', () => {
    const refusals = (act: Parameters<typeof story>[1]) =>
      story(standard, act)
        .flatMap(({ lines }) => lines)
        .filter(({ errorCode }) => errorCode !== null)
        .map(({ says }) => says)
    expect(refusals(learning)).toEqual([])
    const dying = (session: Session, die: () => void) => {
      die()
      learning(session)
    }
    expect(refusals(dying)).toEqual(expect.arrayContaining(['keepsProgress', 'ends']))
  })

  it('says what the LMS did not say', () => {
    const lines = story(standard, learning, { stateLimit: '255', tooLong: 'cut' })
    expect(lines.flatMap((each) => each.lines).every(({ silently }) => silently === null)).toBe(
      true,
    )
    const [line] = tellStory(
      [
        {
          ...{ method: 'SetValue', element: 'cmi.suspend_data', value: 'xx', result: 'true' },
          ...{ errorCode: '0', silently: 'cut', at: 0, number: 1 },
        },
      ],
      played,
    )[0]!.lines
    expect(line).toMatchObject({ says: 'keepsProgress', silently: 'cut' })
  })
})

it('has a sentence for all that it can say', () => {
  expect(Object.keys(fr.story.says).sort()).toEqual([...sentences].sort())
})

it.each([
  ['0001:02:03.45', '1 h 2 min 3 s'],
  ['PT1M30.12S', '1 min 30 s'],
  ['PT0S', '0 s'],
  ['0000:00:05', '5 s'],
  ['soon', 'soon'],
])('reads %s as %s', (text, said) => {
  expect(durationText(text)).toBe(said)
})
