import type { Bank } from '#app/db/client.server.ts'
import { targetsInTrouble } from '#app/services/forwarding/targets.server.ts'
import { dayIn, noticeDays, shiftDay } from '#app/services/guarantees/days.ts'
import { type Member, may } from '#app/services/rights.ts'
import { listInvitations } from '#app/services/sharing/co-written.server.ts'
import { listVisitorMessages } from '#app/services/sharing/visitor-messages.server.ts'
import type { Consequence, Need } from './need.ts'
import { readWhatAwaits } from './what-awaits.server.ts'

type Asked = { member: Member; now: Date }

/** A need with the day from which it is shown, `YYYY-MM-DD`. */
type Coming = Need & { from: string }

/** Lines of one kind shown at once: a register with hundreds would hide all the rest. */
const mostOfOne = 5
/** Days before somebody is to look again when they are told. */
const lookNotice = 7

/**
 * What needs a person today: the one list behind their home page and their daily letter. What is late or due today comes first, the gravest of it before the rest; then by day.
 */
export function whatNeeds(db: Bank, { member, now }: Asked): Need[] {
  const today = dayIn(now)
  const asking = comingNeeds(db, { member, now }).filter(({ from }) => from <= today)
  return asking.map(plain).sort((a, b) => {
    const late = Number(b.on <= today) - Number(a.on <= today)
    const byDay = a.on.localeCompare(b.on)
    const byWeight = weights.indexOf(a.consequence) - weights.indexOf(b.consequence)
    return late || (a.on <= today ? byWeight || byDay : byDay || byWeight)
  })
}

/** The next day on which something asks for attention that does not today; `null`: none is known. */
export function nothingUntil(db: Bank, asked: Asked): string | null {
  const today = dayIn(asked.now)
  const days = comingNeeds(db, asked).map(({ from }) => from)
  return days.filter((day) => day > today).sort()[0] ?? null
}

/** All that has a term, late or still to come, by day: what a calendar shows. */
export function datedNeeds(db: Bank, asked: Asked): Need[] {
  const dated = comingNeeds(db, asked).filter(({ isDated }) => isDated)
  return dated.map(plain).sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id))
}

const weights: Consequence[] = ['stops', 'waits', 'soon']

function plain({ from: _, ...need }: Coming): Need {
  return need
}

function comingNeeds(db: Bank, { member, now }: Asked): Coming[] {
  const today = dayIn(now)
  const all = readWhatAwaits(db, { member, now })
  return [
    ...all.reviewsToGive.map(({ reviewId, moduleId, title, from, dueOn, requestedAt }) =>
      need('review', `review-${reviewId}`, {
        ...{ moduleId, title, params: { name: from }, to: `/reviews/${reviewId}` },
        ...{ on: dueOn ?? dayOf(requestedAt), from: dayOf(requestedAt), consequence: 'waits' },
        isDated: dueOn !== null,
      }),
    ),
    ...all.waiversToDecide.map(({ waiverId, moduleId, title, askedBy, askedAt }) =>
      need('waiver', `waiver-${waiverId}`, {
        ...{ moduleId, title, params: { name: askedBy }, to: `/modules/${moduleId}/publish` },
        ...{ on: dayOf(askedAt), consequence: 'waits' },
      }),
    ),
    ...all.toPublish.map(({ id, title, savedAt }) =>
      need('publish', `publish-${id}`, {
        ...{ moduleId: id, title, to: `/modules/${id}/publish` },
        ...{ on: dayOf(savedAt), consequence: 'waits' },
      }),
    ),
    ...guaranteeNeeds(all, today),
    ...all.watched.map(({ id, title, lookOn }) =>
      need('watch', `watch-${id}`, {
        ...{ moduleId: null, title, to: '/organisation/watch', on: lookOn },
        ...{ from: shiftDay(lookOn, -lookNotice), consequence: 'soon', isDated: true },
      }),
    ),
    ...all.toCheck.map(({ checkId, moduleId, title, day, effect, because }) =>
      need(effect === 'must-update' ? 'update' : 'check', `check-${moduleId}-${checkId}`, {
        ...{ moduleId, title, to: `/modules/${moduleId}#to-check`, on: day },
        consequence: effect === 'must-update' ? 'stops' : 'waits',
        params: { what: because.kind === 'event' ? because.summary : because.end.code },
      }),
    ),
    ...all.rightsEnding.slice(0, mostOfOne).map(({ digest, title, endsOn, isOver }) =>
      need(isOver ? 'right-ended' : 'right-ending', `right-${digest}`, {
        ...{ moduleId: null, title, to: `/media/${digest}`, on: endsOn, from: today },
        ...{ consequence: isOver ? 'stops' : 'soon', isDated: true },
      }),
    ),
    ...deploymentNeeds(all, { member, today }),
    ...outsideNeeds(db, { member, today }),
    ...forwardingNeeds(db, member),
  ]
}

