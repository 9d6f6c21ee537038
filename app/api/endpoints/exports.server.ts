import * as z from 'zod'
import type { Instance } from '#app/db/instance.server.ts'
import { parse } from '#app/http/read-form.server.ts'
import { asUserError, UserError } from '#app/http/user-error.ts'
import type { Language } from '#app/i18n/languages.ts'
import { sentences } from '#app/i18n/sentences.server.ts'
import { recordDownload } from '#app/services/deployments/add-deployment.server.ts'
import { packagePath } from '#app/services/exports/build-export.server.ts'
import { cancelExport } from '#app/services/exports/cancel-export.server.ts'
import { choosePublication, givenSettings } from '#app/services/exports/chosen-publication.ts'
import { DeliveryFields, deliveryOf } from '#app/services/exports/delivery.ts'
import { findPackage } from '#app/services/exports/find-package.server.ts'
import {
  type ExportRequest,
  requestExport,
} from '#app/services/exports/request-export.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { searchExportable } from '#app/services/modules/search-modules.server.ts'
import { listProfiles } from '#app/services/publication-profiles/profiles.server.ts'
import type { ApiCaller } from '#app/services/rights.ts'
import { presetOf } from '#packaging/index.ts'
import { endpoint } from '../endpoint.ts'
import {
  Export,
  ExportPath,
  ExportsAsked,
  ExportWanted,
  mostModules,
  Nothing,
} from '../schemas.ts'
import { sendPackage } from '../send-package.server.ts'

type Wanted = z.infer<typeof ExportWanted>
const DeliverySaid = z.object(DeliveryFields)

export const askForExports = endpoint({
  method: 'post',
  path: '/exports',
  operationId: 'askForExports',
  summary: 'Asks for packages of the latest editions',
  description: [
    'Give either `modules` or `query`. The packages are made one after another: ask for each by its',
    'id until its state is `ready`, `refused` or `cancelled`. Of several modules, one that cannot be',
    'exported has its refusal beside it; a single one is refused as any other request is.',
  ].join(' '),
  needs: 'package:export',
  parameters: Nothing,
  query: Nothing,
  body: ExportWanted,
  cost: 1,
  answers: { 202: { description: 'One entry a module', schema: ExportsAsked } },
  answer: ({ here, caller, language, now, body, request }) => {
    const codes = codesOf(here, caller, body)
    const asked = requestOf(here, caller, body, request.body)
    const entries = codes.map((code) =>
      askFor(here, { ...asked, now, moduleId: code }, language),
    )
    const [only] = entries
    if (only?.refused && entries.length === 1) throw only.refused
    return { status: 202, body: { exports: entries.map(({ said }) => said) } }
  },
})

export const readExport = endpoint({
  method: 'get',
  path: '/exports/{id}',
  operationId: 'readExport',
  summary: 'How far a package is, and what was found in it',
  needs: 'package:export',
  parameters: ExportPath,
  query: Nothing,
  body: null,
  cost: 1,
  answers: { 200: { description: 'The package', schema: Export } },
  answer: ({ here, caller, language, path }) => ({
    status: 200,
    body: exportSaid(here, caller, path.id, language),
  }),
})

export const downloadExport = endpoint({
  method: 'get',
  path: '/exports/{id}/file',
  operationId: 'downloadExport',
  summary: 'The file of a package that is ready; a part of it when a range is asked for',
  needs: 'package:export',
  parameters: ExportPath,
  query: Nothing,
  body: null,
  cost: 1,
  answers: {
    200: { description: 'The file', schema: 'file' },
    206: { description: 'The part that was asked for', schema: 'file' },
  },
  answer: async ({ here, caller: { organisationId }, path, now, request, response }) => {
    const { row } = findPackage(here.bank, { packageId: path.id, organisationId })
    if (row.state !== 'ready' || !row.sha256) throw new UserError('package.not-ready', {}, 409)
    // The parts that follow belong to the same download.
    if (!/^bytes=[^0]/.test(request.get('Range') ?? '')) recordDownload(here.bank, row.id, now)
    await sendPackage(response, {
      path: packagePath(here.settings.dataDir, row.sha256, row.fileName),
      fileName: row.fileName,
      sha256: row.sha256,
    })
    return null
  },
})

