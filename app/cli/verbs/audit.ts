import { instance } from '#app/db/instance.server.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { print, printJson, Refused, UsageError, type Verb } from '../verb.ts'

export const audit: Verb = {
  name: 'audit',
  usage: '(verify [--after <seal>] [--json] | export [--organisation <name>])',
  summary: 'Proves that the trail of who did what is whole, or writes it as lines of JSON.',
  options: {
    ...organisationOption,
    after: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: 1,
  async run({ words: [what], options }) {
    if (what === 'verify') return verify(options.after, options.json === true)
    if (what !== 'export') throw new UsageError('say "verify" or "export"')
    const { listEvents } = await import('#app/services/audit/list-events.server.ts')
    const { bank } = instance()
    const organisationId = chosenOrganisation(bank, options.organisation)
    for (const event of listEvents(bank, organisationId)) print(JSON.stringify(event))
  },
}

/** Each entry seals the one before; a seal written down elsewhere proves that none was taken off the end. */
async function verify(after: string | boolean | undefined, asJson: boolean): Promise<void> {
  const { verifyTrail } = await import('#app/services/audit/verify-trail.server.ts')
  const found = verifyTrail(instance().bank, typeof after === 'string' ? after : null)
  if (asJson) printJson(found)
  if (found.firstBroken !== null)
    throw new Refused(`Entry ${found.firstBroken} was changed, or one before it was removed.`)
  if (found.knowsSeal === false)
    throw new Refused('No entry has this seal: the trail was cut, or made anew.')
  if (!asJson) print(`${found.entries} entries, intact. Last seal: ${found.lastSeal || '-'}`)
}
