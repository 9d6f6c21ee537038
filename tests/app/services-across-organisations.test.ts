import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { packages } from '#app/db/schema/bank/index.ts'
import { sampleBank } from '#app/db/seed/sample-bank.ts'
import { isMember, listMembers } from '#app/services/accounts/list-members.server.ts'
import { readModuleReport } from '#app/services/analytics/read-module-report.server.ts'
import { listTokens, makeToken, revokeToken } from '#app/services/api-tokens/tokens.server.ts'
import { describeFrameworks } from '#app/services/archive/describe-framework.server.ts'
import { listArchivable } from '#app/services/archive/list-archivable.server.ts'
import { writeArchive } from '#app/services/archive/write-archive.server.ts'
import { findAsset, listAssets } from '#app/services/assets/find-asset.server.ts'
import { inheritRights } from '#app/services/assets/inherit-rights.server.ts'
import { readFile, searchLibrary } from '#app/services/assets/library.server.ts'
import { readLibraryQuery } from '#app/services/assets/library-query.ts'
import { recentRights } from '#app/services/assets/recent-rights.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { replaceEverywhere } from '#app/services/assets/replace-everywhere.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { listEditionUses, listUses } from '#app/services/assets/uses.server.ts'
import { readCheckFacts } from '#app/services/checks/read-check-facts.server.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import {
  findCompetency,
  listFrameworks,
  readFramework,
  searchCompetencies,
} from '#app/services/competencies/read-frameworks.server.ts'
import {
  decideCommercialUse,
  withdrawDecision,
} from '#app/services/delivery-rights/decide-commercial-use.server.ts'
import {
  bringBackDeployment,
  retireDeployment,
  sayDeployment,
} from '#app/services/deployments/change-deployment.server.ts'
import { concerning } from '#app/services/deployments/concerning.server.ts'
import { readDeploymentQuery } from '#app/services/deployments/deployment.ts'
import {
  findDeployments,
  listDeployments,
} from '#app/services/deployments/list-deployments.server.ts'
import { readDeployments } from '#app/services/deployments/read-deployments.server.ts'
import { renewDeployment } from '#app/services/deployments/renew-deployment.server.ts'
import { cancelExport } from '#app/services/exports/cancel-export.server.ts'
import { findPackage } from '#app/services/exports/find-package.server.ts'
import { repeatExport } from '#app/services/exports/repeat-export.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { targetsInTrouble } from '#app/services/forwarding/targets.server.ts'
import * as elsewhere from '#app/services/harvest/search-elsewhere.server.ts'
import * as sources from '#app/services/harvest/sources.server.ts'
import { keepIdentity, readIdentity } from '#app/services/identity/identity.server.ts'
import { previewIdentity } from '#app/services/identity/preview-identity.server.ts'
import { addImport } from '#app/services/imports/add-import.server.ts'
import { handleLearnerRemark } from '#app/services/learner-remarks/handle-remark.server.ts'
import { readLearnerRemarks } from '#app/services/learner-remarks/read-remarks.server.ts'
import { giveKey } from '#app/services/lrs-keys/keys.server.ts'
import { findCurrentDraft } from '#app/services/modules/current-draft.server.ts'
import { digestOf } from '#app/services/modules/digest.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { findDraftVersion, findHeld, findHold } from '#app/services/modules/hands.server.ts'
import { listCodes } from '#app/services/modules/list-codes.server.ts'
import { listModules } from '#app/services/modules/list-modules.server.ts'
import { saveChange } from '#app/services/modules/save-change.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import { searchExportable, searchModules } from '#app/services/modules/search-modules.server.ts'
import { listSetAside } from '#app/services/modules/set-aside.server.ts'
import { openPackage } from '#app/services/play/open-package.server.ts'
import {
  keepProfile,
  listProfiles,
  removeProfile,
} from '#app/services/publication-profiles/profiles.server.ts'
import { findReview } from '#app/services/review/find-review.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { addRemark } from '#app/services/review/remarks.server.ts'
import {
  endingRightsOf,
  findThirdParty,
  listThirdParty,
} from '#app/services/rights-register/register.server.ts'
import { readRegisterQuery } from '#app/services/rights-register/third-party.ts'
import { readBankQuery } from '#app/services/search/bank-query.ts'
import * as searches from '#app/services/search/saved-searches.server.ts'
import { findExactly, searchBank } from '#app/services/search/search-bank.server.ts'
import {
  changeTemplate,
  removeTemplate,
} from '#app/services/templates/change-template.server.ts'
import {
  findTemplate,
  listTemplates,
  readTemplate,
} from '#app/services/templates/find-templates.server.ts'
import { keepTemplate } from '#app/services/templates/keep-template.server.ts'
import { endThin, limitThin, reopenThin } from '#app/services/thin/change-thin.server.ts'
import { readThinLives } from '#app/services/thin/thin-lives.server.ts'
import { plainIdentity, plainTheme } from '#packaging/identity/identity.ts'
import { PublicationFields } from '#packaging/index.ts'
import { filesBelow } from '#tests/architecture/sources.ts'
import {
  addTeam,
  approve,
  ask,
  draftOf,
  guarantee,
  now,
  publish,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { paragraph, storedDoc } from '#tests/builders/document.ts'
import { addElsewhere } from '#tests/builders/elsewhere.ts'
import { addForwarding } from '#tests/builders/forwarding.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { refusingForwarding } from './forwarding-services.ts'
import { findingFrameworks, refusingFrameworks } from './framework-services.ts'
import { refusingGates } from './gate-services.ts'
import { findingGuarantees } from './guarantee-services.ts'
import { findingReuse, refusingReuse } from './reuse-services.ts'
import { others } from './services-without-a-key.ts'
import { findingSharing, refusingSharing } from './sharing-services.ts'

let here: Instance
let closed: Workplace
/** A member of another organisation who names everything of the closed one. */
let key: Awaited<ReturnType<typeof fill>>

beforeEach(async () => {
  here = openFolder()
  closed = workplace(here.bank)
  key = await fill()
})
afterEach(() => removeFolder(here))

type Call = () => unknown

/** Refused with "not found", whatever is named. */
const refusing: Record<string, Call> = {
  findDraft: () => findDraft(here.bank, key),
  findCurrentDraft: () => findCurrentDraft(here.bank, key),
  findHold: () => findHold(here.bank, key),
  findHeld: () => findHeld(here.bank, key),
  findDraftVersion: () => findDraftVersion(here.bank, key),
  saveDraft: () => saveDraft(here.bank, { ...key, baseVersion: 2, change: {} }),
  saveChange: () => saveChange(here.bank, { ...key, base: [], change: { format: 1, doc: {} } }),
  listSetAside: () => listSetAside(here.bank, key),
  addImport: () =>
    addImport(
      { bank: here.bank, dataDir: here.settings.dataDir },
      {
        ...key,
        fileName: 'x.md',
        imported: { title: '', sections: [{ type: 'section' }], files: [], findings: [] },
      },
    ),
  findReview: () => findReview(here.bank, key),
  readReview: () => readReview(here.bank, key),
  requestExport: () =>
    requestExport(here.bank, { ...key, format: 'web', language: 'fr', traces: false }),
  findPackage: () => findPackage(here.bank, key),
  cancelExport: () => cancelExport(here.bank, key),
  repeatExport: () => repeatExport(here.bank, key),
  sayDeployment: () => sayDeployment(here.bank, { ...key, recipient: 'x', lms: '' }),
  retireDeployment: () => retireDeployment(here.bank, key),
  bringBackDeployment: () => bringBackDeployment(here.bank, key),
  renewDeployment: () => renewDeployment(here.bank, key),
  openPackage: () => openPackage(here, key),
  endThin: () => endThin(here.bank, key),
  reopenThin: () => reopenThin(here.bank, key),
  limitThin: () => limitThin(here.bank, { ...key, mostLearners: 1 }),
  decideCommercialUse: () => decideCommercialUse(here.bank, { ...key, reason: 'x' }),
  withdrawDecision: () => withdrawDecision(here.bank, { ...key, decisionId: 'x' }),
  harvestSoon: () => sources.harvestSoon(here.bank, key),
  stopSource: () => sources.stopSource(here.bank, key),
  removeSource: () => sources.removeSource(here.bank, key),
  readElsewhere: () => elsewhere.readElsewhere(here.bank, key),
  writeArchive: () =>
    writeArchive(
      here,
      { ...key, organisationName: '', moduleIds: [key.moduleId] },
      join(here.settings.dataDir, 'a.zip'),
    ),
  recordRights: () => recordRights(here.bank, { ...key, record: key.record }),
  readCheckFacts: () =>
    readCheckFacts({ bank: here.bank, dataDir: here.settings.dataDir }, { ...key, now }),
  findTemplate: () => findTemplate(here.bank, key),
  readTemplate: () => readTemplate(here.bank, key),
  changeTemplate: () =>
    changeTemplate(here.bank, { ...key, manages: true, name: 'x', shared: true }),
  removeSavedSearch: () => searches.removeSavedSearch(here.bank, key),
  removeTemplate: () => removeTemplate(here.bank, { ...key, manages: true }),
  readLearnerRemarks: () => readLearnerRemarks(here, key),
  handleLearnerRemark: () => handleLearnerRemark(here, { ...key, state: 'read' }),
  removeProfile: () => removeProfile(here.bank, key),
  keepIdentity: () => keepIdentity(here.bank, { ...key, identity: withLogo(key.digest) }),
  previewIdentity: () =>
    previewIdentity(here, { ...key, language: 'fr', identity: withLogo(key.digest) }),
  revokeToken: () => revokeToken(here.bank, key),
  inheritRights: () => inheritRights(here.bank, { ...key, from: key.digest }),
  readFramework: () => readFramework(here.bank, key),
  readFile: () => readFile(here.bank, key),
  replaceEverywhere: () => replaceEverywhere(here.bank, { ...key, by: '0'.repeat(64) }),
  ...refusingGates(
    () => here,
    () => key,
  ),
  ...refusingReuse(
    () => here,
    () => key,
  ),
  ...refusingFrameworks(
    () => here,
    () => key,
  ),
  ...refusingForwarding(
    () => here,
    () => key,
  ),
  ...refusingSharing(
    () => here,
    () => key,
  ),
}

/** A theme that wants a file of the closed organisation. */
const withLogo = (digest: string) => ({
  ...plainIdentity,
  theme: { ...plainTheme, logo: { digest, alt: 'Logo' } },
})

const everyElement = readRegisterQuery(new URLSearchParams())
const everyDeployment = readDeploymentQuery(new URLSearchParams('show=all'))
const everyModule = readBankQuery(new URLSearchParams())

/** Empty, as if nothing were there. */
const finding: Record<string, Call> = {
  targetsInTrouble: () => targetsInTrouble(here.bank, key.organisationId),
  listSources: () => sources.listSources(here.bank, key.organisationId),
  searchElsewhere: () => elsewhere.searchElsewhere(here.bank, { ...key, q: '', page: 1 }).rows,
  countElsewhere: () => elsewhere.countElsewhere(here.bank, { ...key, q: '' }) || null,
  listArchivable: () => listArchivable(here.bank, key.organisationId),
  describeFrameworks: () =>
    describeFrameworks(here.bank, draftOf(closed).alignments, key.organisationId),
  findAsset: () => findAsset(here.bank, key),
  listAssets: () => listAssets(here.bank, { ...key, digests: [key.digest] }),
  searchLibrary: () =>
    searchLibrary(here.bank, { ...key, ...readLibraryQuery(new URLSearchParams()) }).rows,
  listUses: () => [...listUses(here.bank, key.organisationId)],
  listEditionUses: () => listEditionUses(here.bank, key),
  recentRights: () => recentRights(here.bank, key),
  findCompetency: () => findCompetency(here.bank, key),
  listFrameworks: () => listFrameworks(here.bank, key.organisationId),
  searchCompetencies: () => searchCompetencies(here.bank, { ...key, query: '' }),
  listTemplates: () => listTemplates(here.bank, key),
  readIdentity: () => readIdentity(here.bank, key.organisationId),
  listTokens: () => listTokens(here.bank, key.organisationId),
  listProfiles: () => listProfiles(here.bank, key.organisationId),
  listModules: () => listModules(here.bank, key.organisationId),
  listCodes: () => listCodes(here.bank, key.organisationId),
  searchModules: () => searchModules(here.bank, { ...key, words: '' }),
  searchExportable: () => searchExportable(here.bank, { ...key, words: '' }),
  searchBank: () => searchBank(here.bank, { ...everyModule, ...key }).rows,
  findExactly: () => findExactly(here.bank, { ...everyModule, ...key }),
  listSavedSearches: () => searches.listSavedSearches(here.bank, key),
  ...findingGuarantees(
    () => here,
    () => key,
  ),
  readDeployments: () => readDeployments(here.bank, key),
  listDeployments: () => listDeployments(here, { ...key, ...everyDeployment }).rows,
  findDeployments: () => findDeployments(here, { ...key, ...everyDeployment }),
  concerning: () => concerning(here.bank, key),
  listThirdParty: () => listThirdParty(here.bank, { ...key, ...everyElement }).rows,
  findThirdParty: () => findThirdParty(here.bank, { ...key, ...everyElement }),
  endingRightsOf: () => endingRightsOf(here.bank, key),
  ...findingReuse(
    () => here,
    () => key,
  ),
  readThinLives: () => [...readThinLives(here.bank, key.organisationId)],
  readModuleReport: () => readModuleReport(here, key),
  ...findingFrameworks(
    () => here,
    () => key,
  ),
  ...findingSharing(
    () => here,
    () => key,
  ),
}

it('every function of the services is tried here, or said why not', () => {
  const files = filesBelow(/\.server\.ts$/, ['app/services']).filter(
    (path) => !/\/(rncp|lms-frame)\//.test(path) && !/analytics\/(?!read-module)/.test(path),
  )
  const written = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^export (?:async )?function\*? (\w+)/gm)].map(
      ([, name]) => name!,
    ),
  )
  const known = [refusing, finding].flatMap(Object.keys).concat(Object.values(others).flat())
  expect(written.filter((name) => !known.includes(name))).toEqual([])
  expect(known.filter((name) => !written.includes(name))).toEqual([])
})

