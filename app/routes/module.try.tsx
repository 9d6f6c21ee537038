import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams, PackageParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import {
  findPackage,
  isPlayed,
  listPackages,
} from '#app/services/exports/find-package.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { openPackage } from '#app/services/play/open-package.server.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { CallLog } from '#app/ui/play/call-log.tsx'
import { DataModel } from '#app/ui/play/data-model.tsx'
import { useLms } from '#app/ui/play/use-lms.ts'
import { useInBrowser } from '#app/ui/use-in-browser.ts'
import styles from './module.try.module.css'

export const loader = loads(async ({ request, params }) => {
  const { organisationId } = requireMember(request, 'package:play')
  const here = instance()
  const { packageId } = readParams(params, PackageParams)
  const { moduleId, facts } = findDraft(here.bank, {
    ...readParams(params, ModuleParams),
    organisationId,
  })
  const { row } = findPackage(here.bank, { packageId, organisationId })
  return {
    moduleId,
    packageId,
    format: row.format,
    title: facts.title,
    base: await openPackage(here, { packageId, organisationId, now: new Date() }),
    contentOrigin: new URL(here.settings.contentUrl).origin,
    others: listPackages(here.bank, moduleId)
      .filter((each) => each.state === 'ready' && each.format !== row.format && isPlayed(each))
      .map(({ id, format, edition }) => ({ id, format, edition })),
  }
})

export const handle: PageHandle<{ title: string }> = {
  title: (t, { title }) => t('play:title', { title }),
}

export default function TryInLms() {
  const { packageId } = useLoaderData<typeof loader>()
  return <Bench key={packageId} />
}

function Bench() {
  const { t } = useTranslation(['play', 'exports'])
  const { moduleId, packageId, format, title, base, contentOrigin, others } =
    useLoaderData<typeof loader>()
  const [launch, setLaunch] = useState({ count: 1, reset: false })
  const [playing, setPlaying] = useState(true)
  const lms = useLms({ format, packageId, contentOrigin, reset: launch.reset })
  const inBrowser = useInBrowser()
  const launchAgain = (reset: boolean) => {
    lms.clear()
    setLaunch(({ count }) => ({ count: count + 1, reset }))
    setPlaying(true)
  }
  return (
    <>
      <p>
        <Link to={`/modules/${moduleId}/export`}>{t('back')}</Link>
      </p>
      <h1>{t('title', { title })}</h1>
      <p className="row">
        <strong>{t(`exports:formats.${format}`)}</strong>
        <button
          type="button"
          className="quiet"
          onClick={() => setPlaying(false)}
          disabled={!playing}
        >
          {t('leave')}
        </button>
        <button type="button" className="quiet" onClick={() => launchAgain(false)}>
          {t('resume')}
        </button>
        <button type="button" className="quiet" onClick={() => launchAgain(true)}>
          {t('reset')}
        </button>
        <Switch moduleId={moduleId} others={others} />
      </p>
      <div className={styles.bench}>
        {playing && inBrowser ? (
          <iframe
            key={launch.count}
            ref={lms.frame}
            className={styles.frame}
            src={`${base}/lms`}
            onLoad={lms.start}
            title={t('frame')}
          />
        ) : (
          <p className={`card ${styles.left}`}>{!playing && t('left')}</p>
        )}
        <div className={styles.side}>
          <DataModel model={lms.model} />
          <CallLog calls={lms.calls} hasApi={format.startsWith('scorm')} />
        </div>
      </div>
    </>
  )
}

type Others = ReturnType<typeof useLoaderData<typeof loader>>['others']

/** The same module in another standard, when such a package was made. */
function Switch({ moduleId, others }: { moduleId: string; others: Others }) {
  const { t } = useTranslation(['play', 'exports'])
  const latest = [...new Map([...others].reverse().map((each) => [each.format, each])).values()]
  if (latest.length === 0) return null
  return (
    <span className="row">
      {t('switch')}
      {latest.map((each) => (
        <Link key={each.id} to={`/modules/${moduleId}/try/${each.id}`}>
          {t(`exports:formats.${each.format}`)}
        </Link>
      ))}
    </span>
  )
}
