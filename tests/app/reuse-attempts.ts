import type { Workplace } from '#tests/builders/bank.ts'
import { pathOf } from '#tests/builders/path.ts'

/** What a member of another organisation may try on the pages of a path, and of what reuses what. */
export function reuseAttempts(closed: Workplace) {
  const { moduleId } = pathOf(closed, 'parcours-ferme', [closed.moduleId])
  const { moduleId: used } = closed
  const node = JSON.stringify({ type: 'reuse', attrs: { id: 'reusereus1', moduleId: used } })
  const place = { referenceId: 'x', digest: 'x' }
  return {
    'routes/module.reuse.tsx': {
      path: `/modules/${closed.moduleId}/reuse`,
      sent: [
        { intent: 'decide', decision: 'accept', ...place },
        { intent: 'fork', title: 'x' },
        { intent: 'withdraw', reason: 'x' },
        { intent: 'offer' },
      ],
    },
    'routes/module.reusable.ts': { path: `/modules/${used}/reusable` },
    'routes/module.reusable-content.ts': { path: `/modules/${moduleId}/reusable/${used}` },
    'routes/module.reused.ts': {
      path: `/modules/${used}/reused?${new URLSearchParams({ node })}`,
    },
    'routes/module.compose.tsx': {
      path: `/modules/${moduleId}/compose`,
      sent: [
        { do: 'add-stage', title: 'x' },
        { do: 'move', rowId: 'x', to: 'up' },
      ],
    },
  }
}
