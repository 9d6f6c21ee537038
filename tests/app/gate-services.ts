import type { Instance } from '#app/db/instance.server.ts'
import { askGuarantee } from '#app/services/guarantees/ask-guarantee.server.ts'
import {
  compareStates,
  listStates,
  partsOf,
  restore,
} from '#app/services/modules/history.server.ts'
import { publishModule } from '#app/services/publication/publish-module.server.ts'
import {
  askWaiver,
  decideWaiver,
  withdrawWaiver,
} from '#app/services/publication/waivers.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { addRemark, resolveRemark } from '#app/services/review/remarks.server.ts'
import { requestReview } from '#app/services/review/request-review.server.ts'
import { refusingGuarantees } from './guarantee-services.ts'
import { refusingTrials } from './trial-services.ts'

type Key = {
  organisationId: string
  personId: string
  moduleId: string
  reviewId: string
  remarkId: string
  expertId: string
  guarantorId: string
  waiverId: string
  guaranteeId: string
  sourceId: string
  endsOn: string
  message: string
  note: string
  dueOn: null
  digest: string
  now: Date
}

/** What a member of another organisation is refused before a publication, whatever they name. */
export function refusingGates(here: () => Instance, key: () => Key) {
  const bank = () => here().bank
  const reason = 'x'
  return {
    ...refusingTrials(here, key),
    requestReview: () => requestReview(bank(), { ...key(), aspects: ['content'] }),
    giveVerdict: () => giveVerdict(bank(), { ...key(), verdicts: [] }),
    addRemark: () => addRemark(bank(), { ...key(), nodeId: null, kind: 'idea', body: 'x' }),
    resolveRemark: () => resolveRemark(bank(), { ...key(), answer: 'x' }),
    askGuarantee: () => askGuarantee(bank(), { ...key(), aspect: 'law' }),
    ...refusingGuarantees(here, key),
    publishModule: () => publishModule(bank(), { ...key(), expectedDigest: key().digest }),
    listStates: () => listStates(bank(), key()),
    compareStates: () => compareStates(bank(), { ...key(), before: '1', after: 'draft' }),
    partsOf: () => partsOf(bank(), { ...key(), name: '1' }),
    restore: () => restore(bank(), { ...key(), from: '1', nodeId: null }),
    askWaiver: () => askWaiver(bank(), { ...key(), gate: 'approval', reason }),
    decideWaiver: () => decideWaiver(bank(), { ...key(), decision: 'granted', answer: reason }),
    withdrawWaiver: () => withdrawWaiver(bank(), { ...key(), decides: true }),
  }
}
