type Known = {
  /** Address of a module. */
  module: string
  reviewId: string
  remarkId: string
  waiverId: string
  guaranteeId: string
  /** One of the module's organisation, one of one's own. */
  experts: string[]
  digest: string
}

/** What a member of another organisation may try on the pages that lead to a publication. */
export function gateAttempts(known: Known) {
  const { module, reviewId, remarkId, waiverId, guaranteeId, experts, digest } = known
  const asking = { intent: 'request', 'aspects[]': 'law', message: '', dueOn: '' }
  return {
    'routes/module.review.tsx': {
      path: `${module}/review`,
      sent: [
        ...experts.map((expertId) => ({ ...asking, expertId })),
        { intent: 'resolve', reviewId, remarkId },
      ],
    },
    'routes/module.publish.tsx': {
      path: `${module}/publish`,
      sent: [
        { intent: 'publish', digest, note: '' },
        { intent: 'ask-waiver', gate: 'approval', reason: 'x', endsOn: '2099-01-01' },
        { intent: 'decide-waiver', waiverId, decision: 'granted', answer: '' },
        { intent: 'withdraw-waiver', waiverId },
      ],
    },
    'routes/guarantees.tsx': {
      path: '/guarantees',
      own: true as const,
      sent: [{ fromId: 'x', toId: experts[0]! }],
    },
    'routes/guarantee.tsx': {
      path: `/guarantees/${guaranteeId}`,
      sent: [
        { intent: 'answer', answer: 'accepted' },
        { intent: 'renew', digest, endsOn: '2099-12-31', note: '' },
      ],
    },
    'routes/module.history.tsx': { path: `${module}/history`, sent: [{ from: '1' }] },
    'routes/review.tsx': {
      path: `/reviews/${reviewId}`,
      sent: [
        { intent: 'remark', kind: 'idea', body: 'Lu.', nodeId: '' },
        { intent: 'verdict', 'content.value': 'approved', 'content.note': '', digest },
      ],
    },
  }
}
