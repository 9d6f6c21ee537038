import type { Letter } from '#app/services/letters/letter.ts'
import type { ReviewLetter } from '#app/services/review/invitations.server.ts'
import { spoken } from './sentences.server.ts'
import { writeDay } from './use-format.ts'

/** What a reviewer is written: what is asked, for when, how long it takes, and one thing to do. */
export function reviewLetter(review: ReviewLetter): Letter {
  const { kind, language, name, from, organisation, title, minutes, aspects, dueOn, message } =
    review
  const { endsOn } = review
  const { t } = spoken(language)
  const names = aspects.map((aspect) => t(`modules:aspects.${aspect}`).toLowerCase())
  const list = new Intl.ListFormat(language).format(names)
  const day = dueOn && writeDay(dueOn, language)
  const lines = [
    name ? t('letters:review.hello', { name }) : t('letters:review.helloThere'),
    t(`letters:review.${kind}.lead`, { from, organisation, title }),
    ...(message && kind === 'invitation' ? [`« ${message} »`] : []),
    t('letters:review.aspects', { list }),
    day ? t('letters:review.due', { day, minutes }) : t('letters:review.noHurry', { minutes }),
  ]
  return {
    subject: t(`letters:review.${kind}.subject`, { title }),
    lines,
    action: { label: t('letters:review.open'), url: review.address },
    after: [
      ...(endsOn ? [t('letters:review.link', { day: writeDay(endsOn, language) })] : []),
      t('letters:from', { organisation }),
    ],
  }
}
