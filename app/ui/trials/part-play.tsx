import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrialTask } from '#app/db/schema/bank/index.ts'
import { Form, useFetcher } from '#app/framework.ts'
import type { TrialPlace } from '#app/services/trials/places.server.ts'
import { Select, TextArea } from '../field.tsx'
import { Refusal } from '../notice.tsx'
import styles from './part.module.css'

type Props = {
  url: string
  /** Origin of the module. */
  content: string
  places: TrialPlace[]
  tasks: TrialTask[]
  /** Whether they agreed that what is on screen is followed. */
  followed: boolean
  mayRemark: boolean
}

/** The module in the real player; beside it what to do, a remark, and the end. */
export function Play({ url, content, places, tasks, followed, mayRemark }: Props) {
  const { t } = useTranslation('trialPart')
  // Each load signs another address: the module stays the one that was opened.
  const [address] = useState(url)
  const frame = useRef<HTMLIFrameElement>(null)
  const at = useOnScreen(frame, content, followed)
  return (
    <>
      <details className={styles.tasks}>
        <summary>{t('begin.heading')}</summary>
        <ol>
          {tasks.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
      </details>
      <iframe
        ref={frame}
        className={styles.player}
        src={address}
        title={t('module')}
        allow="fullscreen"
      />
      <div className={styles.below}>
        {mayRemark && <RemarkForm places={places} at={at?.nodeId ?? ''} />}
        <Form method="post" action="?">
          <button type="submit" name="intent" value="finish">
            {t('finish')}
          </button>
        </Form>
      </div>
    </>
  )
}

type OnScreen = { sectionId: string; nodeId: string }

/** What the module says is before its reader; told on where they agreed. */
function useOnScreen(
  frame: React.RefObject<HTMLIFrameElement | null>,
  content: string,
  followed: boolean,
): OnScreen | null {
  const [at, setAt] = useState<OnScreen | null>(null)
  const { submit } = useFetcher()
  useEffect(() => {
    const hear = ({ data, origin, source }: MessageEvent) => {
      if (origin !== content || source !== frame.current?.contentWindow) return
      const [, sectionId, nodeId] = /^grainotheque:at (\w+) (\w+)$/.exec(String(data)) ?? []
      if (!sectionId || !nodeId) return
      setAt({ sectionId, nodeId })
      if (followed) submit({ intent: 'seen', sectionId, nodeId }, { method: 'post' })
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [frame, content, followed, submit])
  return at
}

function RemarkForm({ places, at }: { places: TrialPlace[]; at: string }) {
  const { t } = useTranslation('trialPart')
  const { Form: Sent, data, state } = useFetcher<unknown>()
  const [sent, setSent] = useState(0)
  const done = typeof data === 'object' && data !== null && 'done' in data
  useEffect(() => {
    if (done && state === 'idle') setSent((before) => before + 1)
  }, [done, state])
  return (
    <details className={styles.remark} key={sent}>
      <summary>{t('remark.open')}</summary>
      <Sent method="post" className="stack">
        <input type="hidden" name="intent" value="remark" />
        <Select label={t('remark.about')} name="nodeId" key={at} defaultValue={at}>
          <option value="">{t('remark.whole')}</option>
          {places.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </Select>
        <TextArea label={t('remark.text')} name="body" required maxLength={4000} />
        <p>
          <button type="submit">{t('remark.send')}</button>
        </p>
      </Sent>
      <Refusal data={data} />
    </details>
  )
}
