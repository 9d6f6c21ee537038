import { useTranslation } from 'react-i18next'
import { elements as catalogue } from '#content-schema/nodes/index.ts'
import type { Difference, FactDifference, WordPiece } from '#content-schema/reuse/compare.ts'
import { Badge } from '../badge.tsx'
import styles from './reuse.module.css'

type Props = { facts: FactDifference[]; elements: Difference[] }

/** What became of a module from one state to another, in words. Its words are those of `reuse`. */
export function Comparison({ facts, elements }: Props) {
  const { t } = useTranslation('reuse')
  if (facts.length + elements.length === 0) return <p>{t('noDifference')}</p>
  return (
    <ul className={styles.differences}>
      {facts.map(({ fact, before, after }) => (
        <li key={fact}>{t('became', { fact: t(`fact.${fact}`), before, after })}</li>
      ))}
      {elements.map((each, index) => (
        <DifferenceItem key={`${each.page} ${index.toString()}`} difference={each} />
      ))}
    </ul>
  )
}

const tones = { added: 'ok', removed: 'danger', changed: 'warn' } as const

function DifferenceItem({
  difference: { is, element, page, words },
}: {
  difference: Difference
}) {
  const { t, i18n } = useTranslation('reuse')
  const name = element && catalogue[element].names[i18n.language === 'en' ? 'en' : 'fr']
  const told =
    words.length === 0 || (is === 'changed' && words.every((each) => each.is === 'same'))
  return (
    <li>
      <Badge tone={tones[is]}>{t(`is.${is}`)}</Badge> {name}
      {page && <span className="soft"> ({t('onPage', { page })})</span>}
      {told && is === 'changed' ? (
        <p className="soft">{t('settingsOnly')}</p>
      ) : (
        <p className={styles.words}>{piecesOf(words)}</p>
      )}
    </li>
  )
}

function piecesOf(words: WordPiece[]) {
  let at = 0
  return words.map(({ text, is }) => {
    const key = `${is} ${at}`
    at += text.length
    if (is === 'added') return <ins key={key}>{text}</ins>
    return is === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
  })
}
