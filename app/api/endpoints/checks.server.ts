import { sentences } from '#app/i18n/sentences.server.ts'
import { checkUpload } from '#app/services/checks/check-upload.server.ts'
import { endpoint } from '../endpoint.ts'
import { Checked, CheckQuery, Nothing } from '../schemas.ts'

export const checkPackage = endpoint({
  method: 'post',
  path: '/checks',
  operationId: 'checkPackage',
  summary: 'Checks a package of whatever program; nothing of it is kept',
  needs: 'package:check',
  parameters: Nothing,
  query: CheckQuery,
  body: 'zip',
  cost: 10,
  answers: { 200: { description: 'What was found', schema: Checked } },
  answer: async ({ here, language, query, request }) => {
    const { dataDir } = here.settings
    const { format, bytes, findings } = await checkUpload(
      dataDir,
      request,
      query.preset ?? null,
    )
    const count = (severity: string) =>
      findings.filter((each) => each.severity === severity).length
    return {
      status: 200,
      body: {
        ...{ format, bytes, errors: count('error'), warnings: count('warning') },
        findings: findings.map(sentences(language).packageFinding),
      },
    }
  },
})
