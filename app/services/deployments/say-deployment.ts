import type { TFunction } from 'i18next'
import { dayIn } from '#app/services/guarantees/days.ts'
import { isThin } from '#packaging/package-source.ts'
import type { Deployment, Life } from './deployment.ts'
import type { Reason } from './standing.ts'

export type Speech = {
  /** The words of the register and those of modules. */
  t: TFunction<['deployments', 'modules']>
  /** How a day is written, from `YYYY-MM-DD`. */
  day: (day: string) => string
}

/** Why somebody should look at a deployment, in a sentence. */
export function sayReason({ t, day }: Speech, reason: Reason): string {
  if ('since' in reason) {
    const { code, latest, since } = reason
    return t(`reasons.${code}`, { latest, day: day(dayIn(new Date(since))) })
  }
  const ends = { day: day(reason.day) }
  if (!('aspect' in reason))
    return t(`reasons.${reason.code}`, { ...ends, title: reason.title || t('file') })
  const aspect = t(`modules:aspects.${reason.aspect}`)
  return reason.of === undefined
    ? t(`reasons.${reason.code}`, { ...ends, aspect })
    : t(`reasons.${reason.code}-of`, { ...ends, aspect, title: reason.of })
}

/** What would settle it, in a sentence; empty where there is nothing to do. */
export function sayTodo({ t }: Speech, { standing, replaced, format }: Deployment): string {
  if (standing.todo === null) return ''
  const puts = standing.todo === 'retire' || standing.todo === 'end'
  if (puts && replaced) return t(isThin(format) ? 'todo.replacedThin' : 'todo.replaced')
  return t(`todo.${standing.todo}`)
}

/** Whether learners are there, and how many: one sentence each. */
export function sayLife({ t, day }: Speech, life: Life): string[] {
  const { state, lastOn, in30Days, in90Days, learners } = life
  return [
    t(`lifeSaid.${state}`, { day: lastOn === null ? '' : day(lastOn) }),
    ...(in90Days ? [t('attempts', { count: in30Days ?? 0, quarter: in90Days })] : []),
    ...(learners ? [t('learners', { count: learners })] : []),
  ]
}
