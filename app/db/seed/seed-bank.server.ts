import { createReadStream } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import {
  competencies,
  competencyBlocks,
  frameworks,
  memberships,
  organisations,
  people,
} from '#app/db/schema/bank/index.ts'
import { hashPassword } from '#app/services/accounts/password.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import { dayAfter } from '#app/services/guarantees/days.ts'
import { recordGuarantee } from '#app/services/guarantees/record-guarantee.server.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import { newId } from '#content-schema/identity.ts'
import type { Alignment } from '#content-schema/module.ts'
import { type SampleModule, type SamplePerson, sampleBank } from './sample-bank.ts'

export type SampleSignIn = { role: string; email: string; password: string }

/** The same for all: samples are only made where nobody else can reach them. */
export const samplePassword = 'grain-de-demonstration'

/**
 * Fills an empty bank with the sample organisation, and gives its sign-ins. Where others than this
 * machine can reach the server, nothing is made: everyone knows these passwords.
 */
export async function seedWhenEmpty(here: Instance): Promise<SampleSignIn[]> {
  if (!here.settings.loopback) return []
  if (here.bank.select().from(people).all().length === 0) await seedBank(here)
  return knownSamples(here.bank)
}

/** @throws UserError when a sample is refused by the very checks that hold for everyone */
export async function seedBank(here: Instance): Promise<void> {
  const { bank } = here
  const now = new Date()
  const organisationId = newId()
  bank
    .insert(organisations)
    .values({ id: organisationId, name: sampleBank.organisation.name })
    .run()
  const ids = await addPeople(bank, organisationId)
  const file = createReadStream(sampleBank.frameworkFile)
  await importFramework(bank, { file, organisationId, now })
  for (const module of sampleBank.modules)
    await addModule(here, module, { organisationId, ids, now })
}

async function addPeople(
  bank: Bank,
  organisationId: string,
): Promise<Map<string, SamplePerson & { id: string }>> {
  const passwordHash = await hashPassword(samplePassword)
  const added = new Map<string, SamplePerson & { id: string }>()
  for (const person of sampleBank.people) {
    const id = newId()
    bank
      .insert(people)
      .values({ id, name: person.name, email: person.email, passwordHash })
      .run()
    bank.insert(memberships).values({ personId: id, organisationId, role: person.role }).run()
    added.set(person.role, { ...person, id })
  }
  return added
}

type Setting = {
  organisationId: string
  ids: Map<string, SamplePerson & { id: string }>
  now: Date
}

async function addModule(
  here: Instance,
  module: SampleModule,
  setting: Setting,
): Promise<void> {
  const { bank } = here
  const { organisationId, ids, now } = setting
  const author = ids.get('designer')!
  const { title, code, language } = module.facts
  const moduleId = createModule(bank, { title, code, language, author, organisationId, now })
  const key = { moduleId, organisationId, personId: author.id, now }
  await addAssets(here, module, key)
  const alignments = module.alignments.map((each) => findAlignment(bank, organisationId, each))
  const change = { facts: module.facts, document: module.document, alignments }
  saveDraft(bank, { ...key, baseVersion: 1, change })
  for (const aspect of ['content', 'pedagogy'] as const) {
    const guarantorId = ids.get(aspect === 'content' ? 'expert' : 'designer')!.id
    recordGuarantee(bank, { ...key, aspect, guarantorId, endsOn: dayAfter(now, 365) })
  }
}

async function addAssets(
  here: Instance,
  module: SampleModule,
  key: { organisationId: string; personId: string; now: Date },
): Promise<void> {
  const store = { bank: here.bank, dataDir: here.settings.dataDir }
  for (const { path, rights } of module.assets) {
    const fileName = path.split('/').at(-1)!
    const { digest } = await storeAsset(store, {
      ...key,
      fileName,
      stream: createReadStream(path),
    })
    recordRights(here.bank, { ...key, digest, record: rights })
  }
}

function findAlignment(
  bank: Bank,
  organisationId: string,
  { competencyBlockCode, competencyLabel, role }: SampleModule['alignments'][number],
): Alignment {
  const found = bank
    .select({ id: competencies.id, framework: frameworks.code })
    .from(competencies)
    .innerJoin(competencyBlocks, eq(competencyBlocks.id, competencies.competencyBlockId))
    .innerJoin(frameworks, eq(frameworks.id, competencyBlocks.frameworkId))
    .where(
      and(
        eq(frameworks.organisationId, organisationId),
        eq(competencyBlocks.code, competencyBlockCode),
        eq(competencies.label, competencyLabel),
      ),
    )
    .get()
  if (!found)
    throw new RangeError(`no competency "${competencyLabel}" in ${competencyBlockCode}`)
  const { id: competencyId, framework: frameworkCode } = found
  return { competencyId, role, frameworkCode, competencyBlockCode, label: competencyLabel }
}

/** The sample people that are still there: announced at start. */
function knownSamples(bank: Bank): SampleSignIn[] {
  return sampleBank.people
    .filter(({ email }) => bank.select().from(people).where(eq(people.email, email)).get())
    .map(({ role, email }) => ({ role, email, password: samplePassword }))
}
