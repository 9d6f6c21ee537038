import { describe, expect, it } from 'vitest'
import { readTryOut, writeTryOut } from '#app/services/play/try.ts'
import { tryLms } from '#tests/builders/try.ts'

const long = 'x'.repeat(4097)

describe('an LMS in which a package is tried, in SCORM 1.2,', () => {
  const begun = (search: Record<string, string> = {}) => {
    const lms = tryLms('scorm-12', search)
    lms.given.LMSInitialize!('')
    return lms
  }

  it('refuses resume data that are longer than the standard has it keep', () => {
    const { given } = begun()
    expect(given.LMSSetValue!('cmi.suspend_data', long)).toBe('false')
    expect(given.LMSGetLastError!()).toBe('405')
    expect(given.LMSSetValue!('cmi.suspend_data', long.slice(1))).toBe('true')
  })

  it('cuts them without a word where it is known to do so', () => {
    const { given, calls, held } = begun({ lms: 'docebo' })
    expect(given.LMSSetValue!('cmi.suspend_data', long)).toBe('true')
    expect(given.LMSGetLastError!()).toBe('0')
    expect(held('cmi.suspend_data')).toHaveLength(4096)
    expect(calls.at(-1)).toMatchObject({ silently: 'cut' })
  })

  it('keeps as much as Moodle does', () => {
    const { given } = begun({ lms: 'moodle' })
    expect(given.LMSSetValue!('cmi.suspend_data', long)).toBe('true')
  })

  it('says that it has no interactions where it keeps none', () => {
    const { given } = begun({ interactions: 'none' })
    expect(given.LMSGetValue!('cmi.interactions._count')).toBe('')
    expect(given.LMSSetValue!('cmi.interactions.0.id', 'q1')).toBe('false')
    expect(given.LMSGetLastError!()).toBe('401')
  })

  it('refuses what breaks a rule only where it is strict', () => {
    const ask = (rules: string) => {
      const { given } = begun({ rules })
      given.LMSSetValue!('cmi.interactions.0.id', 'q1')
      return given.LMSSetValue!('cmi.interactions.0.result', 'incorrect')
    }
    expect([ask('lax'), ask('strict')]).toEqual(['true', 'false'])
  })

  it('refuses everything from the moment its session is over', () => {
    const { given, held, die } = begun()
    given.LMSSetValue!('cmi.core.lesson_location', 'p1')
    die()
    expect(given.LMSSetValue!('cmi.core.lesson_location', 'p2')).toBe('false')
    expect(given.LMSGetValue!('cmi.core.lesson_location')).toBe('')
    expect(given.LMSCommit!('')).toBe('false')
    expect(given.LMSGetLastError!()).toBe('101')
    expect(given.LMSFinish!('')).toBe('false')
    expect(held('cmi.core.lesson_location')).toBe('p1')
  })

  it('lets the module wait where the network is slow', () => {
    expect(begun().waited).toEqual([])
    const { given, waited } = begun({ network: 'slow' })
    given.LMSSetValue!('cmi.core.lesson_location', 'p1')
    given.LMSCommit!('')
    expect(waited).toEqual([900, 15, 900])
  })
})

describe('an LMS in which a package is tried, in SCORM 2004,', () => {
  const begun = (search: Record<string, string> = {}) => {
    const lms = tryLms('scorm-2004', search)
    lms.given.Initialize!('')
    return lms
  }

  it('pretends to keep interactions where it keeps none', () => {
    const { given, calls } = begun({ interactions: 'none' })
    expect(given.SetValue!('cmi.interactions.0.id', 'q1')).toBe('true')
    expect(calls.at(-1)).toMatchObject({ silently: 'forgot' })
    expect(given.GetValue!('cmi.interactions._count')).toBe('0')
  })

  it('refuses the timestamp of a program and the answer of a person where it is strict', () => {
    const { given } = begun({ rules: 'strict' })
    given.SetValue!('cmi.interactions.0.id', 'q1')
    given.SetValue!('cmi.interactions.0.type', 'choice')
    const set = (field: string, value: string) =>
      given.SetValue!(`cmi.interactions.0.${field}`, value)
    expect(set('timestamp', '2026-03-10T10:00:00.123Z')).toBe('false')
    expect(set('timestamp', '2026-03-10T10:00:00.12Z')).toBe('true')
    expect(set('learner_response', 'Réponse é')).toBe('false')
    expect(set('learner_response', 'a[,]b')).toBe('true')
  })

  it('says with the error of each call that its session is over', () => {
    const { given, die } = begun()
    die()
    const error = (method: string, ...args: string[]) => {
      given[method]!(...args)
      return given.GetLastError!()
    }
    expect(error('GetValue', 'cmi.location')).toBe('301')
    expect(error('SetValue', 'cmi.location', 'p')).toBe('351')
    expect(error('Commit', '')).toBe('391')
    expect(error('Terminate', '')).toBe('111')
  })
})

describe('the address of a try-out', () => {
  const read = (search: string, format = 'scorm-12') =>
    readTryOut(new URLSearchParams(search), format)

  it('says only what is otherwise than that LMS does it, and is read back as it was', () => {
    const tryOut = { ...read('lms=moodle'), tooLong: 'cut', mode: 'review' } as const
    const search = writeTryOut(tryOut, 'scorm-12')
    expect(String(search)).toBe('lms=moodle&tooLong=cut&mode=review')
    expect(read(String(search))).toEqual(tryOut)
    expect(String(writeTryOut(read(''), 'scorm-12'))).toBe('')
  })

  it('means nothing where it is no such try-out', () => {
    const search = 'lms=nowhere&stateLimit=3&tooLong=no&mode=admin&network='
    expect(read(search)).toEqual(read(''))
    expect(read('', 'scorm-2004-4').stateLimit).toBe(64_000)
  })
})
