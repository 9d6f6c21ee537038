import { spoken } from '#app/i18n/sentences.server.ts'
import { writeDay } from '#app/i18n/use-format.ts'
import type { WriteLetter } from '#app/services/daily/daily-letter.server.ts'
import { type NeedSpeech, sayNeed } from '#app/services/home/need.ts'

/** The letter of the morning: a paragraph for each thing, the way to all of them, and how to stop it. */
export function dailyWriter({ publicUrl }: { publicUrl: string }): WriteLetter {
  return ({ member, to: { language }, needs, reminds }) => {
    const t = spoken(language).getFixedT(language, 'letters')
    const home = spoken(language).getFixedT(language, ['home', 'modules']) as NeedSpeech['t']
    const day = (on: string) => writeDay(on, language)
    const organisation = member.organisationName
    const count = needs.length
    return {
      subject: reminds
        ? t('daily.reminder', { title: reminds.title })
        : t('daily.subject', { count }),
      lines: [
        t('daily.greeting', { name: member.name }),
        t('daily.lead', { count, organisation }),
        ...needs.map(
          (need) => `${need.title}\n${sayNeed({ t: home, day }, need)} ${day(need.on)}`,
        ),
      ],
      action: { label: t('daily.open'), url: `${publicUrl}/` },
      after: [
        t('daily.stop', { address: `${publicUrl}/account` }),
        t('from', { organisation }),
      ],
    }
  }
}
