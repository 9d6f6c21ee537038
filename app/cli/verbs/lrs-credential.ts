import { instance } from '#app/db/instance.server.ts'
import { type LrsScope, lrsScopes } from '#app/db/schema/bank/index.ts'
import { createCredential } from '#app/lrs/credentials.server.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { print, printJson, UsageError, type Verb } from '../verb.ts'

export const lrsCredential: Verb = {
  name: 'lrs-credential',
  usage: `--scope ${lrsScopes.join('|')} [--json]`,
  summary: 'Creates a key and secret for the xAPI endpoint; the secret is shown once.',
  options: {
    ...organisationOption,
    scope: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: 0,
  run({ options }) {
    const { scope } = options
    if (!lrsScopes.includes(scope as LrsScope))
      throw new UsageError(`--scope must be one of ${lrsScopes.join(', ')}`)
    const { bank } = instance()
    const made = createCredential(bank, {
      organisationId: chosenOrganisation(bank, options.organisation),
      scope: scope as LrsScope,
      now: new Date(),
    })
    if (options.json) return printJson(made)
    print(`key     ${made.key}\nsecret  ${made.secret}`)
  },
}
