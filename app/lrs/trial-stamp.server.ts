import type { Bank } from '#app/db/client.server.ts'
import { trialActivity, trialCategory } from '#content-schema/statements/trial.ts'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import type { Credential } from './credentials.server.ts'
import { Refusal } from './http/refusal.ts'
import type { ContextPlace, XapiActivity, XapiStatement } from './statements/xapi-statement.ts'

/** Says of a statement what the key that brought it stands for. */
export type Stamp = <Told extends XapiStatement>(credential: Credential, told: Told) => Told

/**
 * What the package of a participant tells is stored under their code, their registration and their
 * session, whatever their browser says. Called as it is stored: a consent that was withdrawn a moment
 * ago holds already.
 *
 * @returns a function that throws Refusal 403 once nothing more may be recorded of them
 */
export function trialStamp(bank: Bank, iriBase: string): Stamp {
  const find = bank.$client.prepare<[string], Row>(
    `select p.code, p.registration, p.trialId
     from trial_participants p join trials t on t.id = p.trialId
     where p.id = ? and t.state in ('running', 'analysing') and exists (
       select 1 from trial_consents c
       where c.participantId = p.id and c.scope = 'traces' and c.withdrawnAt is null)`,
  )
  return ({ participantId }, told) => {
    if (participantId === null) return told
    const row = find.get(participantId)
    if (!row)
      throw new Refusal(403, 'trial.closed', 'nothing more is recorded of this participant')
    return stamped(told, row, iriBase)
  }
}

type Row = { code: string; registration: string; trialId: string }

function stamped<Told extends XapiStatement>(told: Told, row: Row, iriBase: string): Told {
  const { contextActivities = {} } = told.context ?? {}
  const also = (place: ContextPlace, id: string): XapiActivity[] => [
    ...[contextActivities[place] ?? []].flat(),
    { id },
  ]
  const name = `${row.trialId}-${row.code}`
  return {
    ...told,
    actor: { objectType: 'Agent', account: { homePage: pseudonymHome, name } },
    context: {
      ...told.context,
      registration: row.registration,
      contextActivities: {
        ...contextActivities,
        grouping: also('grouping', trialActivity(iriBase, row.trialId)),
        category: also('category', trialCategory),
      },
    },
  }
}
