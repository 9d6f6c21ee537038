import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Outlet, useLoaderData, useNavigationType } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import coWritingEn from '#app/i18n/en/co-writing.json'
import coWritingFr from '#app/i18n/fr/co-writing.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import { guaranteeMark } from '#app/services/publication/ended-guarantees.server.ts'
import { may } from '#app/services/rights.ts'
import { readCoWriting } from '#app/services/sharing/co-written.server.ts'
import { openChecks } from '#app/services/watch/to-check.server.ts'
import { Badge, GuaranteeMark, StateBadge } from '#app/ui/badge.tsx'
import { FailurePage } from '#app/ui/failure-page.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Tabs } from '#app/ui/tabs.tsx'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const { bank } = instance()
  const { moduleId } = readParams(params, ModuleParams)
  const held = findHeld(bank, { moduleId, organisationId })
  const { draft } = held
  const own = held.as === 'owner'
  return {
    /** As in the address: its id or its code. */
    key: moduleId,
    title: draft.facts.title,
    code: draft.facts.code,
    isPath: draft.facts.kind === 'path',
    ...readState(bank, draft),
    guarantee: guaranteeMark(bank, {
      moduleId: draft.moduleId,
      revisionId: latestEdition(bank, draft.moduleId)?.revisionId ?? null,
      now: new Date(),
    }),
    toCheck: own && openChecks(bank, { ...draft, organisationId, now: new Date() }).length > 0,
    mayWrite: may(member, 'module:write'),
    seesGates: own || held.mayPublish,
    mayExport: own && may(member, 'package:export'),
    own,
    coWriting: readCoWriting(bank, held),
  }
})

export const handle: PageHandle<{ title: string }> = { title: (_t, { title }) => title }

export default function ModuleLayout() {
  useOwnWords('coWriting', { fr: coWritingFr, en: coWritingEn })
  const { t } = useTranslation('modules')
  const module = useLoaderData<typeof loader>()
  const base = `/modules/${module.key}`
  const write = { to: `${base}/write`, label: t('tabs.write') }
  const compose = { to: `${base}/compose`, label: t('tabs.compose') }
  const tabs = [
    { to: base, label: t('tabs.overview'), end: true },
    ...(module.mayWrite ? [module.isPath ? compose : write] : []),
    { to: `${base}/review`, label: t('tabs.review') },
    { to: `${base}/trials`, label: t('tabs.trials') },
    ...(module.seesGates ? [{ to: `${base}/publish`, label: t('tabs.publish') }] : []),
    ...(module.mayExport ? [{ to: `${base}/export`, label: t('tabs.export') }] : []),
    ...(module.own ? [{ to: `${base}/reuse`, label: t('tabs.reuse') }] : []),
    ...(module.own ? [{ to: `${base}/quality`, label: t('tabs.quality') }] : []),
    { to: `${base}/history`, label: t('tabs.history') },
    { to: `${base}/sharing`, label: t('tabs.sharing') },
  ]
  return (
    <>
      <h1 ref={useArrival()}>{module.title}</h1>
      <p className="row">
        <StateBadge state={module.state} />
        <GuaranteeMark mark={module.guarantee} />
        {module.toCheck && <Badge tone="warn">{t('guarantee.toCheck')}</Badge>}
        {module.edition && <span>{t('edition', { number: module.edition })}</span>}
        <code className="soft">{module.code}</code>
        {module.coWriting && <WrittenWith {...module.coWriting} />}
      </p>
      <Tabs label={t('tabs.label')} tabs={tabs} />
      <Outlet />
    </>
  )
}

/** Whose module it is, where it is another's, and who writes it too. */
function WrittenWith({ owner, names }: { owner: string | null; names: string[] }) {
  const { t } = useTranslation('coWriting')
  const said = { owner, names: names.join(', ') }
  return <span className="soft">{t(owner === null ? 'with' : 'of', said)}</span>
}

/**
 * Whoever followed a link here, or just made the module, has lost the control they used: the keyboard
 * and screen readers carry on from the title.
 */
function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null)
  const type = useRef(useNavigationType())
  useEffect(() => {
    if (type.current === 'POP' || document.activeElement !== document.body) return
    if (!heading.current) return
    heading.current.tabIndex = -1
    heading.current.focus({ preventScroll: true })
  }, [])
  return heading
}

export function ErrorBoundary() {
  return <FailurePage />
}
