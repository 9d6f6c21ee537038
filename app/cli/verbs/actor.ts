import { readFile } from 'node:fs/promises'
import { instance } from '#app/db/instance.server.ts'
import {
  actorKey,
  documentsOf,
  type Erased,
  eraseActor,
  keysOf,
  readErasures,
  recordErasure,
  statementsOf,
} from '#app/lrs/index.server.ts'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { type Given, print, Refused, UsageError, type Verb } from '../verb.ts'

export const actor: Verb = {
  name: 'actor',
  usage:
    '(export | erase) (--mbox <address> | --account <homePage>,<name> | --pseudonym <name>) | replay <erasures.jsonl>',
  summary:
    'Writes all that names a learner as lines of JSON, or erases it; after a restore, erases again who had been.',
  options: {
    ...organisationOption,
    mbox: { type: 'string' },
    account: { type: 'string' },
    pseudonym: { type: 'string' },
  },
  words: 'any',
  async run({ words: [what, file], options }) {
    if (what === 'replay' && file) return replay(file)
    if (what !== 'export' && what !== 'erase')
      throw new UsageError('say "export", "erase" or "replay <file>"')
    const { bank, statements, iriBase, settings } = instance()
    const organisationId = chosenOrganisation(bank, options.organisation)
    const key = actorKey(statements, organisationId, namedIn(options))
    if (what === 'export') {
      for (const { payload } of statementsOf(statements, key)) print(payload)
      for (const { id: _, content, ...document } of documentsOf(statements, key))
        print(
          JSON.stringify({ document: { ...document, content: content.toString('base64') } }),
        )
      return
    }
    const now = new Date()
    const { digests } = await recordErasure(settings.dataDir, key, now)
    const erased = eraseActor(statements, { iriBase }, key)
    const { recordEvent } = await import('#app/services/audit/record-event.server.ts')
    bank.transaction((tx) =>
      recordEvent(tx, {
        ...{ at: now.getTime(), organisationId, personId: '', action: 'actor.erased' },
        ...{ object: digests.join(' '), details: erased },
      }),
    )
    print(said(erased))
  },
}

/** @throws UsageError unless exactly one name is given */
function namedIn({ mbox, account, pseudonym }: Given['options']) {
  const given = [mbox, account, pseudonym].filter((each) => typeof each === 'string')
  if (given.length !== 1) throw new UsageError('say who: --mbox, --account or --pseudonym')
  if (typeof mbox === 'string')
    return { mbox: mbox.startsWith('mailto:') ? mbox : `mailto:${mbox}` }
  if (typeof pseudonym === 'string')
    return { account: { homePage: pseudonymHome, name: pseudonym } }
  const [homePage, ...name] = String(account).split(',')
  if (!homePage || name.length === 0) throw new UsageError('--account <homePage>,<name>')
  return { account: { homePage, name: name.join(',') } }
}

/** A backup of before brings people back who had been erased. */
async function replay(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`${file}: no such file.`)
  })
  const { statements, iriBase } = instance()
  try {
    const back = keysOf(statements, readErasures(text))
    const all = back.map((key) => eraseActor(statements, { iriBase }, key))
    const none = { statements: 0, documents: 0, files: 0 }
    print(said(all.reduce(sum, none)))
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(`${file}: ${error.message}.`)
    throw error
  }
}

function sum(a: Erased, b: Erased): Erased {
  return {
    statements: a.statements + b.statements,
    documents: a.documents + b.documents,
    files: a.files + b.files,
  }
}

function said({ statements, documents, files }: Erased): string {
  return `Erased: ${statements} statements, ${documents} documents, ${files} files.`
}
