import type { Language } from '#app/i18n/languages.ts'
import { spoken } from '#app/i18n/sentences.server.ts'
import { writeDay } from '#app/i18n/use-format.ts'
import type { Letter } from '#app/services/letters/letter.ts'
import type { Aspect, ModuleFacts } from '#content-schema/module.ts'
import { minutesToReview } from './state.ts'

export type LetterKind = 'invitation' | 'reminder'

export type ReviewLetter = {
  kind: LetterKind
  language: Language
  /** Of whoever reads it; empty where nobody knows. */
  name: string
  /** Of whoever asks, and their organisation. */
  from: string
  organisation: string
  facts: Pick<ModuleFacts, 'title' | 'minutes'>
  aspects: readonly Aspect[]
  dueOn: string | null
  /** Last day on which the address opens. */
  endsOn: string
  /** What whoever asks says to them. */
  message: string
  address: string
}

/** What a reviewer is written: what is asked, for when, how long it takes, and one thing to do. */
export function reviewLetter(review: ReviewLetter): Letter {
  const { kind, language, name, from, organisation, facts, aspects, dueOn, message } = review
  const { t } = spoken(language)
  const { title } = facts
  const names = aspects.map((aspect) => t(`modules:aspects.${aspect}`).toLowerCase())
  const list = new Intl.ListFormat(language).format(names)
  const minutes = minutesToReview(facts.minutes, aspects.length)
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
      t('letters:review.link', { day: writeDay(review.endsOn, language) }),
      t('letters:from', { organisation }),
    ],
  }
}
