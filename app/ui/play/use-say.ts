import { useTranslation } from 'react-i18next'
import { verbs } from '#content-schema/statements/vocabulary.ts'
import { durationText } from './duration-text.ts'
import type { Chapter } from './story.ts'
import type { Line } from './story-lines.ts'
import type { Told } from './use-lms.ts'

/** Puts a story in the words of its reader. */
export function useSay() {
  const { t, i18n } = useTranslation('play')
  const known = (key: string) => i18n.exists(`play:${key}`)
  const word = (kind: 'results' | 'statuses', code = '') =>
    known(`story.${kind}.${code}`)
      ? t(`story.${kind}.${code}` as 'story.results.correct')
      : code

  return {
    chapter: ({ kind, page }: Chapter): string =>
      page && kind === 'page' ? t('story.onPage', { page }) : t(`story.chapters.${kind}`),
    line: ({ says, values }: Line): string =>
      t(`story.says.${says}` as 'story.says.stores', {
        ...values,
        result: word('results', values.result),
        status: word('statuses', values.status),
      }),
    /** What went otherwise than the module asked; empty where nothing did. */
    trouble: ({ errorCode, silently }: Line): string => {
      if (silently) return t(`story.silently.${silently}`)
      if (errorCode === null) return ''
      const reason = known(`story.errors.${errorCode}`)
        ? t(`story.errors.${errorCode}` as 'story.errors.101')
        : ''
      return t('story.refused', { code: errorCode, reason })
    },
    statement: (told: Told): string => {
      const name = verbNames.get(told.verb.id) ?? ''
      const key = known(`story.told.${name}`) ? name : 'other'
      return t(`story.told.${key}` as 'story.told.other', {
        verb: told.verb.display?.['en-US'] ?? told.verb.id,
        object: objectOf(told),
        ...resultOf(told),
        result: told.result?.success === undefined ? '' : word('results', wordFor(told)),
      })
    },
  }
}

const verbNames = new Map<string, string>(Object.entries(verbs).map(([name, id]) => [id, name]))

function wordFor({ result }: Told): string {
  return result?.success ? 'correct' : 'wrong'
}

function objectOf({ object }: Told): string {
  const { name, description } = object.definition ?? {}
  return Object.values(name ?? description ?? {})[0] ?? object.id ?? ''
}

function resultOf({ result }: Told): Record<string, string> {
  const { score, duration = '', response = '' } = result ?? {}
  const percent = score?.scaled === undefined ? '' : String(Math.round(score.scaled * 100))
  return { percent, score: String(score?.raw ?? ''), time: durationText(duration), response }
}
