import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { formats } from '#packaging/package-source.ts'
import { bundlePlayer } from '#packaging/player/bundle.ts'

const kilobyte = 1000
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length

describe.each(formats)('the player in %s', (format) => {
  it('is at most 20 kB of script and 10 kB of style, compressed', async () => {
    const { script, styles } = await bundlePlayer(format, false)
    expect(gzipped(script)).toBeLessThan(20 * kilobyte)
    expect(gzipped(styles)).toBeLessThan(10 * kilobyte)
  })

  it('takes at most 20 kB more to send statements, and only then', async () => {
    const without = await bundlePlayer(format, false)
    const traced = await bundlePlayer(format, true)
    const more = gzipped(traced.script) - gzipped(without.script)
    expect(more).toBeGreaterThan(500)
    expect(more).toBeLessThan(20 * kilobyte)
    expect(without.script).not.toContain('/statements')
  })

  it('runs under a strict content security policy, and listens to no unload', async () => {
    const { script } = await bundlePlayer(format, true)
    expect(script).not.toMatch(
      /\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write/,
    )
    expect(script).not.toMatch(/["'`](before)?unload["'`]/)
  })
})
