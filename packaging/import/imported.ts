import type { Finding } from '#content-schema/finding.ts'
import type { NodeJson } from '#content-schema/identity.ts'

/** What a file comes to before anything is saved: sections, the files they show, what was lost. */
export type Imported = {
  /** What the file calls itself; empty when it does not say. */
  title: string
  /** Empty when it was refused: then a finding of severity `blocks` says why. */
  sections: NodeJson[]
  /** Image nodes carry these `nodeId`s; they show nothing until the bytes are stored. */
  files: ImportedFile[]
  /** What the document says of its rights: proposed for its files; absent: nothing. */
  rights?: SaidRights
  findings: Finding[]
}

/** Who made a document and on which terms, as it is written there; a field is empty where it is silent. */
export type SaidRights = { authors: string[]; licence: string; source: string }

export type ImportedFile = {
  nodeId: string
  name: string
  mediaType: string
  bytes: Uint8Array
}

export const importCodes = [
  'import.not-readable',
  'import.too-large',
  'import.macros',
  'import.not-understood',
  'import.question-not-understood',
  'import.weight',
  'import.answers',
  'import.wildcard',
  'import.tolerance',
  'import.feedback',
  'import.hint',
  'import.points',
  'import.formula',
  'import.gap-table',
  'import.picture',
] as const
export type ImportCode = (typeof importCodes)[number]

/** @param most names that are said; there are more when the last is an ellipsis */
export function importFinding(
  code: ImportCode,
  count: number,
  names: string[] = [],
  most = 5,
): Finding {
  const blocks = code === 'import.not-readable' || code === 'import.too-large'
  const severity = blocks ? 'blocks' : 'warns'
  return {
    code,
    severity,
    nodeId: null,
    params: {
      count,
      names: [...names.slice(0, most), ...(names.length > most ? ['…'] : [])].join(', '),
    },
  }
}

export function notImported(code: 'import.not-readable' | 'import.too-large'): Imported {
  return { title: '', sections: [], files: [], findings: [importFinding(code, 1)] }
}
