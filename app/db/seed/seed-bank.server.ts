import { createReadStream } from 'node:fs'
import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import {
  instanceValues,
  memberships,
  organisations,
  people,
  type Role,
} from '#app/db/schema/bank/index.ts'
import { keepOwnOrganisation } from '#app/services/accounts/own-organisation.server.ts'
import { hashPassword } from '#app/services/accounts/password.server.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import { setVisibility } from '#app/services/sharing/visibility.server.ts'
import { newId } from '#content-schema/identity.ts'
import { neighbour } from './neighbour/neighbour.ts'
import { sampleBank } from './sample-bank.ts'
import { type SampleIds, seedModule } from './seed-module.server.ts'

export type SampleSignIn = { role: string; email: string; password: string }

/** The same for all: samples are only made where nobody else can reach them. */
export const samplePassword = 'grain-de-demonstration'

/**
 * Fills an empty bank with the sample organisations, and gives its sign-ins. Where others than this
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
  const passwordHash = await hashPassword(samplePassword)
  const organisationId = await addOrganisation(here, sampleBank.organisation.name, now)
  keepOwnOrganisation(bank, organisationId)
  const people = sampleBank.people.map(({ role, ...person }) => ({ ...person, roles: [role] }))
  const ids = addPeople(bank, { organisationId, passwordHash, people })
  for (const module of sampleBank.modules)
    await seedModule(here, module, { organisationId, ids, now })
  const before = new Date(now.getTime() - day)
  await seedNeighbour(here, { firstId: organisationId, passwordHash, now: before })
  bank.delete(instanceValues).where(eq(instanceValues.name, unfinished)).run()
}

/** What others shared stands behind one's own work, which is newer. */
const day = 86_400_000

/** Another organisation with modules that it shares. */
async function seedNeighbour(
  here: Instance,
  { firstId, passwordHash, now }: { firstId: string; passwordHash: string; now: Date },
): Promise<void> {
  const organisationId = await addOrganisation(here, neighbour.organisation.name, now)
  const { people } = neighbour
  const ids = addPeople(here.bank, { organisationId, passwordHash, people })
  const personId = ids.get('publisher')!.id
  for (const { module, visibility } of neighbour.modules) {
    await seedModule(here, module, { organisationId, ids, now })
    const key = { moduleId: module.facts.code, organisationId, personId, now }
    const whom = { visibility, networkId: null, organisationIds: [firstId] }
    setVisibility(here.bank, { ...key, ...whom })
  }
}

async function addOrganisation({ bank }: Instance, name: string, now: Date): Promise<string> {
  const id = newId()
  bank.insert(organisations).values({ id, name }).run()
  const file = createReadStream(sampleBank.frameworkFile)
  await importFramework(bank, { file, organisationId: id, now })
  return id
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

type Added = {
  organisationId: string
  passwordHash: string
  people: { name: string; email: string; roles: Role[] }[]
}

function addPeople(
  bank: Bank,
  { organisationId, passwordHash, people: all }: Added,
): SampleIds {
  const added: SampleIds = new Map()
  for (const { name, email, roles } of all) {
    const id = newId()
    bank.insert(people).values({ id, name, email, passwordHash }).run()
    for (const role of roles) {
      bank.insert(memberships).values({ personId: id, organisationId, role }).run()
      added.set(role, { id, name })
    }
  }
  return added
}

/** The sample people that are still there: announced at start. */
function knownSamples(bank: Bank): SampleSignIn[] {
  return sampleBank.people
    .filter(({ email }) => bank.select().from(people).where(eq(people.email, email)).get())
    .map(({ role, email }) => ({ role, email, password: samplePassword }))
}