export const cancelExports = endpoint({
  method: 'delete',
  path: '/exports/{id}',
  operationId: 'cancelExport',
  summary: 'Gives up a package that waits or is being made',
  needs: 'package:export',
  parameters: ExportPath,
  query: Nothing,
  body: null,
  cost: 1,
  answers: { 200: { description: 'The package, cancelled', schema: Export } },
  answer: ({ here, caller, language, now, path }) => {
    const { organisationId, personId, tokenId } = caller
    const packageId = path.id
    cancelExport(here.bank, { packageId, organisationId, personId, tokenId, now })
    return { status: 200, body: exportSaid(here, caller, packageId, language) }
  },
})

function codesOf({ bank }: Instance, { organisationId }: ApiCaller, wanted: Wanted): string[] {
  const { modules, query, state } = wanted
  if ((modules === undefined) === (query === undefined))
    throw new UserError('form.field', { field: 'modules' })
  if (modules) return [...new Set(modules)]
  const found = searchExportable(bank, { organisationId, words: query ?? '', state })
  if (found.length === 0) throw new UserError('export.nothing-found', {}, 404)
  if (found.length > mostModules)
    throw new UserError('export.too-many', { found: found.length, most: mostModules }, 422)
  return found.map(({ code }) => code)
}

type Asked = Omit<ExportRequest, 'moduleId' | 'now'>

/** @param raw the body as it came: what was left out is not told apart afterwards */
function requestOf(
  { bank }: Instance,
  { organisationId, personId, tokenId }: ApiCaller,
  wanted: Wanted,
  raw: { settings?: object },
): Asked {
  const { profile, preset, format, delivery, language, traces, themed, note, recipient, use } =
    wanted
  const profiles = listProfiles(bank, organisationId)
  const kept = profiles.find(({ name }) => name === profile) ?? null
  if (profile !== undefined && !kept) throw new UserError('profile.not-found', {}, 404)
  const chosen = choosePublication({
    profile: kept,
    preset: presetOf(preset ?? null) ?? null,
    presetOfProfile: presetOf(kept?.preset ?? null) ?? null,
    settings: raw.settings && givenSettings(raw.settings),
    format,
  })
  if (!chosen.format) throw new UserError('form.field', { field: 'format' })
  const said = parse(DeliverySaid, delivery ?? {})
  return {
    ...chosen,
    ...(themed !== undefined && { themed }),
    ...{ format: chosen.format, delivery: deliveryOf(chosen.format, said) },
    ...{ organisationId, personId, tokenId, language, traces, note, recipient, use },
  }
}

function askFor({ bank }: Instance, asked: ExportRequest, language: Language) {
  const module = asked.moduleId
  try {
    const { moduleId } = findDraft(bank, asked)
    const id = requestExport(bank, { ...asked, moduleId })
    return { said: { module, id, state: 'waiting', refusal: null }, refused: null }
  } catch (error) {
    const refused = asUserError(error)
    if (!refused) throw error
    const refusal = { code: refused.code, message: sentences(language).refusal(refused) }
    return { said: { module, id: null, state: null, refusal }, refused }
  }
}

function exportSaid(
  { bank }: Instance,
  { organisationId }: ApiCaller,
  packageId: string,
  language: Language,
) {
  const { row, edition, moduleId } = findPackage(bank, { packageId, organisationId })
  const { id, format, preset, state, fileName, bytes, sha256, done, total } = row
  return {
    ...{ id, format, preset, state, fileName, bytes, sha256 },
    module: findDraft(bank, { moduleId, organisationId }).facts.code,
    edition: `${edition.major}.${edition.minor}`,
    progress: state === 'ready' ? 1 : total > 0 ? done / total : null,
    findings: row.findings.map(sentences(language).packageFinding),
    requestedAt: new Date(row.requestedAt).toISOString(),
    finishedAt: row.finishedAt && new Date(row.finishedAt).toISOString(),
  }
}
