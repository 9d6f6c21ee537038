import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { openBank } from '#app/db/client.server.ts'
import { organisations } from '#app/db/schema/bank/index.ts'
import { lookIntoFile } from '#app/services/competencies/files/look-into-file.server.ts'
import { importFrameworkFile } from '#app/services/competencies/import-framework.server.ts'
import { mostMemory } from '#tests/builders/most-memory.ts'

/**
 * Run alone, in a process of its own: reads a register file in one way and prints how long it took
 * and the most bytes it ever held. `node register-run.mjs bare|chosen <file>`
 */
const [what = '', file = ''] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'grain-register-'))
const bank = openBank(join(folder, 'bank.sqlite'))
bank.insert(organisations).values({ id: 'o', name: 'Centre' }).run()
const started = performance.now()
if (what === 'bare') await bare()
else await imported(await chosen())
const ms = performance.now() - started
await rm(folder, { recursive: true })
console.log(JSON.stringify({ ms, bytes: mostMemory() }))

/** The parser with nobody listening to it but for the names of elements. */
async function bare(): Promise<void> {
  const parser = new SaxesParser()
  let elements = 0
  parser.on('opentag', () => {
    elements += 1
  })
  const decoder = new TextDecoder()
  for await (const chunk of createReadStream(file))
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
  parser.close()
  if (elements === 0) throw new Error('nothing was read')
}

/** Twenty entries from all over the file, once it was looked into. */
async function chosen(): Promise<string[]> {
  for (;;) {
    const reading = lookIntoFile(file)
    if (reading.state === 'refused') throw new Error(reading.refusal.code)
    if (reading.state === 'read' && reading.content.format === 'register') {
      const { entries } = reading.content
      const step = Math.floor(entries.length / 20)
      return entries
        .filter((_, at) => at % step === 0)
        .slice(0, 20)
        .map(({ code }) => code)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function imported(entries: string[]): Promise<void> {
  const by = { organisationId: 'o', now: new Date() }
  const codes = await importFrameworkFile(bank, { path: file, entries, ...by })
  if (codes.length !== 20) throw new Error('not all was imported')
}
