import type { Language } from '#app/i18n/languages.ts'
import { spoken } from '#app/i18n/sentences.server.ts'
import { writeDay } from '#app/i18n/use-format.ts'
import type { LivingDeployment } from '#app/services/deployments/deployment.ts'
import { findDeployments } from '#app/services/deployments/list-deployments.server.ts'
import { plainDeployment } from '#app/services/deployments/plain-deployment.ts'
import { type Speech, sayReason } from '#app/services/deployments/say-deployment.ts'
import { DeploymentsAsked, DeploymentsPage } from '../deployment-schemas.ts'
import { endpoint } from '../endpoint.ts'
import { Nothing } from '../schemas.ts'

export const deployments = endpoint({
  method: 'get',
  path: '/deployments',
  operationId: 'listDeployments',
  summary: 'The packages that went out, those that need somebody first',
  needs: 'deployment:read',
  parameters: Nothing,
  query: DeploymentsAsked,
  body: null,
  cost: 1,
  answers: { 200: { description: 'One page of them', schema: DeploymentsPage } },
  answer: ({ here, caller: { organisationId }, query: asked, language, now }) => {
    const { query: q, show = null, life = null, module, page, perPage } = asked
    const looked = { q, show, life, module, lms: '', organisationId, now }
    const found = findDeployments(here, looked)
    const shown = found.slice((page - 1) * perPage, page * perPage)
    return {
      status: 200,
      body: {
        ...{ total: found.length, page, perPage },
        deployments: shown.map((each) => said(each, language)),
      },
    }
  },
})

function said(deployment: LivingDeployment, language: Language) {
  const t = spoken(language).getFixedT(language, ['deployments', 'modules']) as Speech['t']
  const speech: Speech = { t, day: (day) => writeDay(day, language) }
  const messages = deployment.standing.reasons.map((reason) => sayReason(speech, reason))
  const plain = plainDeployment(deployment)
  const reasons = plain.reasons.map((reason, at) => ({ ...reason, message: messages[at] }))
  return { ...plain, reasons }
}
