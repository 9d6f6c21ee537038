import { instance } from '#app/db/instance.server.ts'
import { readDeploymentQuery } from '#app/services/deployments/deployment.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { print, printJson, type Verb } from '../verb.ts'

export const deployments: Verb = {
  name: 'deployments',
  usage: '[--attention] [--json]',
  summary: 'Lists the packages that went out: for whom, whether alive, how they stand.',
  options: {
    ...organisationOption,
    attention: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: 0,
  async run({ options }) {
    const { findDeployments } = await import(
      '#app/services/deployments/list-deployments.server.ts'
    )
    const { plainDeployment } = await import('#app/services/deployments/plain-deployment.ts')
    const here = instance()
    const organisationId = chosenOrganisation(here.bank, options.organisation)
    const query = readDeploymentQuery(
      new URLSearchParams({ show: options.attention ? 'attention' : 'all' }),
    )
    const found = findDeployments(here, { ...query, organisationId, now: new Date() })
    const plain = found.map(plainDeployment)
    if (options.json) return printJson(plain)
    for (const each of plain) print(lineOf(each).join('\t'))
  },
}

type Plain = ReturnType<
  typeof import('#app/services/deployments/plain-deployment.ts')['plainDeployment']
>

function lineOf({ module, edition, format, recipient, lms, life, state, reasons }: Plain) {
  const why = reasons.map(({ code, what, day }) => `${code} (${what}, ${day})`).join(', ')
  return [module, edition, format, recipient || '-', lms || '-', life.state, state, why || '-']
}