describe.each(Object.keys(refusing))('%s', (name) => {
  it('refuses whoever is of another organisation', async () => {
    await expect(async () => refusing[name]!()).rejects.toMatchObject({ status: 404 })
  })
})

describe.each(Object.keys(finding))('%s', (name) => {
  it('finds nothing for whoever is of another organisation', () => {
    expect(finding[name]!() ?? []).toEqual([])
  })
})

it('the people of an organisation are not those of another', () => {
  const { organisationId } = key
  const personId = closed.people.expert.id
  expect(isMember(here.bank, { personId, organisationId })).toBe(false)
  expect(JSON.stringify(listMembers(here.bank, { organisationId }))).not.toContain(personId)
})

async function fill() {
  const { organisationId, moduleId, people } = closed
  const { bank, settings } = here
  const by = { organisationId, personId: people.designer.id, now }
  const stream = Readable.from([Buffer.from('bonjour')])
  const store = { bank, dataDir: settings.dataDir }
  const { rights: record, digest: file } = await storeAsset(store, {
    ...by,
    stream,
    fileName: 'a.txt',
  })
  await importFramework(bank, { ...by, file: createReadStream(sampleBank.frameworkFile) })
  const frameworkId = listFrameworks(bank, organisationId)[0]!.id
  const { competencyId } = searchCompetencies(bank, { query: '', organisationId })[0]!
  const reviewId = ask(closed)
  addRemark(bank, {
    ...by,
    personId: people.expert.id,
    reviewId,
    nodeId: null,
    kind: 'idea',
    body: 'Source ?',
  })
  const remarkId = readReview(bank, { reviewId, organisationId }).review.remarks[0]!.id
  approve(closed)
  publish(closed)
  const guaranteeId = guarantee(closed, 'content', '2026-03-20', new Date(now.getTime() + 1))
  const wanted = { format: 'web', language: 'fr', traces: false } as const
  const packageId = requestExport(bank, { ...by, moduleId, ...wanted })
  bank.update(packages).set({ state: 'ready' }).run()
  expect(digestOf(draftOf(closed))).not.toBe(file)
  const kept = { name: 'Modèle', kind: 'element', shared: true } as const
  const document = storedDoc(paragraph('Texte.'))
  const templateId = keepTemplate(bank, { ...by, ...kept, document })
  keepIdentity(bank, { ...by, identity: plainIdentity })
  const profileId = keepProfile(bank, {
    ...by,
    ...{ name: 'Moodle', preset: 'moodle', format: 'scorm-12', traces: false, themed: true },
    publication: PublicationFields.parse({}),
  })
  const { id: tokenId } = makeToken(bank, { ...by, name: 'Robot', scopes: ['read'], days: 9 })
  const { key: lrsKey } = giveKey(bank, { ...by, label: 'Robot', scope: 'read' })
  const personId = people.expert.id
  searches.saveSearch(bank, { ...by, personId, name: 'Gestes', query: 'q=gestes' })
  const searchId = searches.listSavedSearches(bank, { organisationId, personId })[0]!.id
  const strangers = addTeam(bank, 'Ailleurs')
  return {
    lrsKey,
    ...{ organisationId: strangers.organisationId, personId: people.expert.id, now },
    ...{
      ...addElsewhere(bank, { ...by, title: 'Ailleurs' }),
      ...addForwarding(closed, 'x'),
      statementId: '0193f2c0-7a11-7c3e-9a52-6f1b7f0c2a01',
      moduleId,
      templateId,
      profileId,
      tokenId,
      searchId,
      reviewId,
      ...{ waiverId: 'x', guaranteeId },
      remarkId,
      packageId,
      frameworkId,
      competencyId,
      record,
    },
    ...{ digest: file, expertId: strangers.people.expert.id, guarantorId: people.expert.id },
    ...{ endsOn: '2026-12-31', message: '', note: '', body: 'x', nodeId: null, dueOn: null },
  }
}
