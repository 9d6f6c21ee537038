import { copyFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { modules } from '#app/db/schema/bank/index.ts'
import { DeliveryFields, deliveryOf } from '#app/services/exports/delivery.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import {
  type Delivery,
  type ExportFormat,
  exportFormats,
  kioskMinutes,
  readers,
  webVariants,
} from '#packaging/package-source.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { chosenPublication, publicationOptions } from '../publication-option.ts'
import { print, Refused, UsageError, type Verb } from '../verb.ts'

export const exportModule: Verb = {
  name: 'export',
  usage: `<module-code> --format ${exportFormats.join('|')} --out <file> [--reader ${readers.join('|')}] [--variant ${webVariants.join('|')}] [--minutes <n>] [--preset <lms>] [--profile <name>] [--settings <json>]`,
  summary: 'Builds and checks a package of the latest edition.',
  options: {
    ...organisationOption,
    ...publicationOptions,
    format: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string', default: 'fr' },
    traces: { type: 'boolean' },
    reader: { type: 'string' },
    variant: { type: 'string' },
    minutes: { type: 'string' },
  },
  words: 1,
  async run({ words: [code = ''], options }) {
    const { out, language } = options
    if (typeof out !== 'string') throw new UsageError('--out is needed')
    if (language !== 'fr' && language !== 'en')
      throw new UsageError('--language must be fr or en')
    const { buildExport, failExport, packagePath } = await import(
      '#app/services/exports/build-export.server.ts'
    )
    const { requestExport } = await import('#app/services/exports/request-export.server.ts')
    const here = instance()
    const organisationId = chosenOrganisation(here.bank, options.organisation)
    const { moduleId } = findDraft(here.bank, { moduleId: code, organisationId })
    const { authorId } = here.bank.select().from(modules).where(eq(modules.id, moduleId)).get()!
    const chosen = await chosenPublication(here.bank, organisationId, options)
    const packageId = requestExport(here.bank, {
      ...chosen,
      delivery: deliveryFrom(chosen.format, options),
      moduleId,
      organisationId,
      language,
      traces: options.traces === true,
      personId: authorId,
      now: new Date(),
      state: 'building',
    })
    const row = await buildExport(here, packageId).catch((error) => {
      failExport(here, packageId)
      throw error
    })
    if (row.state !== 'ready') {
      throw new Refused(
        `The package was rejected:\n${row.findings.map((each) => `  ${each.code}`).join('\n')}`,
      )
    }
    await copyFile(packagePath(here.settings.dataDir, row.sha256!, row.fileName), out)
    print(`${out}: ${row.bytes} bytes, SHA-256 ${row.sha256}`)
  },
}

type Options = Record<string, string | boolean | undefined>

function deliveryFrom(format: ExportFormat, { reader, variant, minutes }: Options): Delivery {
  const said = z.object(DeliveryFields).safeParse({ reader, variant, minutes })
  if (said.success) return deliveryOf(format, said.data)
  throw new UsageError(
    [
      `--reader is one of ${readers.join(', ')}`,
      `--variant one of ${webVariants.join(', ')}`,
      `--minutes a whole number from ${kioskMinutes.least} to ${kioskMinutes.most}`,
    ].join(', '),
  )
}
