import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  Difference,
  FactDifference,
  WordPiece,
} from '#content-schema/comparison/compare.ts'
import type { SettingChange, SettingValue } from '#content-schema/comparison/settings.ts'
import { elements as catalogue } from '#content-schema/nodes/index.ts'
import { Badge } from '../badge.tsx'
import { useFileUrl } from '../uploads/file-url.ts'
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

const tones = { added: 'ok', removed: 'danger', changed: 'warn', moved: 'accent' } as const

function DifferenceItem({ difference }: { difference: Difference }) {
  const { t, i18n } = useTranslation('reuse')
  const { is, element, page, words, settings, moved } = difference
  const name = element && catalogue[element].names[i18n.language === 'en' ? 'en' : 'fr']
  const sameWords = is === 'changed' && words.every((each) => each.is === 'same')
  return (
    <li>
      <Badge tone={tones[is]}>{t(`is.${is}`)}</Badge> {name}
      {page && <span className="soft"> ({t('onPage', { page })})</span>}
      {is === 'changed' && moved && <span className="soft"> · {t('movedToo')}</span>}
      {!sameWords && <Words pieces={words} />}
      {sameWords && settings.length === 0 && <p className="soft">{t('settingsOnly')}</p>}
      {settings.map((each) => (
        <Setting key={`${each.name} ${each.part}`} change={each} />
      ))}
    </li>
  )
}

/** Attributes that name a stored file: they are shown, side by side. */
const files = new Set(['asset', 'poster', 'captions'])

function Setting({ change: { name, part, before, after } }: { change: SettingChange }) {
  const { t, i18n } = useTranslation('reuse')
  const known = i18n.exists(`reuse:settings.${name}`)
  const said = known ? t(`settings.${name as 'points'}`) : t('otherSetting')
  const value = (one: SettingValue) => {
    if (typeof one === 'boolean') return t(one ? 'yes' : 'no')
    return one === null || one === '' ? t('nothing') : String(one)
  }
  if (files.has(name))
    return (
      <>
        <p>{t('replaced', { name: said })}</p>
        <p className={styles.sideBySide}>
          <Picture digest={before} label={t('was')} />
          <Picture digest={after} label={t('now')} />
        </p>
      </>
    )
  const values = { name: said, before: value(before), after: value(after) }
  return <p>{part ? t('settingOf', { ...values, part }) : t('setting', values)}</p>
}

function Picture({ digest, label }: { digest: SettingValue; label: string }) {
  const fileUrl = useFileUrl()
  const [isPicture, setIsPicture] = useState(true)
  if (typeof digest !== 'string' || digest === '') return <span className="soft">–</span>
  if (!isPicture) return <a href={fileUrl(digest)}>{label}</a>
  return <img src={fileUrl(digest, '')} alt={label} onError={() => setIsPicture(false)} />
}

/** Words that stay, come or go. */
export function Words({ pieces }: { pieces: WordPiece[] }) {
  let at = 0
  return (
    <p className={styles.words}>
      {pieces.map(({ text, is }) => {
        const key = `${is} ${at}`
        at += text.length
        if (is === 'added') return <ins key={key}>{text}</ins>
        return is === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
      })}
    </p>
  )
}
