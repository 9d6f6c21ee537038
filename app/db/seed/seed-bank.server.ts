import { createReadStream } from 'node:fs'
import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import {
  instanceValues,
  memberships,
  organisations,
  people,
} from '#app/db/schema/bank/index.ts'
import { hashPassword } from '#app/services/accounts/password.server.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import { newId } from '#content-schema/identity.ts'
import { sampleBank } from './sample-bank.ts'
import { type SampleIds, seedModule } from './seed-module.server.ts'

export type SampleSignIn = { role: string; email: string; password: string }

/** The same for all: samples are only made where nobody else can reach them. */
export const samplePassword = 'grain-de-demonstration'

/**
 * Fills an empty bank with the sample organisation, and gives its sign-ins. Where others than this
 * machine can reach the server, nothing is made: everyone knows these passwords.
 */
export async function seedWhenEmpty(here: Instance): Promise<SampleSignIn[]> {
  const { bank, settings } = here
  if (!settings.loopback) return []
  if (isUnfinished(bank)) emptyBank(bank)
  if (bank.select().from(people).all().length === 0) await seedBank(here)
  return knownSamples(bank)
}

/** @throws UserError when a sample is refused by the very checks that hold for everyone */
export async function seedBank(here: Instance): Promise<void> {
  const { bank } = here
  const now = new Date()
  bank.insert(instanceValues).values({ name: unfinished, value: now.toISOString() }).run()
  const organisationId = newId()
  bank
    .insert(organisations)
    .values({ id: organisationId, name: sampleBank.organisation.name })
    .run()
  const ids = await addPeople(bank, organisationId)
  const file = createReadStream(sampleBank.frameworkFile)
  await importFramework(bank, { file, organisationId, now })
  for (const module of sampleBank.modules)
    await seedModule(here, module, { organisationId, ids, now })
  bank.delete(instanceValues).where(eq(instanceValues.name, unfinished)).run()
}

/** Stands in the bank as long as its samples are not all there. */
const unfinished = 'unfinishedSamples'

function isUnfinished(bank: Bank): boolean {
  return (
    bank.select().from(instanceValues).where(eq(instanceValues.name, unfinished)).get() !==
    undefined
  )
}

/** Not what SQLite keeps for itself, nor an index of full text, which follows its table. */
const ownTables = `
  select name from pragma_table_list
  where schema = 'main' and type = 'table' and name not like 'sqlite_%'`

/** Removes samples that were cut off half-way: nobody has used a bank that never opened. */
function emptyBank({ $client }: Bank): void {
  const kept = ['instance_values', '__drizzle_migrations']
  const tables = $client.prepare(ownTables).pluck().all() as string[]
  $client.pragma('foreign_keys = OFF')
  $client.transaction(() => {
    for (const table of tables.filter((name) => !kept.includes(name))) {
      $client.prepare(`delete from "${table}"`).run()
    }
    $client.prepare('delete from instance_values where name = ?').run(unfinished)
  })()
  $client.pragma('foreign_keys = ON')
}

async function addPeople(bank: Bank, organisationId: string): Promise<SampleIds> {
  const passwordHash = await hashPassword(samplePassword)
  const added: SampleIds = new Map()
  for (const person of sampleBank.people) {
    const id = newId()
    bank
      .insert(people)
      .values({ id, name: person.name, email: person.email, passwordHash })
      .run()
    bank.insert(memberships).values({ personId: id, organisationId, role: person.role }).run()
    added.set(person.role, { id, name: person.name })
  }
  return added
}

/** The sample people that are still there: announced at start. */
function knownSamples(bank: Bank): SampleSignIn[] {
  return sampleBank.people
    .filter(({ email }) => bank.select().from(people).where(eq(people.email, email)).get())
    .map(({ role, email }) => ({ role, email, password: samplePassword }))
}
