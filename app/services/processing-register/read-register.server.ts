import type { Instance } from '#app/db/instance.server.ts'
import { listTargets } from '#app/services/forwarding/targets.server.ts'
import { countLearning } from './count-learning.server.ts'
import type { Processing, ProcessingCode, ProcessingRegister } from './processing.ts'

/** Each gives `count`, and `oldestAt` where a date is kept. */
const counted = {
  members: `select count(distinct personId) as count, null as oldestAt
    from memberships where organisationId = :organisationId`,
  events: `select count(*) as count, min(at) as oldestAt
    from audit_entries where organisationId = :organisationId`,
  guests: `select count(*) as count, null as oldestAt
    from guests where organisationId = :organisationId`,
  participants: `select count(*) as count, min(p.addedAt) as oldestAt
    from trial_participants p join trials t on t.id = p.trialId
    where t.organisationId = :organisationId`,
  identities: `select count(*) as count, min(p.addedAt) as oldestAt
    from trial_contacts c join trial_participants p on p.id = c.participantId
    join trials t on t.id = p.trialId where t.organisationId = :organisationId`,
  letters: `select count(*) as count, min(writtenAt) as oldestAt
    from letters where organisationId = :organisationId`,
  messages: `select count(*) as count, min(sentAt) as oldestAt
    from visitor_messages where organisationId = :organisationId`,
} as const

/**
 * What an organisation really keeps of people, as its data-protection officer wants to read it.
 *
 * @see GDPR, article 30 (1)
 */
export async function readProcessingRegister(
  here: Pick<Instance, 'bank' | 'statements'>,
  organisationId: string,
): Promise<ProcessingRegister> {
  const count = (name: keyof typeof counted) =>
    here.bank.$client
      .prepare<[{ organisationId: string }], { count: number; oldestAt: number | null }>(
        counted[name],
      )
      .get({ organisationId })!
  const one = (code: ProcessingCode, ...names: (keyof typeof counted)[]): Processing => {
    const found = names.map((name) => [name, count(name)] as const)
    const dates = found.flatMap(([, { oldestAt }]) => oldestAt ?? [])
    return {
      code,
      counts: Object.fromEntries(found.map(([name, { count: many }]) => [name, many])),
      oldestAt: dates.length > 0 ? Math.min(...dates) : null,
    }
  }
  const learning = await countLearning(here.statements, organisationId)
  const { statements, learners, files, documents, remarks, oldestAt } = learning
  const targets = await listTargets(here, organisationId)
  return {
    processings: [
      one('accounts', 'members'),
      one('authoring', 'events'),
      one('guests', 'guests'),
      { code: 'learning', counts: { statements, learners, files }, oldestAt },
      { code: 'documents', counts: { documents }, oldestAt: null },
      { code: 'remarks', counts: { remarks }, oldestAt: null },
      one('trials', 'participants', 'identities'),
      one('letters', 'letters'),
      one('messages', 'messages'),
    ],
    recipients: targets.map(({ name, endpoint, trials }) => ({
      ...{ name, trials, host: new URL(endpoint).host },
    })),
  }
}
