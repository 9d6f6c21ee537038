import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher } from '#app/framework.ts'
import type { EmbeddedRights } from '#app/services/assets/embedded-rights.server.ts'
import type { CommonRights } from '#app/services/assets/recent-rights.server.ts'
import type { RightsChoices } from '#app/services/assets/rights-choices.server.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import type { LicenceName } from '../module/facts-panel.tsx'
import { isRefusal, Refusal } from '../notice.tsx'
import styles from './media.module.css'

/** Only fetched by whoever says more than what was said last time. */
const RightsFields = lazy(() =>
  import('./rights-fields.tsx').then(({ RightsFields: fields }) => ({ default: fields })),
)

type Arrived = { digest: string; name: string }
type Known = {
  rights: RightsRecord
  embedded: EmbeddedRights | null
  recent: CommonRights[]
} & RightsChoices
type Props = {
  files: Arrived[]
  /** Of the module they are for, where there is one. */
  moduleLicence?: string
  onDone: () => void
}

/**
 * Asks whose a file is while its author still knows, without standing in the way: it can be left for
 * later, and nothing is asked of a file whose rights were recorded already.
 */
export function RightsAtOnce({ files, ...rest }: Props) {
  const [file] = files
  if (!file) return null
  return <Asked key={file.digest} file={file} more={files.length - 1} {...rest} />
}

type AskedProps = Omit<Props, 'files'> & { file: Arrived; more: number }

function Asked({ file, more, moduleLicence, onDone }: AskedProps) {
  const { t } = useTranslation('media')
  const known = useFetcher<Known>()
  const saving = useFetcher<{ done: string }>()
  const { load } = known
  const [detailed, setDetailed] = useState(false)
  const id = useId()
  useFocusGivenBack()
  useEffect(() => load(`/media/rights?digest=${file.digest}`), [load, file.digest])
  const { data } = known
  const answered = data && !isRefusal(data) && data.rights.licence !== 'unknown'
  const saved = saving.data && 'done' in saving.data
  useEffect(() => {
    if (answered || saved) onDone()
  }, [answered, saved, onDone])
  if (!data || isRefusal(data) || answered || saved) return null
  const save = (record: CommonRights) =>
    saving.submit(fieldsOf(file.digest, { ...record, title: data.rights.title }), {
      method: 'post',
      action: '/media/rights',
    })
  return (
    <section className={styles.arrived} aria-labelledby={id}>
      <div role="status">
        <h2 id={id}>{t('arrived.heading', { name: file.name })}</h2>
      </div>
      <Refusal data={saving.data} />
      <Recent
        recent={detailed ? data.recent : data.recent.slice(0, 1)}
        licences={data.licences}
        onChoose={save}
      />
      {detailed ? (
        <saving.Form method="post" action="/media/rights" className="stack">
          <input type="hidden" name="digest" value={file.digest} />
          <ModuleLicence id={moduleLicence} licences={data.licences} />
          <Suspense fallback={<p className="soft">…</p>}>
            <RightsFields {...data} mayWrite isAskedFor />
          </Suspense>
          <p className="row">
            <Later onDone={onDone} />
          </p>
        </saving.Form>
      ) : (
        <p className="row">
          <button type="button" onClick={() => setDetailed(true)}>
            {t('arrived.detail')}
          </button>
          <Later onDone={onDone} />
        </p>
      )}
      <p className="soft">
        {t('arrived.laterHint')} {more > 0 && t('arrived.more', { count: more })}
      </p>
    </section>
  )
}

/** Answered, the question goes away with the button that was pressed: the keyboard is where it was. */
function useFocusGivenBack(): void {
  const before = useRef(document.activeElement)
  useEffect(
    () => () => {
      const text = document.querySelector<HTMLElement>('.ProseMirror')
      const { current } = before
      const known = current instanceof HTMLElement && current.isConnected
      const back = known && current !== document.body ? current : text
      if (document.activeElement === document.body) back?.focus({ preventScroll: true })
    },
    [],
  )
}

/** A file may go out with a module only under a licence that allows it: which one is said here. */
function ModuleLicence({ id, licences }: { id: string | undefined; licences: LicenceName[] }) {
  const { t, i18n } = useTranslation('media')
  const name = licences.find((licence) => licence.id === id)?.name
  if (!name) return null
  return (
    <p className="soft">
      {t('arrived.moduleLicence', { name: name[i18n.language === 'en' ? 'en' : 'fr'] })}
    </p>
  )
}

function Later({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('media')
  return (
    <button type="button" className="quiet" onClick={onDone}>
      {t('arrived.later')}
    </button>
  )
}

/** What stays the same from one file to the next, in one click. */
function Recent(props: {
  recent: CommonRights[]
  licences: LicenceName[]
  onChoose: (record: CommonRights) => void
}) {
  const { t, i18n } = useTranslation('media')
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const named = ({ authors, source, licence }: CommonRights) => {
    const name = props.licences.find(({ id }) => id === licence)?.name[language]
    return [authors.join(', '), name, source || t('arrived.madeHere')]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <ul className={styles.recent}>
      {props.recent.map((record, index) => (
        <li key={named(record)}>
          <button type="button" className="quiet" onClick={() => props.onChoose(record)}>
            {t(index === 0 ? 'arrived.last' : 'arrived.recent', { rights: named(record) })}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A record as its form sends it. */
function fieldsOf(digest: string, record: RightsRecord): FormData {
  const { authors, granted, release, ...rest } = record
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...rest, digest })) form.set(name, value ?? '')
  form.set('authors', authors.join('\n'))
  for (const right of granted) form.append('granted[]', right)
  form.set('releaseBy', release.by)
  form.set('releaseUntil', release.until ?? '')
  form.set('releaseMinors', release.minors)
  return form
}
