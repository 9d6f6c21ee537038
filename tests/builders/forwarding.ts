import { addTarget } from '#app/services/forwarding/targets.server.ts'
import { now, type Workplace } from './bank.ts'

/** An LRS that an organisation passes its statements on to, each of its words the one that is given. */
export function addForwarding(
  { bank, organisationId, people }: Workplace,
  word: string,
): { targetId: string } {
  const lrs = { name: word, endpoint: 'https://lrs.exemple.fr/xapi', key: word, secret: word }
  const targetId = addTarget(
    { bank, signingKey: 'clé' },
    {
      ...{ ...lrs, version: '1.0.3', from: '', moduleIds: [], verbIds: [], trials: false },
      ...{ organisationId, personId: people.administrator.id, now },
    },
  )
  return { targetId }
}
