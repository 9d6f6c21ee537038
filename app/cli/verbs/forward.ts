import { instance } from '#app/db/instance.server.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { print, printJson, Refused, UsageError, type Verb } from '../verb.ts'

export const forward: Verb = {
  name: 'forward',
  usage: '(status [--json] | resend [--to <name>])',
  summary: 'Says how the forwarding of statements goes, or has refused ones sent again.',
  options: { ...organisationOption, to: { type: 'string' }, json: { type: 'boolean' } },
  words: 1,
  async run({ words: [what], options }) {
    if (what !== 'status' && what !== 'resend') throw new UsageError('say "status" or "resend"')
    const { listTargets, resendRefused } = await import(
      '#app/services/forwarding/targets.server.ts'
    )
    const here = instance()
    const organisationId = chosenOrganisation(here.bank, options.organisation)
    const targets = await listTargets(here, organisationId)
    if (what === 'resend') {
      const named = targets.filter(({ name }) => !options.to || name === options.to)
      if (options.to && named.length === 0)
        throw new Refused(`There is no destination "${options.to}".`)
      for (const { id, name } of named)
        print(`${name}\t${resendRefused(here.bank, id)} statement(s) will be sent again`)
      return
    }
    if (options.json) return printJson(targets)
    for (const {
      name,
      endpoint,
      state,
      sent,
      waiting,
      letters,
      lastSuccessAt,
      failure,
    } of targets)
      print(
        [
          ...[name, endpoint, state, `${sent} sent`, `${waiting} waiting`],
          ...[`${letters.length} refused`, lastSuccessAt ? iso(lastSuccessAt) : '-'],
          failure ? `${failure.code} ${Object.values(failure.params).join(' ')}`.trim() : '-',
        ].join('\t'),
      )
  },
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
