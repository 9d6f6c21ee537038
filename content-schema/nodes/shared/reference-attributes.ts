import { flag, nodeId, text } from './attributes.ts'

/** What a reference names: a module, and how it was when a person last looked at it. */
export const referenceAttrs = {
  id: nodeId(),
  moduleId: text('', 40),
  /** Takes the latest edition whenever the module that it stands in is frozen; otherwise stays. */
  follows: flag(),
  /** `major.minor` of the edition that a person last saw. */
  edition: text('', 20),
  /** SHA-256 of the revision that was published as that edition. */
  digest: text('', 64),
}
