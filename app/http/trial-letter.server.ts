import type { Bank } from '#app/db/client.server.ts'
import type { Settings } from '#app/env.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { spoken } from '#app/i18n/sentences.server.ts'
import { writeDay } from '#app/i18n/use-format.ts'
import type { TrialKey } from '#app/services/trials/find-trial.server.ts'
import type { LetterTo } from '#app/services/trials/participants.server.ts'
import { readTrial } from '#app/services/trials/read-trial.server.ts'
import { linkAddress } from './guest.server.ts'

/** What somebody who is invited to a session is written, in a language. */
export function trialLetter(
  bank: Bank,
  settings: Settings,
  { language, ...key }: TrialKey & { language: Language },
): LetterTo {
  const { trial, revision } = readTrial(bank, key)
  const { t } = spoken(language)
  const { title } = revision
  const day = writeDay(trial.day, language)
  return ({ token, name, email, until }) => ({
    to: { address: email, name, language },
    letter: {
      subject: t('letters:trial.subject', { title }),
      lines: [
        t('letters:trial.hello'),
        t('letters:trial.line', { title, day }),
        ...(trial.place ? [t('letters:trial.place', { place: trial.place })] : []),
      ],
      action: { label: t('letters:trial.action'), url: linkAddress(settings, token) },
      after: [t('letters:trial.after', { until: writeDay(until, language) })],
    },
  })
}
