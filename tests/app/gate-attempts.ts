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
  const voice = { 'voice.0.kind': 'learner', 'voice.0.quote': 'x', 'voice.0.source': '' }
  const guest = { 'guestName[]': 'Nul', 'guestEmail[]': '', 'guestLanguage[]': 'fr' }
  return {
    'routes/module.review.tsx': {
      path: `${module}/review`,
      sent: [
        ...experts.map((expertId) => ({ ...asking, 'people[]': expertId })),
        { ...asking, ...guest },
        { intent: 'round', roundId: 'x', message: '', dueOn: '' },
        { intent: 'again', reviewId, by: 'hand' },
        { intent: 'withdraw', reviewId },
        { intent: 'resolve', reviewId, remarkId },
        { intent: 'reopen', reviewId, remarkId },
        { intent: 'accept', reviewId, remarkId },
      ],
    },
    'routes/module.opportunity.tsx': {
      path: `${module}/opportunity`,
      sent: [
        { intent: 'save', base: digest, need: 'x', words: '', ...voice },
        { intent: 'pick', existingId: 'x' },
        { intent: 'remove', existingId: 'x' },
        { intent: 'decide', digest, decision: 'go', reason: 'x' },
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
    'routes/module.evidence.tsx': { path: `${module}/evidence/1.0` },
    'routes/module.history.tsx': { path: `${module}/history`, sent: [{ from: '1' }] },
    'routes/review.tsx': {
      path: `/reviews/${reviewId}`,
      sent: [
        { intent: 'remark', kind: 'idea', body: 'Lu.', nodeId: '' },
        { intent: 'verdict', 'content.value': 'approved', 'content.note': '', digest },
        { intent: 'open' },
        { intent: 'text', nodeId: 'x' },
        { intent: 'decline', reason: 'Non.' },
      ],
    },
    'routes/guest.review.tsx': {
      path: `/invited/reviews/${reviewId}`,
      byLink: true as const,
      sent: [
        { intent: 'open' },
        { intent: 'text', nodeId: 'x' },
        { intent: 'remark', kind: 'idea', body: 'Lu.', nodeId: '', name: 'Nul' },
        { intent: 'decline', reason: 'Non.', name: 'Nul' },
      ],
    },
  }
}
