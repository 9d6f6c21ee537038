import { useTranslation } from 'react-i18next'
import type { TryOut } from '#app/services/play/try.ts'
import type { Chapter } from './story.ts'
import { rawCall } from './story-view.tsx'
import type { Heard } from './use-lms.ts'
import { useSay } from './use-say.ts'

type Props = {
  title: string
  format: string
  tryOut: TryOut
  heard: Heard
  chapters: Chapter[]
}

/** Gives the story as a file: for a program, or to be read and sent to whoever runs the LMS. */
export function SaveStory({ title, format, tryOut, heard, chapters }: Props) {
  const { t } = useTranslation('play')
  const say = useSay()
  const { calls, statements, model } = heard
  const name = `${format}-${t('story.file')}`

  function text(): string {
    const told = chapters.flatMap((chapter) => [
      `\n${say.chapter(chapter)}`,
      ...chapter.lines.flatMap((line) => [
        `- ${[say.line(line), say.trouble(line)].filter(Boolean).join(' ')}`,
        ...line.calls.map((call) => `    ${rawCall(call)}`),
      ]),
    ])
    const stated = statements.map((each) => `- ${say.statement(each)}`)
    const conditions = Object.entries(tryOut).map(([key, value]) => `${key}=${value}`)
    return [title, format, conditions.join(' '), ...told, ...stated, ''].join('\n')
  }

  function json(): string {
    return JSON.stringify({ title, format, tryOut, calls, statements, model }, null, 2)
  }

  return (
    <p className="row">
      <button
        type="button"
        className="quiet"
        onClick={() => save(`${name}.txt`, 'text/plain', text())}
      >
        {t('story.saveText')}
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() => save(`${name}.json`, 'application/json', json())}
      >
        {t('story.saveJson')}
      </button>
    </p>
  )
}

function save(name: string, mediaType: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
