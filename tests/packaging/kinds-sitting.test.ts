import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { isScored, markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { KindName } from '#content-schema/scoring/question.ts'
import type { PlayerData } from '#packaging/player/player-data.ts'
import { noRun } from '#packaging/player/reporters/no-run.ts'
import { createSession, type Session } from '#packaging/player/session.ts'
import { createStopwatch } from '#packaging/player/stopwatch.ts'
import { openTraces } from '#packaging/player/traces/open-traces.ts'
import { doc, paragraph } from '#tests/builders/document.ts'
import { packageSettings, packageSource } from '#tests/builders/package-source.ts'
import { kindNames, kindSamples } from '#tests/builders/question-kinds.ts'
import { dataOf, type Held, learner, type Standard } from '#tests/builders/sitting.ts'

const standards: Standard[] = ['scorm-12', 'scorm-2004']

/** A module of one page that asks one question of a kind. */
function moduleOf(name: KindName): PlayerData {
  const { publication } = packageSettings('xapi')
  const { question } = kindSamples[name]
  const asked = {
    question,
    sectionIndex: 0,
    keyDigest: '0'.repeat(12),
    paper: -1,
    patterns: {},
    described: { [question.id]: { prompt: 'Que faire ?' } },
  }
  return {
    ...dataOf(packageSource(doc(paragraph('À lire.')))),
    publication,
    questions: [asked],
  }
}

/** Scores out of a hundred, as they are read in each place; `null` where none was told. */
function onScreen(session: Session): number | null {
  const { score } = session.progress()
  return score && Math.round(score.scaled * 10_000) / 100
}

function inLms(standard: Standard, held: Held): number | null {
  const raw = held.get(standard === 'scorm-12' ? 'cmi.core.score.raw' : 'cmi.score.raw')
  return raw === undefined ? null : Number(raw)
}

describe.each(kindNames)('a question of the kind %s', (name) => {
  const { question, right, wrong, partial } = kindSamples[name]
  const scored = isScored(question)
  const hundred = scored ? 100 : null
  const part =
    partial &&
    Math.round((markAnswer(question, partial.answer).points / question.points) * 10_000) / 100

  describe.each(standards)('in %s', (standard) => {
    it('has no score while it is untouched', () => {
      const { sit, calls } = learner(standard, moduleOf(name))
      let seen: number | null = -1
      const held = sit((session) => {
        seen = onScreen(session)
        session.close()
      })
      expect(seen).toBeNull()
      expect(inLms(standard, held)).toBeNull()
      expect([...held.keys()].some((element) => element.includes('interactions'))).toBe(false)
      expect(calls.filter(({ answer }) => answer === 'false')).toEqual([])
    })

    it('earns its part, on the screen and in the LMS alike', () => {
      if (!partial)
        return expect(['trueFalse', 'numeric', 'fillIn', 'likert', 'open']).toContain(name)
      const { sit, calls } = learner(standard, moduleOf(name))
      let seen: number | null = null
      const held = sit((session) => {
        session.answer(0, partial.answer)
        seen = onScreen(session)
        session.close()
      })
      expect(seen).toBeCloseTo(part ?? -1, 1)
      expect(inLms(standard, held)).toBe(seen)
      expect(calls.filter(({ answer }) => answer === 'false')).toEqual([])
    })

    it('is finished, and every word of it was taken by the LMS', () => {
      const { sit, calls } = learner(standard, moduleOf(name))
      let seen: number | null = -1
      const held = sit((session) => {
        session.answer(0, right)
        seen = onScreen(session)
        session.close()
      })
      expect(seen).toBe(hundred)
      expect(inLms(standard, held)).toBe(hundred)
      const told = [...held].filter(([element]) => /interactions\.\d+\.id$/.test(element))
      expect(told.length).toBeGreaterThan(0)
      expect(calls.filter(({ answer }) => answer === 'false')).toEqual([])
    })

    it('comes back in the next sitting with the same answer and the same score', () => {
      const { sit } = learner(standard, moduleOf(name))
      sit((session) => {
        session.answer(0, wrong)
        session.hidden()
      })
      sit((session) => {
        const given = session.state.given[0]
        expect(given?.tries).toBe(1)
        expect(markAnswer(question, given?.answer ?? [])).toEqual(markAnswer(question, wrong))
        expect(onScreen(session)).toBe(scored ? 0 : null)
      })
    })

    it('starts from nothing when it is taken again', () => {
      const { sit } = learner(standard, moduleOf(name))
      const held = sit((session) => {
        session.answer(0, wrong)
        session.startAgain()
        expect(onScreen(session)).toBeNull()
        expect(session.isFinished(0)).toBe(false)
        session.answer(0, right)
        expect(onScreen(session)).toBe(hundred)
        session.close()
      })
      expect(inLms(standard, held)).toBe(hundred)
    })
  })

  it('is told to an LRS with the score of the screen', async () => {
    for (const answer of [right, ...(partial ? [partial.answer] : [])]) {
      const { kept, endpoint } = await lrs()
      const data = { ...moduleOf(name), traces: { endpoint, key: 'k', secret: 's' } }
      const now = () => Date.UTC(2026, 2, 14, 10)
      const session = createSession({
        data,
        run: noRun,
        stopwatch: createStopwatch(now),
        now,
        later: () => undefined,
        traces: (state, resumed) =>
          openTraces({ data, platform: 'web', launch: undefined, state, resumed, now }),
      })
      session.show(0, true)
      session.answer(0, answer)
      if (!session.isFinished(0)) session.answer(0, answer)
      const seen = onScreen(session)
      session.close()
      await until(() => kept.some(({ verb }) => verb.id.endsWith('terminated')))
      const scores = kept.flatMap(({ verb, result }) =>
        /(passed|failed)$/.test(verb.id) ? (result?.score?.scaled ?? []) : [],
      )
      expect(scores.map((scaled) => Math.round(scaled * 10_000) / 100)).toEqual(
        seen === null ? [] : [seen],
      )
      const answered = kept.filter(({ verb }) => verb.id.endsWith('answered'))
      expect(answered.length).toBeGreaterThan(0)
      for (const { result } of answered) {
        expect(result?.success).toEqual(scored ? expect.any(Boolean) : undefined)
      }
    }
  })
})

type Sent = {
  id: string
  verb: { id: string }
  result?: { success?: boolean; score?: { scaled: number } }
}

let server: Server | undefined

/** An LRS that keeps whatever it is sent, once each: the last statements may come twice. */
async function lrs(): Promise<{ endpoint: string; kept: Sent[] }> {
  const kept: Sent[] = []
  server?.close()
  server = createServer(async (request, response) => {
    const batch: Sent[] = JSON.parse(await text(request))
    kept.push(...batch.filter(({ id }) => !kept.some((known) => known.id === id)))
    response.writeHead(200).end('[]')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server?.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { endpoint: `http://127.0.0.1:${port}/xapi/`, kept }
}

afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

async function until(done: () => boolean): Promise<void> {
  for (let wait = 0; wait < 200 && !done(); wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
