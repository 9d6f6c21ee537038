import type { Bank } from '#app/db/client.server.ts'
import { UserError } from '#app/http/user-error.ts'
import type { Draft, ModuleKey, Reader } from '#app/services/modules/find-module.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import { reusableEdition } from '#app/services/reuse/reusable.server.ts'
import { type NodeJson, newId } from '#content-schema/identity.ts'
import {
  type PathStep,
  placeOf,
  withoutRow,
  withoutStage,
  withRow,
  withRowAttrs,
  withRowMoved,
  withStage,
  withStageTitle,
} from './path-steps.ts'

type Composing = ModuleKey & { step: PathStep; personId: string; now: Date }

/**
 * Changes a path by one step, on whatever stands there.
 *
 * @throws UserError `path.no-such-row` or `path.no-such-stage` (404) when somebody took it away,
 *   `reuse.unreachable` (409), `reuse.cycle` (409)
 */
export function composePath(bank: Bank, { step, ...key }: Composing): void {
  saveDraft(bank, {
    ...key,
    baseVersion: null,
    change: ({ document }: Draft) => ({
      document: { ...document, doc: stepped(bank, document.doc, step, key.organisationId) },
    }),
  })
}

function stepped(db: Reader, doc: NodeJson, step: PathStep, organisationId: string): NodeJson {
  if ('rowId' in step && !placeOf(doc, step.rowId))
    throw new UserError('path.no-such-row', {}, 404)
  switch (step.do) {
    case 'add':
      return orNoStage(withRow(doc, step.stageId, rowOf(db, step.moduleId, organisationId)))
    case 'restore':
      return orNoStage(withRow(doc, step.stageId, step.row, step.index))
    case 'move':
      return withRowMoved(doc, step.rowId, step.to)
    case 'require':
      return withRowAttrs(doc, step.rowId, { required: step.required })
    case 'rename':
      return withRowAttrs(doc, step.rowId, { title: step.title })
    case 'follow':
      return withRowAttrs(doc, step.rowId, following(db, doc, step, organisationId))
    case 'remove':
      return withoutRow(doc, step.rowId)
    case 'add-stage':
      return withStage(doc, step.title)
    case 'rename-stage':
      return withStageTitle(doc, step.stageId, step.title)
    case 'remove-stage':
      return withoutStage(doc, step.stageId)
  }
}

function orNoStage(doc: NodeJson | null): NodeJson {
  if (!doc) throw new UserError('path.no-such-stage', {}, 404)
  return doc
}

function rowOf(db: Reader, moduleId: string, organisationId: string): NodeJson {
  const attrs = { id: newId(), moduleId, ...latest(db, moduleId, organisationId) }
  return { type: 'moduleRow', attrs: { ...attrs, follows: false, required: true, title: '' } }
}

/** Whoever stops following stays with what is shown at that moment. */
function following(
  db: Reader,
  doc: NodeJson,
  { rowId, follows }: { rowId: string; follows: boolean },
  organisationId: string,
): Record<string, unknown> {
  const moduleId = String(placeOf(doc, rowId)?.row.attrs.moduleId)
  return follows ? { follows } : { follows, ...latest(db, moduleId, organisationId) }
}

function latest(db: Reader, moduleId: string, organisationId: string) {
  const found = reusableEdition(db, { moduleId, organisationId, digest: null })
  if (typeof found === 'string' || found.withdrawn !== null)
    throw new UserError('reuse.unreachable', {}, 409)
  return { edition: found.edition, digest: found.digest }
}
