import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { parse, readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { linesIn, rightsIn } from '#app/http/rights-form.server.ts'
import { UserError } from '#app/http/user-error.ts'
import guaranteesEn from '#app/i18n/en/guarantees.json'
import watchEn from '#app/i18n/en/watch.json'
import guaranteesFr from '#app/i18n/fr/guarantees.json'
import watchFr from '#app/i18n/fr/watch.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { listAssets } from '#app/services/assets/find-asset.server.ts'
import { foundRights } from '#app/services/assets/found-rights.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { rightsChoices } from '#app/services/assets/rights-choices.server.ts'
import {
  criteriaOf,
  findCompetency,
} from '#app/services/competencies/read-frameworks.server.ts'
import { detailed } from '#app/services/competencies/tie-details.ts'
import { endedFrameworks } from '#app/services/competencies/versions/ended-ties.server.ts'
import { askGuarantee } from '#app/services/guarantees/ask-guarantee.server.ts'
import { readAspectLines } from '#app/services/guarantees/read-guarantees.server.ts'
import { factsDigest } from '#app/services/modules/digest.server.ts'
import { Facts } from '#app/services/modules/facts.ts'
import { type Draft, listEditions } from '#app/services/modules/find-module.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { type DraftChange, saveDraft } from '#app/services/modules/save-draft.server.ts'
import { opportunityStanding } from '#app/services/opportunity/read-opportunity.server.ts'
import { may } from '#app/services/rights.ts'
import { readCoWriting } from '#app/services/sharing/co-written.server.ts'
import { closeCheck, openChecks } from '#app/services/watch/to-check.server.ts'
import { GuaranteePanel } from '#app/ui/guarantees/guarantee-panel.tsx'
import { AlignmentPanel } from '#app/ui/module/alignment-panel.tsx'
import { EditionPanel } from '#app/ui/module/edition-panel.tsx'
import { FactsPanel } from '#app/ui/module/facts-panel.tsx'
import styles from '#app/ui/module/panels.module.css'
import { RightsPanel } from '#app/ui/module/rights-panel.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import { OpportunityCard } from '#app/ui/opportunity/opportunity-card.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { useNamedPlace } from '#app/ui/use-named-place.ts'
import { useTimesChanged } from '#app/ui/use-times-changed.ts'
import { ChecksPanel } from '#app/ui/watch/checks-panel.tsx'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import { alignmentRoles, aspects, levels } from '#content-schema/module.ts'

export const loader = loads(async ({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const { bank, settings } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  const held = findHeld(bank, key)
  const { draft, ownerId } = held
  const own = held.as === 'owner'
  const store = { bank, dataDir: settings.dataDir }
  const digests = assetDigests(readDocument(draft.document))
  return {
    moduleId: draft.moduleId,
    facts: draft.facts,
    factsDigest: factsDigest(draft.facts),
    alignments: draft.alignments,
    ...rightsChoices(bank, organisationId),
    criteria: criteriaOf(bank, { alignments: draft.alignments, organisationId }),
    ends: [...endedFrameworks(bank, { organisationId, now: new Date() }).values()].filter(
      ({ code }) => draft.alignments.some(({ frameworkCode }) => frameworkCode === code),
    ),
    assets: await Promise.all(
      listAssets(bank, { digests, organisationId: ownerId }).map(async (asset) => ({
        ...asset,
        embedded: own ? await foundRights(store, { ...asset, organisationId }) : null,
      })),
    ),
    guarantees: readAspectLines(bank, { moduleId: draft.moduleId, now: new Date() }),
    editions: listEditions(bank, draft.moduleId).map(({ major, minor, ...edition }) => ({
      number: `${major}.${minor}`,
      ...{ note: edition.note, publishedAt: edition.publishedAt, waivers: edition.waivers },
    })),
    opportunity: own ? opportunityStanding(bank, draft) : null,
    mayOpportunity: may(member, 'opportunity:write'),
    mayWrite: may(member, 'module:write'),
    mayDecide: own && may(member, 'module:write'),
    own,
    checks: own
      ? openChecks(bank, { organisationId, moduleId: draft.moduleId, now: new Date() })
      : [],
    mayGuarantee: own && may(member, 'guarantee:record'),
    owner: own ? null : readCoWriting(bank, held)?.owner,
  }
})

/** What was left empty names nobody. */
function orNull(text: string): string | null {
  return text === '' ? null : text
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const OverviewForm = z.discriminatedUnion('intent', [
  z.looseObject({ intent: z.literal('facts'), base: z.string() }),
  z.object({
    intent: z.literal('align'),
    competencyId: z.string(),
    role: z.enum(alignmentRoles),
  }),
  z.object({
    intent: z.literal('unalign'),
    competencyId: z.string(),
    role: z.string(),
  }),
  z.object({
    intent: z.literal('detail'),
    competencyId: z.string(),
    role: z.enum(alignmentRoles),
    level: z.enum(levels).or(z.literal('')),
    criteria: z.array(z.string().max(40)).max(200).default([]),
  }),
  z.looseObject({ intent: z.literal('rights'), digest: z.string() }),
  z.object({
    intent: z.literal('checked'),
    checkId: z.string().max(80),
    words: z.string().trim().max(1000),
  }),
  z.object({
    intent: z.literal('guarantee'),
    aspect: z.enum(aspects),
    guarantorId: z.string(),
    endsOn: day,
    deputyId: z.string().max(80).transform(orNull).default(null),
    lookEvery: z
      .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(60)])
      .default(null),
    toWatch: z.string().trim().max(1000).default(''),
    note: z.string().trim().max(1000).default(''),
  }),
])

type OverviewForm = z.infer<typeof OverviewForm>

export const action = acts(async ({ request, params }) => {
  const form = await readForm(request, OverviewForm)
  const { moduleId } = readParams(params, ModuleParams)
  if (form.intent === 'guarantee') {
    const { personId, organisationId } = requireMember(request, 'guarantee:record')
    askGuarantee(instance().bank, {
      ...form,
      moduleId,
      organisationId,
      personId,
      now: new Date(),
    })
    return { done: form.intent }
  }
  if (form.intent === 'checked') {
    const member = requireMember(request, 'watch:read')
    const { personId, organisationId } = member
    const decides = may(member, 'watch:keep')
    const answer = { ...form, moduleId, organisationId, personId, decides, now: new Date() }
    closeCheck(instance().bank, answer)
    return { done: form.intent }
  }
  const { personId, organisationId } = requireMember(request, 'module:write')
  const key = { moduleId, organisationId, personId, now: new Date() }
  if (form.intent === 'rights')
    recordRights(instance().bank, { ...key, digest: form.digest, record: rightsIn(form) })
  else saveFacts(key, form)
  return { done: form.intent }
})

type Key = { moduleId: string; organisationId: string; personId: string; now: Date }

function saveFacts(
  key: Key,
  form: Exclude<OverviewForm, { intent: 'rights' | 'guarantee' | 'checked' }>,
): void {
  const change = (draft: Draft) => changeIn(key, form, draft)
  saveDraft(instance().bank, { ...key, baseVersion: null, change })
}

/** Facts are only replaced by whoever has seen them; ties are added and removed one by one. */
function changeIn(
  key: Key,
  form: Exclude<OverviewForm, { intent: 'rights' | 'guarantee' | 'checked' }>,
  { facts, alignments }: Draft,
): DraftChange {
  if (form.intent === 'facts') {
    if (form.base !== factsDigest(facts)) throw new UserError('module.saved-elsewhere', {}, 409)
    return { facts: factsIn(form) }
  }
  if (form.intent === 'detail') return { alignments: detailed(alignments, form) }
  const { competencyId, role } = form
  const others = alignments.filter(
    (each) => each.competencyId !== competencyId || each.role !== role,
  )
  if (form.intent === 'unalign') return { alignments: others }
  const hit = findCompetency(instance().bank, {
    competencyId,
    organisationId: key.organisationId,
  })
  if (!hit) throw new UserError('competency.not-found', {}, 404)
  const { competencyBlockLabel: _, ...competency } = hit
  return { alignments: [...others, { ...competency, role: form.role }] }
}

function factsIn(form: Record<string, unknown>) {
  const { intent: _, base: __, keywords, authors, ...rest } = form
  return parse(Facts, {
    ...rest,
    keywords: String(keywords ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
    authors: linesIn(String(authors ?? '')),
  })
}

export const handle: PageHandle = { title: (t) => t('modules:tabs.overview') }

export default function Overview() {
  const { t } = useTranslation(['modules', 'guarantees'])
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const timesSaid = useTimesChanged(answer)
  useOwnWords('watch', { fr: watchFr, en: watchEn })
  useOwnWords('guarantees', { fr: guaranteesFr, en: guaranteesEn })
  useNamedPlace()
  return (
    <div className="stack">
      {/* Each answer is said anew, also when it is the same as the last. */}
      <div key={timesSaid} className={styles.answer}>
        <Refusal data={answer} />
        {answer && 'done' in answer && (
          <Notice tone="ok">
            {t(answer.done === 'guarantee' ? 'guarantees:asked' : 'saved')}
          </Notice>
        )}
      </div>
      {data.owner && <OwnersOnly owner={data.owner} />}
      <ChecksPanel checks={data.checks} />
      {data.opportunity && (
        <OpportunityCard
          {...data.opportunity}
          moduleId={data.moduleId}
          mayWrite={data.mayOpportunity}
        />
      )}
      <FactsPanel
        {...data}
        saved={answer && 'done' in answer ? answer.done === 'facts' : false}
      />
      <AlignmentPanel {...data} mayWrite={data.mayDecide} />
      <RightsPanel {...data} mayWrite={data.mayDecide} />
      <GuaranteePanel {...data} />
      <EditionPanel base={`/modules/${data.moduleId}`} editions={data.editions} />
    </div>
  )
}

/** What co-authors see and do not change. */
function OwnersOnly({ owner }: { owner: string }) {
  const { t } = useTranslation('coWriting')
  return <Notice tone="info">{t('ownerOnly', { owner })}</Notice>
}
