import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCaptions } from '#content-schema/captions/check-captions.ts'
import {
  type Cue,
  shiftAll,
  splitCue,
  transcriptOf,
  withoutOverlap,
} from '#content-schema/captions/cues.ts'
import {
  readCaptions,
  readTime,
  writeTime,
  writeWebVtt,
} from '#content-schema/captions/read-captions.ts'

const cue = (start: number, end: number, text = 'Bonjour.'): Cue => ({ start, end, text })

describe('captions are read', () => {
  it('from WebVTT, without its notes, styles, names of cues and settings', () => {
    const source = [
      'WEBVTT - un titre',
      '',
      'STYLE\n::cue { color: lime }',
      '',
      'NOTE rien à dire',
      '',
      'premier',
      '00:01.000 --> 00:02.500 line:0 align:start',
      '<v Nadia>Bonjour.',
      'Ça va ?',
      '',
      '01:00:00.000 --> 01:00:01.000',
      'Fin.',
    ].join('\n')
    expect(readCaptions(source)).toEqual({
      cues: [
        { start: 1000, end: 2500, text: '<v Nadia>Bonjour.\nÇa va ?' },
        { start: 3_600_000, end: 3_601_000, text: 'Fin.' },
      ],
      unread: [],
    })
  })

  it('from SubRip, as Windows writes it', () => {
    const source =
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nBonjour.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nFin.\r\n'
    expect(readCaptions(source)?.cues).toEqual([cue(1000, 2500), cue(3000, 4000, 'Fin.')])
  })

  it('from the sample modules, all of them', () => {
    for (const name of ['extincteur-quatre-gestes', 'nadia-et-karim']) {
      const source = readFileSync(`app/db/seed/media/${name}.vtt`, 'utf8')
      const captions = readCaptions(source)!
      expect(captions.cues).toHaveLength(source.match(/-->/g)!.length)
      expect(captions.unread).toEqual([])
    }
  })

  it('up to what cannot be read, which is named by its line', () => {
    const source =
      'WEBVTT\n\n00:01.000 --> bientôt\nBonjour.\n\n00:03.000 --> 00:04.000\nFin.\n\nperdu\n'
    expect(readCaptions(source)).toEqual({ cues: [cue(3000, 4000, 'Fin.')], unread: [3, 9] })
  })

  it.each(['', 'WEBVTT', 'Un texte.\n\nUn autre.', '{"a":1}'])('from nothing in %j', (source) =>
    expect(readCaptions(source)).toBeNull(),
  )
})

describe('captions are written', () => {
  it('as WebVTT that is read again as it was', () => {
    const time = fc.integer({ min: 0, max: 9 * 3_600_000 })
    const words = fc.stringMatching(/^[a-zé'<>]{1,9}( [a-z]{1,9}){0,5}(\n[a-z]{1,9})?$/)
    const some = fc.array(fc.record({ start: time, end: time, text: words }), { minLength: 1 })
    fc.assert(
      fc.property(some, (cues) => {
        expect(readCaptions(writeWebVtt(cues))).toEqual({ cues, unread: [] })
      }),
    )
  })

  it('without what would end a cue or begin another', () => {
    const written = writeWebVtt([cue(0, 1000, 'Un\n\n00:05.000 --> 00:06.000\nDeux')])
    expect(readCaptions(written)?.cues).toEqual([
      cue(0, 1000, 'Un\n00:05.000 → 00:06.000\nDeux'),
    ])
  })
})

describe('a time', () => {
  it.each([
    ['0:01', 1000],
    ['01:02.5', 62_500],
    ['1:00:00,250', 3_600_250],
  ])('%s is read', (text, expected) => expect(readTime(text)).toBe(expected))

  it.each(['', '5', '0:61', '1:2:3:4', '0:01.1234', '-0:01'])('%j is none', (text) =>
    expect(readTime(text)).toBeNull(),
  )

  it('is written short, with hours from one hour on', () => {
    expect([writeTime(62_500), writeTime(3_600_250)]).toEqual(['01:02.500', '1:00:00.250'])
  })
})

describe('a check of captions finds', () => {
  const problems = (cues: Cue[], duration?: number) =>
    checkCaptions(cues, duration).map(({ problem, index }) => `${index} ${problem}`)

  it('nothing in good ones', () => {
    expect(problems([cue(0, 2000), cue(2000, 4000)], 5000)).toEqual([])
  })

  it.each<[string, Cue[], string[]]>([
    ['two at once', [cue(0, 3000), cue(2000, 4000)], ['1 overlap']],
    ['one that is over before it begins', [cue(2000, 1000)], ['0 end-before-start']],
    ['one at the wrong place', [cue(3000, 4000), cue(0, 1000)], ['1 out-of-order']],
    ['one that says nothing', [cue(0, 1000, '<i> </i>')], ['0 empty']],
    ['one too fast to read', [cue(0, 1000, 'a'.repeat(21))], ['0 too-fast']],
    ['three lines', [cue(0, 9000, 'un\ndeux\ntrois')], ['0 too-many-lines']],
    ['a line too long', [cue(0, 9000, 'a'.repeat(43))], ['0 line-too-long']],
  ])('%s', (_, cues, expected) => expect(problems(cues)).toEqual(expected))

  it('one after the end of the film', () => {
    expect(problems([cue(5000, 6000)], 5000)).toEqual(['0 after-end'])
  })

  it('no overlap any more once they were asked to be repaired, and all words are still there', () => {
    const time = fc.integer({ min: 0, max: 100_000 })
    const some = fc.array(
      fc.tuple(time, fc.integer({ min: 1, max: 5000 })).map(([at, length]) => ({
        start: at,
        end: at + length,
        text: `à ${at}`,
      })),
    )
    fc.assert(
      fc.property(some, (cues) => {
        const starts = new Set(cues.map(({ start }) => start))
        fc.pre(starts.size === cues.length)
        const repaired = withoutOverlap(cues)
        expect(problems(repaired).filter((each) => /overlap|order|before/.test(each))).toEqual(
          [],
        )
        expect(repaired.map(({ text }) => text).sort()).toEqual(
          cues.map(({ text }) => text).sort(),
        )
      }),
    )
  })
})

it('all cues are shifted together, none before the start', () => {
  expect(shiftAll([cue(500, 1500), cue(3000, 4000)], -1000)).toEqual([
    cue(0, 500),
    cue(2000, 3000),
  ])
})

it('a cue is split between two words, the time in proportion', () => {
  expect(splitCue(cue(0, 1000, 'un deux trois quatre'))).toEqual([
    cue(0, 350, 'un deux'),
    cue(350, 1000, 'trois quatre'),
  ])
})

it('a transcript is proposed from what is said: a long silence begins a paragraph', () => {
  const said = [
    cue(0, 1000, '<v Karim>Bonjour\nNadia.'),
    cue(1500, 2000, 'Ça va ?'),
    cue(9000, 9500, 'Oui.'),
  ]
  expect(transcriptOf(said)).toBe('Bonjour Nadia. Ça va ?\nOui.')
})
