import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { compiled } from '#tests/builders/compiled.ts'
import { inTurn, median } from './in-turn.ts'
import { atMost, type Measure } from './measure.ts'

const megabytes = 120
const rounds = 3
const mostTimes = 3
const mostMegabytes = 300

/** What a process of its own said of its work. */
type Said = { ms: number; bytes: number }

/**
 * A register file of 120 MB: looked into, as a person who searches in it does, then twenty entries
 * of it imported. Beside it, the same bytes through the streaming parser alone.
 */
export async function benchRegisterImport(): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'grain-bench-'))
  const file = join(folder, 'register.xml')
  try {
    await pipeline(Readable.from(registerOf(megabytes * 1_000_000)), createWriteStream(file))
    const runs = await inTurn(
      rounds,
      () => run('chosen', file),
      () => run('bare', file),
    )
    const time = (said: Said[]) => median(said.map(({ ms }) => ms))
    const limit = time(runs.limit)
    const ours = time(runs.ours)
    const peak = Math.max(...runs.ours.map(({ bytes }) => bytes)) / 1_000_000
    const name = `register of ${megabytes} MB`
    const held = { name: `${name}: most memory`, unit: 'MB', ours: peak, limit: mostMegabytes }
    return [
      atMost(mostTimes, {
        name: `${name}: looked into, 20 entries imported`,
        unit: 'ms',
        ours,
        limit,
      }),
      atMost(1, held),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function run(what: string, file: string): Promise<Said> {
  const script = await compiled('tests/bench/register-run.ts')
  const child = spawn(process.execPath, [script, what, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(child.stdout!), once(child, 'exit')])
  if (code !== 0) throw new Error(`${what} ended with ${code}`)
  return JSON.parse(said)
}

/** Entries of some 5 kB, as those of the register are in the mean, of which a fifth is blocks. */
function* registerOf(bytes: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<FICHES>\n<VERSION_FLUX>4.1</VERSION_FLUX>\n'
  let written = 0
  for (let number = 1; written < bytes; number += 1) {
    const entry = entryOf(number)
    written += Buffer.byteLength(entry)
    yield entry
  }
  yield '</FICHES>\n'
}

const jury = 'Le jury, nommé par arrêté, est présidé par un enseignant. '.repeat(30)
const targets = 'La personne titulaire prépare, contrôle et améliore la production. '.repeat(15)

function entryOf(number: number): string {
  const code = `RNCP${number}`
  const blocks = [1, 2, 3].map((at) => {
    const list = `    * Préparer le poste ${at}    o Lire la consigne    o Régler    * Contrôler la pièce ${number}`
    return `<BLOC_COMPETENCES><CODE>${code}BC0${at}</CODE><LIBELLE>Bloc ${at}</LIBELLE><LISTE_COMPETENCES>${list}</LISTE_COMPETENCES><MODALITES_EVALUATION>Mise en situation</MODALITES_EVALUATION></BLOC_COMPETENCES>`
  })
  return `<FICHE><ID_FICHE>${number}</ID_FICHE><NUMERO_FICHE>${code}</NUMERO_FICHE><INTITULE>Agent de production ${number}</INTITULE><ACTIVITES_VISEES>${targets}</ACTIVITES_VISEES><SI_JURY_FI><ACTIF>Oui</ACTIF><COMPOSITION>${jury}</COMPOSITION></SI_JURY_FI><DATE_EFFET>01/09/2025</DATE_EFFET><ACTIF>${number % 4 ? 'Non' : 'Oui'}</ACTIF><BLOCS_COMPETENCES>${blocks.join('')}</BLOCS_COMPETENCES></FICHE>\n`
}
