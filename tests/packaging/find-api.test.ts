import { describe, expect, it } from 'vitest'
import { findApi } from '#packaging/player/reporters/find-api.ts'

type Frame = { parent?: Frame; top?: Frame; opener?: Frame; API?: string }

const find = (frame: Frame) => findApi<string>('API', frame as unknown as Window)

/** A frame so many levels below another one. */
function below(top: Frame, levels: number): Frame {
  let frame = top
  for (let level = 0; level < levels; level += 1) frame = { parent: frame, top }
  return frame
}

const alone = (more: Partial<Frame> = {}): Frame => {
  const frame: Frame = { ...more }
  frame.parent = frame
  frame.top = frame
  return frame
}

describe('the run-time of an LMS', () => {
  it('is found in the frames around, however deep', () => {
    expect(find(below(alone({ API: 'lms' }), 1))).toBe('lms')
    expect(find(below(alone({ API: 'lms' }), 30))).toBe('lms')
  })

  it('is found in the window that opened the one that opened this one', () => {
    const lms = below(alone({ API: 'lms' }), 2)
    const between = below(alone({ opener: lms }), 1)
    expect(find(below(alone({ opener: between }), 1))).toBe('lms')
  })

  it('is sought around before it is sought in a window that opened this one', () => {
    const frame = below(alone({ API: 'around' }), 2)
    frame.opener = alone({ API: 'opener' })
    expect(find(frame)).toBe('around')
  })

  it('is sought once in each window, even where two opened each other', () => {
    const one = alone()
    one.opener = alone({ opener: one })
    expect(find(one)).toBeNull()
  })

  it('is found in the window that opened this one, and around it', () => {
    expect(find(alone({ opener: below(alone({ API: 'lms' }), 2) }))).toBe('lms')
    expect(find(below(alone({ opener: alone({ API: 'lms' }) }), 2))).toBe('lms')
  })

  it('is found above a frame of another site, which may not be looked into', () => {
    const foreign = new Proxy(below(alone({ API: 'lms' }), 1), {
      get(frame, name) {
        if (name === 'API' || name === 'opener') throw new Error('cross-origin')
        return frame[name as keyof Frame]
      },
    })
    expect(find({ parent: foreign })).toBe('lms')
  })

  it('is not there when nobody is around', () => {
    expect(find(alone())).toBeNull()
  })
})
