import { expect, it } from 'vitest'
import { createSessionQueue } from '#packaging/player/reporters/session-queue.ts'

/** An LRS that answers as told, and what it was sent, each request as the numbers in it. */
function lrs(answer: (numbers: number[]) => number) {
  const requests: number[][] = []
  const queue = createSessionQueue(async (body) => {
    const numbers = (JSON.parse(body) as { number: number }[]).map(({ number }) => number)
    requests.push(numbers)
    return answer(numbers)
  })
  const add = (...numbers: number[]) => {
    for (const number of numbers) queue.add({ number })
  }
  return { requests, queue, add }
}

it('sends in order, once, and nothing when there is nothing', async () => {
  const { requests, queue, add } = lrs(() => 200)
  add(1, 2)
  await queue.send()
  add(3)
  await queue.send()
  await queue.send()
  expect(requests).toEqual([[1, 2], [3]])
})

it('keeps what did not arrive, in its place, until it does', async () => {
  let status = 0
  const { requests, queue, add } = lrs(() => status)
  for (const failure of [0, 401, 503]) {
    status = failure
    add(failure)
    await queue.send()
  }
  status = 204
  await queue.send()
  expect(requests.at(-1)).toEqual([0, 401, 503])
  await queue.send()
  expect(requests).toHaveLength(4)
})

it('gives up only what is refused alone', async () => {
  const { requests, queue, add } = lrs((numbers) => (numbers.includes(2) ? 403 : 200))
  add(1, 2, 3)
  await queue.send()
  add(4)
  await queue.send()
  expect(requests).toEqual([[1, 2, 3], [1], [2], [3], [4]])
})

it('never sends more at once than a browser lets outlive its page', async () => {
  const sizes: number[] = []
  const queue = createSessionQueue(async (body) => {
    sizes.push(new TextEncoder().encode(body).length)
    return 200
  })
  for (let number = 0; number < 40; number += 1) {
    queue.add({ number, text: 'é'.repeat(1500) })
  }
  queue.add({ text: 'x'.repeat(60_000) })
  await queue.send()
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.slice(0, -1).every((size) => size < 64_000)).toBe(true)
})

it('at the end sends what waits at once, though something is still under way', async () => {
  let release = () => undefined as unknown
  const requests: string[] = []
  const queue = createSessionQueue(async (body) => {
    requests.push(body)
    if (requests.length === 1) await new Promise((resolve) => (release = () => resolve(0)))
    return 200
  })
  queue.add({ number: 1 })
  const under = queue.send()
  queue.add({ number: 2 })
  await queue.end()
  expect(requests).toEqual(['[{"number":1}]', '[{"number":2}]'])
  release()
  await under
})
