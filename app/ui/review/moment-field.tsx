import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../field.tsx'
import { writeMoment } from './moment.ts'

/** The moment of a sound or a film, typed or taken from where it is being played. */
export function MomentField({ nodeId }: { nodeId: string }) {
  const { t } = useTranslation('reviewer')
  const [moment, setMoment] = useState('')
  const take = () => {
    const media = document.querySelector<HTMLMediaElement>(
      `[data-node-id="${nodeId}"] :is(video, audio)`,
    )
    if (media) setMoment(writeMoment(media.currentTime))
  }
  return (
    <>
      <TextField
        label={t('moment')}
        name="moment"
        value={moment}
        onChange={(event) => setMoment(event.target.value)}
        pattern="\d{1,3}:[0-5]\d"
        placeholder="1:05"
        maxLength={6}
      />
      <button type="button" className="quiet" onClick={take}>
        {t('takeMoment')}
      </button>
    </>
  )
}
