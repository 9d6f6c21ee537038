import type { NodeJson } from '#content-schema/identity.ts'

/** What can be put in a text by reference, by the names of its nodes. */
export const referenceNames = ['reuse', 'questionDraw'] as const
export type ReferenceName = (typeof referenceNames)[number]

/** A reference as it stands in the text, and what may be done about it. */
export type ShownReference = {
  node: NodeJson
  editable: boolean
  /** Sets attributes of it; `false` where the schema does not allow them. */
  set: (values: Record<string, unknown>) => boolean
  /** Puts other nodes in its place, under ids of their own. */
  replace: (nodes: NodeJson[]) => void
  remove: () => void
}

/** What the page around the editor knows of other modules. */
export type Reuse = {
  /**
   * Lets the author choose something of another module; `null` when they chose nothing.
   *
   * @param inAssessment it is to stand among the questions of an assessment
   */
  choose: (name: ReferenceName, inAssessment: boolean) => Promise<NodeJson | null>
  /** Shows in a box what a reference leads to; told again when the reference changes. */
  show: (box: HTMLElement, reference: ShownReference) => void
  hide: (box: HTMLElement) => void
}
