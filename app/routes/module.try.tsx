import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData, useSearchParams } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams, PackageParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import playEn from '#app/i18n/en/play.json'
import playFr from '#app/i18n/fr/play.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import {
  findPackage,
  isPlayed,
  listPackages,
} from '#app/services/exports/find-package.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { openPackage } from '#app/services/play/open-package.server.ts'
import { readTryOut, type TryOut, writeTryOut } from '#app/services/play/try.ts'
import { useExportWords } from '#app/ui/exports/use-export-words.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { DataModel } from '#app/ui/play/data-model.tsx'
import { SaveStory } from '#app/ui/play/save-story.tsx'
import { tellStory } from '#app/ui/play/story.ts'
import { StatementList, StoryView } from '#app/ui/play/story-view.tsx'
import { TryControls } from '#app/ui/play/try-controls.tsx'
import { standardOf, useLms } from '#app/ui/play/use-lms.ts'
import { useInBrowser } from '#app/ui/use-in-browser.ts'
import { isScorm } from '#packaging/package-source.ts'
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
  title: (t, { title }) => t('tryOut', { title }),
}

export default function TryInLms() {
  const { packageId } = useLoaderData<typeof loader>()
  return <Bench key={packageId} />
}

function Bench() {
  useExportWords()
  useOwnWords('play', { fr: playFr, en: playEn })
  const { t } = useTranslation(['play', 'common'])
  const { moduleId, packageId, format, title, base, contentOrigin } =
    useLoaderData<typeof loader>()
  const [search, setSearch] = useSearchParams()
  const tryOut = readTryOut(search, format)
  const [launch, setLaunch] = useState({ count: 1, reset: false })
  const [playing, setPlaying] = useState(true)
  const lms = useLms({ format, packageId, contentOrigin, reset: launch.reset, tryOut })
  const inBrowser = useInBrowser()
  const launchAgain = (reset: boolean) => {
    lms.clear()
    setLaunch(({ count }) => ({ count: count + 1, reset }))
    setPlaying(true)
  }
  const tryOtherwise = (change: Partial<TryOut>) => {
    const next =
      'lms' in change ? asLms(search, change.lms ?? '', format) : { ...tryOut, ...change }
    setSearch(writeTryOut(next, format), { replace: true, preventScrollReset: true })
    launchAgain(false)
  }
  return (
    <>
      <p>
        <Link to={`/modules/${moduleId}/export`}>{t('back')}</Link>
      </p>
      <h1>{t('common:tryOut', { title })}</h1>
      <TryControls tryOut={tryOut} isScorm={isScorm(format)} change={tryOtherwise} />
      <Actions
        lms={lms}
        playing={playing}
        leave={() => setPlaying(false)}
        launchAgain={launchAgain}
      />
      <div className={styles.bench}>
        {playing && inBrowser ? (
          <iframe
            key={`${launch.count} ${search}`}
            ref={lms.frame}
            className={styles.frame}
            src={`${base}/lms`}
            onLoad={lms.start}
            title={t('frame')}
          />
        ) : (
          <p className={`card ${styles.left}`}>{!playing && t('left')}</p>
        )}
        <Story lms={lms} tryOut={tryOut} />
      </div>
    </>
  )
}

/** As an LMS does all of its own accord; how it is launched stays. */
function asLms(search: URLSearchParams, lms: string, format: string): TryOut {
  const kept = ['mode', 'network'].flatMap((name) => {
    const value = search.get(name)
    return value ? [[name, value]] : []
  })
  return readTryOut(new URLSearchParams([['lms', lms], ...kept]), format)
}

type Lms = ReturnType<typeof useLms>

function Actions({
  lms,
  playing,
  leave,
  launchAgain,
}: {
  lms: Lms
  playing: boolean
  leave: () => void
  launchAgain: (reset: boolean) => void
}) {
  const { t } = useTranslation(['play', 'exports'])
  const { moduleId, format, others } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="row">
        <strong>{t(`exports:formats.${format}`)}</strong>
        <button type="button" className="quiet" onClick={leave} disabled={!playing}>
          {t('leave')}
        </button>
        <button type="button" className="quiet" onClick={() => launchAgain(false)}>
          {t('resume')}
        </button>
        <button type="button" className="quiet" onClick={() => launchAgain(true)}>
          {t('reset')}
        </button>
        {standardOf(format) !== 'none' && (
          <button type="button" className="quiet" onClick={() => lms.live(!lms.isAlive)}>
            {lms.isAlive ? t('tryOut.die') : t('tryOut.revive')}
          </button>
        )}
        <Switch moduleId={moduleId} others={others} />
      </div>
      <p role="status">{!lms.isAlive && t('tryOut.dead')}</p>
    </>
  )
}

/** What was said between the module and its LMS, beside it. */
function Story({ lms, tryOut }: { lms: Lms; tryOut: TryOut }) {
  const { t } = useTranslation('play')
  const { format, title } = useLoaderData<typeof loader>()
  const standard = standardOf(format)
  const isScorm = standard.startsWith('scorm')
  const chapters = useMemo(() => tellStory(lms.calls, lms.played), [lms.calls, lms.played])
  const saved = { title, format, tryOut, heard: lms, chapters }
  return (
    <div className={styles.side}>
      {isScorm && <DataModel model={lms.model} />}
      <section className="card" aria-labelledby="story">
        <h2 id="story">{t('story.heading')}</h2>
        {standard === 'none' && <p className="soft">{t('noApi')}</p>}
        {standard !== 'none' && <SaveStory {...saved} />}
        {isScorm && <StoryView chapters={chapters} />}
        {(standard === 'cmi5' || standard === 'xapi') && (
          <StatementList statements={lms.statements} />
        )}
      </section>
    </div>
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
