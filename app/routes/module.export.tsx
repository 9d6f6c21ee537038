import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { ExportForm } from '#app/http/export-form.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import deliveryEn from '#app/i18n/en/delivery.json'
import findingsEn from '#app/i18n/en/package-findings.json'
import deliveryFr from '#app/i18n/fr/delivery.json'
import findingsFr from '#app/i18n/fr/package-findings.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { listPackages } from '#app/services/exports/find-package.server.ts'
import { readExportedEdition } from '#app/services/exports/read-export-page.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { readIdentity } from '#app/services/identity/identity.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import {
  keepProfile,
  listProfiles,
  removeProfile,
} from '#app/services/publication-profiles/profiles.server.ts'
import { may } from '#app/services/rights.ts'
import { listThin } from '#app/services/thin/thin-packages.server.ts'
import { DecisionCard } from '#app/ui/exports/decision-card.tsx'
import { ExportCard } from '#app/ui/exports/export-card.tsx'
import { PackageList } from '#app/ui/exports/package-list.tsx'
import { ProbeLinks } from '#app/ui/exports/probe-links.tsx'
import { useExportWords } from '#app/ui/exports/use-export-words.ts'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { findBrowser } from '#packaging/index.ts'
import { isPaper } from '#packaging/package-source.ts'

export const loader = loads(async ({ request, params }) => {
  const member = requireMember(request, 'package:export')
  const { organisationId } = member
  const { bank } = instance()
  const { moduleId } = findDraft(bank, { ...readParams(params, ModuleParams), organisationId })
  const profiles = listProfiles(bank, organisationId)
  const wanted = new URL(request.url).searchParams.get('profile')
  return {
    moduleId,
    edition: readExportedEdition(bank, { moduleId, organisationId, now: new Date() }),
    packages: listPackages(bank, moduleId),
    thin: listThin(bank, { moduleId, now: new Date() }),
    hasIdentity: readIdentity(bank, organisationId) !== null,
    profiles,
    profile: profiles.find(({ id }) => id === wanted) ?? null,
    printsPdf: (await findBrowser()) !== null,
    mayKeep: may(member, 'publication-profile:keep'),
    mayWrite: may(member, 'module:write'),
    mayDecide: may(member, 'commercial-use:decide'),
  }
})

export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'package:export')
  const { moduleId } = readParams(params, ModuleParams)
  const { intent, profileName, ...form } = await readForm(request, ExportForm)
  const who = { organisationId, personId, now: new Date() }
  const { bank } = instance()
  if (intent === 'prepare') {
    requestExport(bank, { moduleId, ...form, ...who })
    return redirect(`/modules/${moduleId}/export${new URL(request.url).search}#packages`)
  }
  requireMember(request, 'publication-profile:keep')
  if (intent === 'keep-profile') {
    if (profileName === '') throw new UserError('form.field', { field: 'profileName' })
    const { note, recipient, language, delivery, use, format, ...kept } = form
    if (isPaper(format)) throw new UserError('form.field', { field: 'format' })
    const id = keepProfile(bank, { name: profileName, format, ...kept, ...who })
    return redirect(`/modules/${moduleId}/export?profile=${id}`)
  }
  const profileId = new URL(request.url).searchParams.get('profile') ?? ''
  removeProfile(bank, { profileId, ...who })
  return redirect(`/modules/${moduleId}/export`)
})

export const handle: PageHandle = { title: (t) => t('modules:tabs.export') }

export default function Export() {
  useOwnWords('delivery', { fr: deliveryFr, en: deliveryEn })
  useExportWords()
  useOwnWords('packageFindings', { fr: findingsFr, en: findingsEn })
  const { t } = useTranslation('exports')
  const { edition, packages, thin, moduleId, ...given } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <Refusal data={useActionData<typeof action>()} />
      {edition ? (
        <ExportCard
          key={given.profile?.id ?? ''}
          moduleId={moduleId}
          edition={edition}
          {...given}
        />
      ) : (
        <Notice tone="warn">{t('notPublished')}</Notice>
      )}
      {edition && (
        <p>
          <Link to={`/organisation/deployments?show=all&module=${edition.code}`}>
            {t('recipient.register')}
          </Link>
        </p>
      )}
      {edition && <DecisionCard moduleId={moduleId} mayDecide={given.mayDecide} {...edition} />}
      <PackageList packages={packages} thin={thin} moduleId={moduleId} />
      <ProbeLinks />
    </div>
  )
}
