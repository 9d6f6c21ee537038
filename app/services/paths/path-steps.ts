import { type NodeJson, newId } from '#content-schema/identity.ts'

/** What is done to a row or a stage of a path, by its id. */
export type PathStep =
  | { do: 'add'; stageId: string; moduleId: string }
  | { do: 'move'; rowId: string; to: 'up' | 'down' }
  | { do: 'require'; rowId: string; required: boolean }
  | { do: 'rename'; rowId: string; title: string }
  | { do: 'follow'; rowId: string; follows: boolean }
  | { do: 'remove'; rowId: string }
  | { do: 'restore'; stageId: string; index: number; row: NodeJson }
  | { do: 'add-stage'; title: string }
  | { do: 'rename-stage'; stageId: string; title: string }
  | { do: 'remove-stage'; stageId: string }

export type Row = NodeJson & { attrs: Record<string, unknown> }
export type Stage = { id: string; title: string; rows: Row[] }

export function stagesOf(doc: NodeJson): Stage[] {
  return (doc.content ?? []).map((section) => {
    const [title, ...elements] = section.content ?? []
    return {
      id: idOf(section),
      title: (title?.content ?? []).map(({ text }) => text ?? '').join(''),
      rows: elements.filter(isRow) as Row[],
    }
  })
}

/** Puts a row at the end of a stage, or at a place of it; `null` when the stage is gone. */
export function withRow(
  doc: NodeJson,
  stageId: string,
  row: NodeJson,
  index?: number,
): NodeJson | null {
  return inStage(doc, stageId, (elements) => {
    const rows = elements.filter((each) => !isBlank(each))
    const at = Math.min(index ?? rows.length, rows.length)
    return [...rows.slice(0, at), row, ...rows.slice(at)]
  })
}

export function withoutRow(doc: NodeJson, rowId: string): NodeJson {
  return eachStage(doc, (elements) => elements.filter((each) => idOf(each) !== rowId))
}

export function withRowAttrs(
  doc: NodeJson,
  rowId: string,
  attrs: Record<string, unknown>,
): NodeJson {
  return eachStage(doc, (elements) =>
    elements.map((each) =>
      idOf(each) === rowId ? { ...each, attrs: { ...each.attrs, ...attrs } } : each,
    ),
  )
}

/** One place up or down; past the end of its stage, into the next one. */
export function withRowMoved(doc: NodeJson, rowId: string, to: 'up' | 'down'): NodeJson {
  const place = placeOf(doc, rowId)
  if (!place) return doc
  const { row, stage, index } = place
  const stages = stagesOf(doc)
  const step = to === 'up' ? -1 : 1
  const within = index + step >= 0 && index + step < stages[stage]!.rows.length
  const next = within ? stages[stage] : stages[stage + step]
  if (!next) return doc
  const at = within ? index + step : to === 'up' ? next.rows.length : 0
  return withRow(withoutRow(doc, rowId), next.id, row, at) ?? doc
}

export function withStage(doc: NodeJson, title: string): NodeJson {
  return { ...doc, content: [...(doc.content ?? []), stageOf(title)] }
}

export function withStageTitle(doc: NodeJson, stageId: string, title: string): NodeJson {
  const content = (doc.content ?? []).map((section) => {
    if (idOf(section) !== stageId) return section
    return { ...section, content: [titleOf(title), ...(section.content ?? []).slice(1)] }
  })
  return { ...doc, content }
}

/** Its rows go to the stage before it, or after it where it is the first; the last one stays. */
export function withoutStage(doc: NodeJson, stageId: string): NodeJson {
  const stages = stagesOf(doc)
  const at = stages.findIndex(({ id }) => id === stageId)
  const heir = stages[at - 1] ?? stages[at + 1]
  if (at < 0 || !heir) return doc
  const content = (doc.content ?? []).filter((section) => idOf(section) !== stageId)
  return stages[at]!.rows.reduce<NodeJson>(
    (moved, row, index) => withRow(moved, heir.id, row, at === 0 ? index : undefined) ?? moved,
    { ...doc, content },
  )
}

/** Where a row stands, `null` when it is gone. */
export function placeOf(
  doc: NodeJson,
  rowId: string,
): { row: Row; stage: number; stageId: string; index: number } | null {
  for (const [stage, { id: stageId, rows }] of stagesOf(doc).entries()) {
    const index = rows.findIndex((row) => idOf(row) === rowId)
    const row = rows[index]
    if (row) return { row, stage, stageId, index }
  }
  return null
}

function eachStage(doc: NodeJson, change: (elements: NodeJson[]) => NodeJson[]): NodeJson {
  const content = (doc.content ?? []).map((section) => {
    const [title, ...elements] = section.content ?? []
    const changed = change(elements)
    return {
      ...section,
      content: [title ?? titleOf(''), ...(changed.length > 0 ? changed : [blank()])],
    }
  })
  return { ...doc, content }
}

function inStage(
  doc: NodeJson,
  stageId: string,
  change: (elements: NodeJson[]) => NodeJson[],
): NodeJson | null {
  if (!(doc.content ?? []).some((section) => idOf(section) === stageId)) return null
  const content = (doc.content ?? []).map((section) => {
    if (idOf(section) !== stageId) return section
    const [title, ...elements] = section.content ?? []
    return { ...section, content: [title ?? titleOf(''), ...change(elements)] }
  })
  return { ...doc, content }
}

function stageOf(title: string): NodeJson {
  return { type: 'section', attrs: { id: newId() }, content: [titleOf(title), blank()] }
}

function titleOf(title: string): NodeJson {
  return { type: 'sectionTitle', ...(title && { content: [{ type: 'text', text: title }] }) }
}

function blank(): NodeJson {
  return { type: 'paragraph', attrs: { id: newId() } }
}

/** A stage without rows holds an empty paragraph, since no section holds nothing. */
function isBlank({ type, content = [] }: NodeJson): boolean {
  return type === 'paragraph' && content.length === 0
}

function isRow({ type }: NodeJson): boolean {
  return type === 'moduleRow'
}

function idOf({ attrs }: NodeJson): string {
  return String(attrs?.id ?? '')
}
