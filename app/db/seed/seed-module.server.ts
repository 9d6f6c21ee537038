import { createReadStream } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import {
  competencies,
  competencyBlocks,
  frameworks,
  type Role,
} from '#app/db/schema/bank/index.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { answerGuarantee } from '#app/services/guarantees/answer-guarantee.server.ts'
import { askGuarantee } from '#app/services/guarantees/ask-guarantee.server.ts'
import { dayAfter } from '#app/services/guarantees/days.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import { publishModule } from '#app/services/publication/publish-module.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { requestReview } from '#app/services/review/request-review.server.ts'
import type { Alignment } from '#content-schema/module.ts'
import type { SampleModule } from './sample-bank.ts'

/** Who the sample people have become, by role. */
export type SampleIds = Map<Role, { id: string; name: string }>

export type Setting = { organisationId: string; ids: SampleIds; now: Date }

/** What each service asks for: which module, for whom, when. */
type Key = { moduleId: string; organisationId: string; personId: string; now: Date }

/** Takes a sample through the whole loop, by the services everyone uses: written, approved, published. */
export async function seedModule(
  here: Instance,
  module: SampleModule,
  { organisationId, ids, now }: Setting,
): Promise<void> {
  const { bank } = here
  const author = ids.get('designer')!
  const { title, code, language } = module.facts
  const moduleId = createModule(bank, { title, code, language, author, organisationId, now })
  const key = { moduleId, organisationId, personId: author.id, now }
  await addAssets(here, module, key)
  const alignments = module.alignments.map((each) => findAlignment(bank, organisationId, each))
  const change = { facts: module.facts, document: module.document, alignments }
  saveDraft(bank, { ...key, baseVersion: 1, change })
  guarantee(bank, key, ids)
  approve(bank, key, ids.get('expert')!.id)
  const expectedDigest = contentDigest(bank, findDraft(bank, key))
  publishModule(bank, { ...key, expectedDigest, note: 'Première édition.' })
}

/** Accessibility is promised for a month only, so that the home page has something to ask for. */
function guarantee(bank: Bank, key: Key, ids: SampleIds): void {
  const promises = [
    ['content', 'expert', 365],
    ['pedagogy', 'designer', 365],
    ['accessibility', 'quality', 30],
  ] as const
  for (const [aspect, role, days] of promises) {
    const guarantorId = ids.get(role)!.id
    const asked = { ...key, aspect, guarantorId, endsOn: dayAfter(key.now, days) }
    const guaranteeId = askGuarantee(bank, asked)
    if (guarantorId === key.personId) continue
    const given = { ...key, guaranteeId, personId: guarantorId, reason: '' }
    answerGuarantee(bank, { ...given, answer: 'accepted' })
  }
}

function approve(bank: Bank, key: Key, expertId: string): void {
  const digest = contentDigest(bank, findDraft(bank, key))
  const message = 'Relecture de la première édition.'
  const aspects = ['content', 'pedagogy', 'accessibility'] as const
  const reviewId = requestReview(bank, { ...key, expertId, aspects, message, dueOn: null })
  giveVerdict(bank, {
    ...key,
    reviewId,
    personId: expertId,
    verdicts: aspects.map((aspect) => ({
      ...{ aspect, value: 'approved' },
      note: aspect === 'content' ? 'Conforme aux usages de l’atelier.' : '',
    })),
    digest,
  })
}

async function addAssets(here: Instance, module: SampleModule, key: Key): Promise<void> {
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
