import { Readable } from 'node:stream'
import { readRncp } from '#app/services/competencies/rncp/read-rncp.server.ts'
import type { Framework } from '#content-schema/competencies.ts'

/** A register file holding these entries. */
export function registerFile(...entries: string[]): string {
  return `${declaration}\n<FICHES>\n<VERSION_FLUX>4.1</VERSION_FLUX>\n${entries.join('\n')}\n</FICHES>`
}

/** An entry with what names it, and whatever else is wanted inside. */
export function entry(inside = '', code = 'RNCP99002'): string {
  return `<FICHE><NUMERO_FICHE>${code}</NUMERO_FICHE><INTITULE>Agent d’atelier</INTITULE>${inside}</FICHE>`
}

export function block(list: string, code = 'RNCP99002BC01'): string {
  return `<BLOC_COMPETENCES><CODE>${code}</CODE><LIBELLE>Entretenir un poste</LIBELLE>
    <LISTE_COMPETENCES>${list}</LISTE_COMPETENCES></BLOC_COMPETENCES>`
}

export function blocks(...each: string[]): string {
  return `<BLOCS_COMPETENCES>${each.join('')}</BLOCS_COMPETENCES>`
}

/** Reads a whole file, given in pieces of this many bytes as a network would. */
export async function readAll(file: string | Buffer, piece = 65_536): Promise<Framework[]> {
  const bytes = Buffer.from(file)
  const starts = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) => at * piece)
  const stream = Readable.from(starts.map((start) => bytes.subarray(start, start + piece)))
  const frameworks: Framework[] = []
  for await (const framework of readRncp(stream)) frameworks.push(framework)
  return frameworks
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
