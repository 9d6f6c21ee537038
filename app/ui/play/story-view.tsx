import { useTranslation } from 'react-i18next'
import styles from './play.module.css'
import type { Chapter } from './story.ts'
import type { Line } from './story-lines.ts'
import type { Call, Told } from './use-lms.ts'
import { useSay } from './use-say.ts'

/** What the module told the LMS, the latest first, what the LMS refused standing out. */
export function StoryView({ chapters }: { chapters: Chapter[] }) {
  const { t } = useTranslation('play')
  const say = useSay()
  if (chapters.length === 0) return <p className="soft">{t('story.nothing')}</p>
  return (
    <ol className={styles.story} reversed aria-label={t('story.label')}>
      {[...chapters].reverse().map((chapter) => (
        <li key={chapter.lines[0]!.calls[0]!.number}>
          <h3>{say.chapter(chapter)}</h3>
          <ul>
            {chapter.lines.map((line) => (
              <StoryLine key={line.calls[0]!.number} line={line} />
            ))}
          </ul>
          <RawCalls calls={chapter.lines.flatMap(({ calls }) => calls)} />
        </li>
      ))}
    </ol>
  )
}

function StoryLine({ line }: { line: Line }) {
  const say = useSay()
  const trouble = say.trouble(line)
  return (
    <li data-refused={line.errorCode !== null} data-silently={line.silently !== null}>
      {say.line(line)} {trouble && <strong>{trouble}</strong>}
    </li>
  )
}

function RawCalls({ calls }: { calls: Call[] }) {
  const { t } = useTranslation('play')
  return (
    <details>
      <summary>{t('story.calls', { count: calls.length })}</summary>
      {calls.map((call) => (
        <code key={call.number}>{rawCall(call)}</code>
      ))}
    </details>
  )
}

/** As a developer reads it. */
export function rawCall({ method, element, value, result, errorCode }: Call): string {
  const named = method.endsWith('Value') ? [element] : []
  const args = method.endsWith('SetValue') ? [element, value] : named
  const error = errorCode === '0' ? '' : ` (${errorCode})`
  return `${method}(${args.map((each) => JSON.stringify(each)).join(', ')}) → ${JSON.stringify(result)}${error}`
}

/** The statements as they arrive, the latest first. */
export function StatementList({ statements }: { statements: Told[] }) {
  const { t } = useTranslation('play')
  const say = useSay()
  if (statements.length === 0) return <p className="soft">{t('story.noStatement')}</p>
  return (
    <ol className={styles.statements} reversed aria-label={t('story.label')}>
      {[...statements].reverse().map((told) => (
        <li key={told.id}>
          {say.statement(told)}
          <details>
            <summary>{t('story.statement')}</summary>
            <pre>{JSON.stringify(withoutOwn(told), null, 1)}</pre>
          </details>
        </li>
      ))}
    </ol>
  )
}

function withoutOwn({ at: _, number: __, ...statement }: Told): object {
  return statement
}
