import type { NodeJson } from '../identity.ts'

/** A document of one format in, the same of the next format out. Pure; never edited once shipped. */
export type Upgrade = (doc: NodeJson) => NodeJson

/** In order: the first turns format 1 into format 2. Format 1 is the first there was. */
export const upgrades: readonly Upgrade[] = []