type Awaiting = ReturnType<typeof readWhatAwaits>

function guaranteeNeeds(all: Awaiting, today: string): Coming[] {
  return [
    ...all.guaranteesAsked.map(({ id, moduleId, title, aspect, askedBy, recordedAt, endsOn }) =>
      need('guarantee-asked', `guarantee-${id}`, {
        ...{ moduleId, title, to: `/guarantees/${id}`, on: dayOf(recordedAt) },
        ...{ params: { aspect, name: askedBy, day: endsOn }, consequence: 'waits' },
      }),
    ),
    ...all.guarantees.map(({ id, moduleId, title, aspect, endsOn }) => {
      const isOver = endsOn < today
      return need(isOver ? 'guarantee-ended' : 'guarantee-ending', `guarantee-${id}`, {
        ...{ moduleId, title, to: `/guarantees/${id}`, on: endsOn, params: { aspect } },
        ...{ from: shiftDay(endsOn, -noticeDays), isDated: true },
        consequence: isOver ? 'stops' : 'soon',
      })
    }),
    ...all.guarantees.flatMap(({ id, moduleId, title, aspect, lookOn }) =>
      lookOn === null
        ? []
        : need('guarantee-look', `look-${id}`, {
            ...{ moduleId, title, to: `/guarantees/${id}`, on: lookOn, params: { aspect } },
            ...{ from: shiftDay(lookOn, -lookNotice), consequence: 'soon', isDated: true },
          }),
    ),
  ]
}

/** Who may not open the register is led to the module. */
function deploymentNeeds(
  { deployments }: Awaiting,
  { member, today }: { member: Member; today: string },
): Coming[] {
  const reads = may(member, 'deployment:read')
  return deployments
    .slice(0, mostOfOne)
    .map(({ packageId, moduleId, code, title, edition, recipient, lms, standing }) => {
      const [reason] = standing.reasons
      const on = reason && 'day' in reason ? reason.day : dayOf(reason?.since ?? 0)
      const register = `/organisation/deployments?show=attention&module=${code}`
      return need('deployment', `deployment-${packageId}`, {
        ...{ moduleId, title, on, from: today, to: reads ? register : `/modules/${moduleId}` },
        params: {
          reason: reason?.code ?? '',
          where: [`${edition}`, recipient, lms].filter(Boolean).join(' · '),
        },
        consequence: reason?.code.endsWith('-ended') ? 'stops' : 'soon',
      })
    })
}

/** What other organisations, and visitors, wait for. */
function outsideNeeds(
  db: Bank,
  { member, today }: { member: Member; today: string },
): Coming[] {
  const invitations = may(member, 'co-author:decide') ? listInvitations(db, member) : []
  const messages = may(member, 'visitor-message:handle') ? listVisitorMessages(db, member) : []
  return [
    ...invitations.map(({ moduleId, title, owner }) =>
      need('invitation', `invitation-${moduleId}`, {
        ...{ moduleId: null, title, params: { name: owner }, on: today },
        ...{ to: '/organisation/sharing#invitations', consequence: 'waits' },
      }),
    ),
    ...messages.slice(0, mostOfOne).map(({ id, title, name, sentAt }) =>
      need('message', `message-${id}`, {
        ...{ moduleId: null, title, params: { name }, on: dayOf(sentAt) },
        ...{ to: '/organisation/sharing#messages', consequence: 'waits' },
      }),
    ),
  ]
}

/** LRSs that no longer take what the organisation passes on, or not all of it. */
function forwardingNeeds(db: Bank, member: Member): Coming[] {
  if (!may(member, 'forwarding:keep')) return []
  return targetsInTrouble(db, member.organisationId).map(
    ({ id, name, state, letters, since }) => {
      const isStopped = state === 'refused'
      return need(isStopped ? 'forwarding-stopped' : 'forwarding-refused', `forwarding-${id}`, {
        ...{ moduleId: null, title: name, on: dayOf(since) },
        ...{ params: { count: `${letters}` }, to: `/organisation/forwarding#target-${id}` },
        consequence: isStopped ? 'stops' : 'soon',
      })
    },
  )
}

type Facts = Pick<Need, 'moduleId' | 'title' | 'on' | 'consequence' | 'to'> &
  Partial<Pick<Coming, 'params' | 'from' | 'isDated'>>

/** Shown from its own day on, unless it says otherwise. */
function need(kind: Need['kind'], id: string, facts: Facts): Coming {
  return { kind, id, params: {}, isDated: false, from: facts.on, ...facts }
}

function dayOf(ms: number): string {
  return dayIn(new Date(ms))
}
