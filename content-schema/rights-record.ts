/**
 * Why a file may be used at all. The two exceptions of French law, short quotation and teaching, are
 * no licence: what rests on them stays inside the organisation.
 *
 * @see Code de la propriété intellectuelle, L. 122-5 3° a and e
 */
export const useBases = [
  'licence',
  'own-work',
  'assignment',
  'authorisation',
  'quotation',
  'teaching',
] as const
export type UseBasis = (typeof useBases)[number]

/** What an assignment or an authorisation lets one do: each right is granted by name (L. 131-3). */
export const grantable = ['reproduction', 'communication', 'adaptation', 'commercial'] as const
export type GrantedRight = (typeof grantable)[number]

export const recognisable = ['nobody', 'with-release', 'without-release'] as const
export const parentsAgreed = ['no-minor', 'one-parent', 'both-parents'] as const

/** The written consent of those who can be recognised (Code civil, article 9). */
export type Release = {
  /** Who gave it. */
  by: string
  /** Last day, `YYYY-MM-DD`; `null` when it does not end. */
  until: string | null
  /** For minors, both parents must agree. */
  minors: (typeof parentsAgreed)[number]
}

/** Who made a file and under which conditions it may be used. */
export type RightsRecord = {
  title: string
  authors: string[]
  /** Where it comes from: an address or a sentence; empty when it was made here. */
  source: string
  /** Identifier of a licence of the catalogue; `unknown` blocks publication. */
  licence: string
  basis: UseBasis
  /** What was changed here, for example "recadrage". */
  changes: string
  /** What others had changed before it came here. */
  previousChanges: string
  /** Who holds the rights where that is not the author. */
  holder: string
  /** Of an assignment or an authorisation; empty: nobody said. */
  granted: GrantedRight[]
  /** Where it may be shown; empty: everywhere. */
  territory: string
  /** First day of use, `YYYY-MM-DD`; `null` when it has begun. */
  from: string | null
  /** Last day of use, `YYYY-MM-DD`; `null` when the right does not end. */
  until: string | null
  /** Where what proves it is found: an address, the number of a contract. */
  proof: string
  /** SHA-256 of the file that proves it; `null` when it is not among ours. */
  proofFile: string | null
  /** When the source was last updated, `YYYY-MM-DD`: Licence Ouverte asks for it. */
  sourceUpdatedOn: string | null
  /** Whether people can be recognised, and on which written release. */
  people: (typeof recognisable)[number]
  release: Release
  /** Who answers for these rights here, and is told before they end. */
  guarantorId: string | null
}

/** Before bases, releases and proofs were asked. */
type FirstRecord = Pick<
  RightsRecord,
  'title' | 'authors' | 'source' | 'licence' | 'changes' | 'people' | 'until'
>

/** A record with all of its fields; what it did not say yet is as a new one has it. */
export function completeRights(
  stored: Partial<RightsRecord> & Pick<RightsRecord, 'title' | 'licence'>,
): RightsRecord {
  return { ...nothingSaid, basis: basisBefore(stored), ...stored }
}

const nothingSaid: Omit<RightsRecord, 'title' | 'licence' | 'basis'> = {
  ...({ authors: [], source: '', changes: '', people: 'nobody', until: null } satisfies Omit<
    FirstRecord,
    'title' | 'licence'
  >),
  previousChanges: '',
  holder: '',
  granted: [],
  territory: '',
  from: null,
  proof: '',
  proofFile: null,
  sourceUpdatedOn: null,
  release: { by: '', until: null, minors: 'no-minor' },
  guarantorId: null,
}

/** A reserved file without a source was made here: that is what an empty source meant. */
function basisBefore({ licence, source }: Partial<FirstRecord>): UseBasis {
  return licence === 'all-rights-reserved' && !source ? 'own-work' : 'licence'
}
