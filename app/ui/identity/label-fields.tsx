import { useTranslation } from 'react-i18next'
import { TextField } from '#app/ui/field.tsx'
import {
  frameLabels,
  type LabelName,
  type Labels,
  pageLabels,
  playerLabels,
  remarkLabels,
} from '#packaging/identity/identity.ts'
import { wordsByLanguage } from '#packaging/player/i18n/words.ts'
import styles from './identity.module.css'

type Props = { labels: Labels; onChange: (labels: Labels) => void }

/** The words that may be said otherwise, each under the one that we say. */
export function LabelFields({ labels, onChange }: Props) {
  const { t } = useTranslation('identity')
  return (
    <fieldset className={styles.group}>
      <legend>{t('labels.legend')}</legend>
      <p className="soft">{t('labels.hint')}</p>
      {(['fr', 'en'] as const).map((language) => (
        <details key={language}>
          <summary>{t(`labels.${language}`)}</summary>
          <div lang={language} className={styles.labels}>
            {oursIn(language).map(({ name, ours, most }) => (
              <TextField
                key={name}
                label={ours}
                name={`${language}.${name}`}
                maxLength={most}
                value={labels[language][name] ?? ''}
                onChange={({ target }) =>
                  onChange({
                    ...labels,
                    [language]: { ...labels[language], [name]: target.value },
                  })
                }
              />
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  )
}

function oursIn(language: 'fr' | 'en'): { name: LabelName; ours: string; most: number }[] {
  const { page, player, frame, remarks } = wordsByLanguage[language]
  return [
    ...pageLabels.map((name) => ({ name, ours: page[name], most: 40 })),
    ...playerLabels.map((name) => ({ name, ours: player[name], most: 160 })),
    ...frameLabels.map((name) => ({ name, ours: frame[name], most: 160 })),
    ...remarkLabels.map((name) => ({ name, ours: remarks[name], most: 40 })),
  ]
}
