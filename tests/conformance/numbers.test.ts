import { describe, expect, it } from 'vitest'
import { bothVersions } from '#app/lrs/http/version.ts'
import { notOurs, publishedNumbers } from './numbers.ts'
import { numbersOf } from './row.ts'
import { tables } from './tables/index.ts'

const rows = Object.values(tables).flat()

describe.each(bothVersions)('of the numbers published for %s', (version) => {
  const published = publishedNumbers(version)
  const spoken = rows.filter(({ versions }) => versions.includes(version))
  const proved = new Set(spoken.flatMap(numbersOf))

  it('each has a row that proves it, or a reason why it has none', () => {
    const held = published.filter((number) => proved.has(number))
    console.log(`${version}: ${held.length} of ${published.length} requirements have a row`)
    const left = published.filter((number) => !proved.has(number) && !notOurs[number])
    expect(left).toEqual([])
  })

  it('none has both a row and a reason', () => {
    expect(Object.keys(notOurs).filter((number) => proved.has(number))).toEqual([])
  })

  it('a row names no other', () => {
    expect([...proved].filter((number) => !published.includes(number))).toEqual([])
  })
})
