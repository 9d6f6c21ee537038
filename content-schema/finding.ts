/** Something to look at in a document; `code` names a sentence, `nodeId` leads to the place. */
export type Finding = {
  code: string
  /** `blocks`: it must not be published so. `warns`: somebody should look. */
  severity: 'blocks' | 'warns'
  /** `null` when it speaks of the whole document. */
  nodeId: string | null
  params?: Record<string, string | number>
  /** What would settle it, where that is known. */
  solutions?: import('./rights/reason.ts').Solution[]
  /** What its node is called to an author; put there by `checks/places.ts`. */
  place?: import('./checks/places.ts').Place
}
