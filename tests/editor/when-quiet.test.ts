import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whenQuiet } from '#editor/when-quiet.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('calls once, so long after the last of a burst', () => {
  const call = vi.fn()
  const quiet = whenQuiet(100, call)
  for (let key = 0; key < 10; key += 1) {
    quiet.stir()
    vi.advanceTimersByTime(50)
  }
  expect(call).not.toHaveBeenCalled()
  vi.advanceTimersByTime(50)
  expect(call).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  expect(call).toHaveBeenCalledTimes(1)
})

it('calls again after the next burst, and never once it was stopped', () => {
  const call = vi.fn()
  const quiet = whenQuiet(100, call)
  quiet.stir()
  vi.advanceTimersByTime(100)
  quiet.stir()
  vi.advanceTimersByTime(100)
  expect(call).toHaveBeenCalledTimes(2)
  quiet.stir()
  quiet.stop()
  vi.advanceTimersByTime(1000)
  expect(call).toHaveBeenCalledTimes(2)
})
