import type { StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import type { TemplateRow } from '#editor/templates.ts'
import { get, post } from '../send.ts'

export type KeptTemplate = TemplateRow & { shared: boolean }
export type TemplateList = {
  templates: KeptTemplate[]
  mayShare: boolean
  /** What others offer may be changed too. */
  mayManage: boolean
}

export type Keeping = {
  name: string
  kind: TemplateRow['kind']
  shared: boolean
  document: StoredDocument
}

export function fetchTemplates(): Promise<TemplateList> {
  return get('/templates')
}

export function fetchTemplate(id: string): Promise<{ node: NodeJson }> {
  return get(`/templates/${id}`)
}

export function sendTemplate(keeping: Keeping): Promise<{ id: string }> {
  return post('/templates', keeping)
}

export function sendTemplateChange(
  id: string,
  change: { name: string; shared: boolean },
): Promise<unknown> {
  return post(`/templates/${id}`, { intent: 'change', ...change })
}

export function sendTemplateRemoval(id: string): Promise<unknown> {
  return post(`/templates/${id}`, { intent: 'remove' })
}
