import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keep, recall } from '#app/services/play/lms-frame/attempt-store.ts'
import { buildProbe, checkZip, probeFormats } from '#packaging/index.ts'
import { firstLaunch, sayClosed } from '#packaging/probe/page/first-launch.ts'
import { openLms, type Standard } from '#packaging/probe/page/lms.ts'
import { readMark, writeMark } from '#packaging/probe/page/mark.ts'
import { report } from '#packaging/probe/page/report.ts'
import { endForGood, secondLaunch } from '#packaging/probe/page/second-launch.ts'
import { words } from '#packaging/probe/page/words.ts'
import { browserStorage } from '#tests/builders/browser-storage.ts'
import { tryLms } from '#tests/builders/try.ts'

beforeEach(() => vi.stubGlobal('localStorage', browserStorage()))
afterEach(() => vi.unstubAllGlobals())

const about = { where: 'frame', storage: true } as const

/** What the probe reports of an LMS after two launches, by what it is about. */
function probed(standard: Standard, search: Record<string, string>) {
  const launch = () => {
    const held = tryLms(standard, search, recall('probe')?.cmi)
    const lms = openLms(standard, held.given)
    lms.begin()
    return { held, lms }
  }
  const one = launch()
  const first = firstLaunch(one.lms, about, () => 0)
  sayClosed(one.lms)
  keep('probe', one.held.model())
  const two = launch()
  const mark = readMark(two.held.held('cmi.suspend_data'))
  const second = secondLaunch(two.lms)
  endForGood(two.lms)
  const findings = new Map(report(first, second).map((each) => [each.about, each]))
  return { first, second, mark, findings, ended: two.held }
}

describe.each<Standard>(['scorm-12', 'scorm-2004'])('in %s, a probe', (standard) => {
  it('finds nothing wrong with an LMS that keeps all', () => {
    const { first, second, mark, findings } = probed(standard, { stateLimit: '64000' })
    expect(mark).toEqual(first)
    expect(second).toMatchObject({ state: 64_000, place: 'closed', resumes: true })
    for (const name of [
      'state',
      'resume',
      'closing',
      'statuses',
      'score',
      'storing',
    ] as const) {
      expect(findings.get(name)?.verdict, name).toBe('good')
    }
    expect(findings.get('answers')?.verdict).toBe('good')
  })

  it('says what an LMS that cuts and keeps no answers did, and what to choose', () => {
    const { findings } = probed(standard, {
      stateLimit: '4096',
      tooLong: 'cut',
      interactions: 'none',
    })
    expect(findings.get('state')).toMatchObject({
      verdict: 'limited',
      says: 'stateCut',
      values: { asked: '64000', back: '4096' },
    })
    const refused = { verdict: 'bad', choose: 'noAnswers' }
    const pretended = { verdict: 'limited', choose: 'lookAnswers' }
    expect(findings.get('answers')).toMatchObject(standard === 'scorm-12' ? refused : pretended)
  })

  it('asks for no more than an LMS takes', () => {
    const { second, findings } = probed(standard, { stateLimit: '4096' })
    expect(second.state).toBe(standard === 'scorm-12' ? 4096 : 4000)
    expect(findings.get('state')?.says).toBe('stateWhole')
  })

  it('leaves the module passed, and nobody failed', () => {
    const { ended } = probed(standard, {})
    const name = standard === 'scorm-12' ? 'cmi.core.lesson_status' : 'cmi.success_status'
    expect(ended.held(name)).toBe('passed')
  })

  it('has a sentence for all that it can say before its second launch', () => {
    const { first } = probed(standard, {})
    for (const { says, choose, verdict } of report(first, null)) {
      expect(words.fr.says[says]).toBeTruthy()
      if (choose) expect(words.fr.choose[choose]).toBeTruthy()
      expect(words.en.verdicts[verdict]).toBeTruthy()
    }
  })
})

it('knows its mark from what is left of it, and from anything else', () => {
  const { first } = probed('scorm-12', {})
  const mark = writeMark(first, 4096)
  expect(mark).toHaveLength(4096)
  expect(readMark(mark.slice(0, 1000))).toEqual(first)
  for (const text of ['', mark.slice(0, 40), 'PROBE1{|', '4;548a0538;']) {
    expect(readMark(text)).toBeNull()
  }
})

describe('the package of the probe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grain-probe-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(probeFormats)(
    'in %s is taken by every LMS, and always has the same bytes',
    async (format) => {
      const [one, other] = [join(folder, `${format}.zip`), join(folder, `${format}-2.zip`)]
      await buildProbe({ format, language: 'fr' }, one)
      await buildProbe({ format, language: 'fr' }, other)
      expect(await checkZip(one)).toEqual([])
      expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
    },
  )
})
