import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { DeliveryFields, deliveryOf } from '#app/services/exports/delivery.ts'
import { type ModuleState, moduleStates } from '#app/services/modules/list-modules.server.ts'
import { searchExportable } from '#app/services/modules/search-modules.server.ts'
import { bringUpToDate } from '#app/services/search/reindex.server.ts'
import { mostCounted } from '#app/services/thin/most-counted.ts'
import { reaches, type Use } from '#content-schema/rights/reason.ts'
import {
  type Delivery,
  type ExportFormat,
  exportFormats,
  kioskMinutes,
  readers,
  webVariants,
} from '#packaging/package-source.ts'
import { type Exported, exportOne } from '../export-one.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { chosenPublication, publicationOptions } from '../publication-option.ts'
import { type Given, print, printJson, Refused, UsageError, type Verb } from '../verb.ts'

export const exportModules: Verb = {
  name: 'export',
  usage: `<module-code> [<module-code> …] | --query <words> [--state ${moduleStates.join('|')}] --format ${exportFormats.join('|')} --out <file>, or <folder> for several [--reader ${readers.join('|')}] [--variant ${webVariants.join('|')}] [--minutes <n>] [--until <day>] [--learners <n>] [--preset <lms>] [--profile <name>] [--settings <json>] [--no-theme] [--for <whom>] [--reach ${reaches.join('|')}] [--commercial] [--language fr|en] [--traces] [--json]`,
  summary: 'Builds and checks packages of the latest editions. Ctrl-C cancels the one in hand.',
  options: {
    ...organisationOption,
    ...publicationOptions,
    format: { type: 'string' },
    out: { type: 'string' },
    query: { type: 'string' },
    state: { type: 'string' },
    language: { type: 'string', default: 'fr' },
    traces: { type: 'boolean' },
    'no-theme': { type: 'boolean' },
    reader: { type: 'string' },
    variant: { type: 'string' },
    minutes: { type: 'string' },
    json: { type: 'boolean' },
    until: { type: 'string' },
    learners: { type: 'string' },
    for: { type: 'string', default: '' },
    reach: { type: 'string', default: 'organisation' },
    commercial: { type: 'boolean' },
  },
  words: 'any',
  async run(given) {
    const { words, options } = given
    const { out, language } = wanted(given)
    const { bank } = instance()
    const organisationId = chosenOrganisation(bank, options.organisation)
    const chosen = await chosenPublication(bank, organisationId, options)
    const delivery = deliveryFrom(chosen.format, options)
    const codes = chosenModules(organisationId, given)
    const asked = {
      ...chosen,
      ...(options['no-theme'] && { themed: false }),
      delivery,
      organisationId,
      language,
      traces: !!options.traces,
      recipient: recipientIn(options),
      use: wantedUse(options),
    }
    const single = options.query === undefined && words.length === 1
    const interrupted = onInterrupt()
    const made: Exported[] = []
    for (const [at, code] of codes.entries()) {
      if (interrupted()) break
      const told = single ? '' : `[${at + 1}/${codes.length}] ${code}`
      const one = await exportOne({ code, out, single, told }, asked)
      made.push(one)
      if (!options.json && one.file) print(`${one.file}: ${sizeOf(one)}`)
    }
    if (options.json) printJson(made)
    conclude(made, codes.length, single)
  },
}

type Options = Given['options']

function wanted({ words, options }: Given): { out: string; language: 'fr' | 'en' } {
  const { out, language, query } = options
  if (typeof out !== 'string') throw new UsageError('--out is needed')
  if (language !== 'fr' && language !== 'en')
    throw new UsageError('--language must be fr or en')
  if ((words.length === 0) === (query === undefined))
    throw new UsageError('name modules by their codes, or by --query')
  return { out, language }
}

function recipientIn({ for: recipient }: Options): string {
  const said = String(recipient).trim()
  if (said.length > 200) throw new UsageError('--for takes 200 characters at most')
  return said
}

function wantedUse({ reach, commercial }: Options): Use {
  const known = reaches.find((each) => each === reach)
  if (!known) throw new UsageError(`--reach must be one of ${reaches.join(', ')}`)
  return { reach: known, commercial: !!commercial }
}

/** @throws Refused when a query finds nothing */
function chosenModules(organisationId: string, { words, options }: Given): string[] {
  const { query, state } = options
  if (state !== undefined && !moduleStates.includes(state as ModuleState))
    throw new UsageError(`--state must be one of ${moduleStates.join(', ')}`)
  if (query === undefined) {
    if (state !== undefined) throw new UsageError('--state goes with --query')
    return [...new Set(words)]
  }
  const { bank } = instance()
  bringUpToDate(bank, new Date())
  const found = searchExportable(bank, {
    organisationId,
    words: String(query),
    state: state as ModuleState | undefined,
  })
  if (found.length === 0) throw new Refused(`No published module answers to "${query}".`)
  return found.map(({ code }) => code)
}

/** @returns whether Ctrl-C was pressed; pressed again, it ends the process as it always does */
function onInterrupt(): () => boolean {
  let pressed = false
  process.once('SIGINT', () => {
    pressed = true
  })
  return () => pressed
}

function conclude(made: Exported[], asked: number, single: boolean): void {
  const ready = made.filter(({ state }) => state === 'ready').length
  const [first] = made
  if (single && first?.reason) throw new Refused(first.reason)
  const reasons = made.flatMap(({ code, reason }) => (reason ? [`${code}: ${reason}`] : []))
  const left = asked - made.length
  const summary = [
    `${ready} of ${asked} packages made`,
    ...(left > 0 ? [`${left} not begun`] : []),
  ].join(', ')
  if (ready < asked) throw new Refused([...reasons, `${summary}.`].join('\n'))
  if (!single) process.stderr.write(`${summary}.\n`)
}

function sizeOf({ bytes, sha256 }: Exported): string {
  return `${bytes} bytes, SHA-256 ${sha256}`
}

function deliveryFrom(format: ExportFormat, options: Options): Delivery {
  const { reader, variant, minutes, until: endsOn, learners: mostLearners } = options
  const given = { reader, variant, minutes, endsOn, mostLearners }
  const said = z.object(DeliveryFields).safeParse(given)
  if (said.success) return deliveryOf(format, said.data)
  throw new UsageError(
    [
      `--reader is one of ${readers.join(', ')}`,
      `--variant one of ${webVariants.join(', ')}`,
      `--minutes a whole number from ${kioskMinutes.least} to ${kioskMinutes.most}`,
      '--until a day (YYYY-MM-DD)',
      `--learners a whole number from 1 to ${mostCounted}`,
    ].join(', '),
  )
}
