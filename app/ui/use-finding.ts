import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Place } from '#content-schema/checks/places.ts'
import { elementSentence } from '#content-schema/element-findings.ts'
import type { Finding } from '#content-schema/finding.ts'
import { elements } from '#content-schema/nodes/index.ts'

/** A finding in words, for somebody who is at its element: which part of it, where there are several. */
export function useFinding() {
  const sentence = useSentence()
  const { t } = useTranslation('findings')
  return (finding: Finding) => {
    const part = finding.place?.part
    return part ? t('inPart', { sentence: sentence(finding), part }) : sentence(finding)
  }
}

/** What is wrong, in words; whole days, numbers and aspects in it are written out. */
export function useSentence() {
  const { t, i18n } = useTranslation([
    ...(['findings', 'gates', 'modules', 'reuseFindings', 'rightsFindings'] as const),
  ])
  const { day, number } = useFormat()
  return ({ code, params = {} }: Pick<Finding, 'code' | 'params'>) => {
    const written: Record<string, unknown> = Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (name === 'aspect') return [name, t(`modules:aspects.${value as 'content'}`)]
        if (typeof value === 'number') return [name, number(value, 3)]
        return [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value]
      }),
    )
    const own = elementSentence(code, i18n.language === 'en' ? 'en' : 'fr')
    if (own) return own
    if (code.startsWith('trial.')) return t(`gates:codes.${code as 'trial.missing'}`, written)
    if (code.startsWith('reuse.'))
      return t(`reuseFindings:codes.${code as 'reuse.missing'}`, written)
    return code.startsWith('rights.')
      ? t(`rightsFindings:codes.${code as 'rights.unknown'}`, written)
      : t(`findings:codes.${code as 'approval.missing'}`, written)
  }
}

/** What a place is called: no two of a module alike. */
export function usePlaceName() {
  const { t, i18n } = useTranslation('findings')
  return ({ section, title, element, words, number, part }: Place) => {
    if (element === null) {
      return title ? t('place.section', { section, title }) : t('place.untitled', { section })
    }
    const name = elements[element].names[i18n.language === 'en' ? 'en' : 'fr']
    const whole = words
      ? t('place.words', { element: name, words })
      : t('place.numbered', { element: name, number })
    const exact = part === null ? whole : t('place.part', { whole, part })
    return t('place.in', { whole: exact, section })
  }
}
