import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { compiled } from '#tests/builders/compiled.ts'
import { forwardTo } from './second-lrs.ts'
import { start } from './target-process.ts'
import { openTwoLrs } from './two-lrs.ts'

it('loses nothing and sends nothing twice when the sender is killed 20 times', {
  timeout: 120_000,
}, async () => {
  const two = await openTwoLrs()
  const { here, place, second } = two
  const told = await two.many(4000)
  let inTheThick = 0
  forwardTo(here, place, second)
  const script = await compiled('tests/app/forwarding/send-forever.ts')
  for (let kill = 0; kill < 20; kill += 1) {
    const before = second.ids().length
    const [, child] = await start(script, [here.settings.dataDir])
    // In the thick of it, as long as there is something to send.
    while (second.ids().length === before && before < told.length) await pause(2)
    await pause((kill % 7) * 2)
    child.kill('SIGKILL')
    await once(child, 'exit')
    if (second.ids().length < told.length) inTheThick += 1
    expect((await two.standing()).sent).toBeLessThanOrEqual(second.ids().length)
    if (kill % 5 === 0) told.push(...(await two.many(100)))
  }
  expect(inTheThick).toBeGreaterThan(15)
  const [, child] = await start(script, [here.settings.dataDir])
  while ((await two.standing()).waiting > 0) await pause(20)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(second.ids()).toEqual(told.map(({ id }) => id))
  expect((await two.standing()).letters).toEqual([])
  await two.discard()
})
