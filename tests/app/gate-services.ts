import type { Instance } from '#app/db/instance.server.ts'
import { describeForArchive } from '#app/services/archive/describe-module.server.ts'
import { withReused } from '#app/services/archive/describe-reuse.server.ts'
import { readHistoryElsewhere } from '#app/services/archive/read-elsewhere.server.ts'
import { readEditionEvidence } from '#app/services/evidence/edition-evidence.server.ts'
import { askGuarantee } from '#app/services/guarantees/ask-guarantee.server.ts'
import { takeBackKey } from '#app/services/lrs-keys/keys.server.ts'
import {
  compareStates,
  listStates,
  partsOf,
  restore,
} from '#app/services/modules/history.server.ts'
import { decideOpportunity } from '#app/services/opportunity/decide-opportunity.server.ts'
import { readOpportunity } from '#app/services/opportunity/read-opportunity.server.ts'
import {
  pickExisting,
  removeExisting,
  saveOpportunity,
} from '#app/services/opportunity/save-opportunity.server.ts'
import { publishModule } from '#app/services/publication/publish-module.server.ts'
import {
  askWaiver,
  decideWaiver,
  withdrawWaiver,
} from '#app/services/publication/waivers.server.ts'
import { declineReview, withdrawReview } from '#app/services/review/end-review.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { resendInvitation } from '#app/services/review/invitations.server.ts'
import { acceptProposal, readReplaceable } from '#app/services/review/proposals.server.ts'
import { readModuleReviews } from '#app/services/review/read-module-reviews.server.ts'
import { addRemark, reopenRemark, resolveRemark } from '#app/services/review/remarks.server.ts'
import { requestReview, requestRound } from '#app/services/review/request-review.server.ts'
import { findOpenReview, recordVisit } from '#app/services/review/reviewer.server.ts'
import { changeRound } from '#app/services/review/rounds.server.ts'
import { delivery } from '#tests/builders/rounds.ts'
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
  lrsKey: string
  now: Date
}

/** What a member of another organisation is refused before a publication, whatever they name. */
export function refusingGates(here: () => Instance, key: () => Key) {
  const bank = () => here().bank
  const reason = 'x'
  return {
    ...refusingTrials(here, key),
    requestReview: () => requestReview(bank(), { ...key(), aspects: ['content'] }),
    requestRound: () =>
      requestRound(bank(), {
        ...{ ...key(), aspects: ['content'], ...delivery },
        asked: [{ name: 'Lou', email: null, language: 'fr', by: 'hand' }],
      }),
    changeRound: () => changeRound(bank(), { ...key(), roundId: 'x' }),
    resendInvitation: () => resendInvitation(bank(), { ...key(), by: 'hand', ...delivery }),
    withdrawReview: () => withdrawReview(bank(), key()),
    declineReview: () => declineReview(bank(), { ...key(), reason: 'x' }),
    findOpenReview: () => findOpenReview(bank(), key()),
    recordVisit: () => recordVisit(bank(), key()),
    readModuleReviews: () => readModuleReviews(bank(), key()),
    acceptProposal: () => acceptProposal(bank(), key()),
    readReplaceable: () => readReplaceable(bank(), { ...key(), nodeId: 'x' }),
    reopenRemark: () => reopenRemark(bank(), key()),
    giveVerdict: () => giveVerdict(bank(), { ...key(), verdicts: [] }),
    addRemark: () => addRemark(bank(), { ...key(), nodeId: null, kind: 'idea', body: 'x' }),
    resolveRemark: () => resolveRemark(bank(), { ...key(), answer: 'x' }),
    askGuarantee: () => askGuarantee(bank(), { ...key(), aspect: 'law' }),
    ...refusingGuarantees(here, key),
    describeForArchive: () => describeForArchive(bank(), { ...key(), iriBase: here().iriBase }),
    withReused: () => withReused(bank(), { ...key(), moduleIds: [key().moduleId] }),
    takeBackKey: () => takeBackKey(bank(), { ...key(), key: key().lrsKey }),
    readHistoryElsewhere: () => readHistoryElsewhere(bank(), key()),
    readEditionEvidence: () => readEditionEvidence(bank(), { ...key(), edition: '1.0' }),
    publishModule: () => publishModule(bank(), { ...key(), expectedDigest: key().digest }),
    listStates: () => listStates(bank(), key()),
    compareStates: () => compareStates(bank(), { ...key(), before: '1', after: 'draft' }),
    partsOf: () => partsOf(bank(), { ...key(), name: '1' }),
    restore: () => restore(bank(), { ...key(), from: '1', nodeId: null }),
    readOpportunity: () => readOpportunity(bank(), key()),
    saveOpportunity: () =>
      saveOpportunity(bank(), { ...key(), need: 'x', voices: [], words: '', base: 'x' }),
    pickExisting: () => pickExisting(bank(), { ...key(), existingId: key().moduleId }),
    removeExisting: () => removeExisting(bank(), { ...key(), existingId: key().moduleId }),
    decideOpportunity: () => decideOpportunity(bank(), { ...key(), decision: 'go', reason }),
    askWaiver: () => askWaiver(bank(), { ...key(), gate: 'approval', reason }),
    decideWaiver: () => decideWaiver(bank(), { ...key(), decision: 'granted', answer: reason }),
    withdrawWaiver: () => withdrawWaiver(bank(), { ...key(), decides: true }),
  }
}
