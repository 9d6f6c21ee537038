import { facts } from '#tests/builders/bank.ts'

const own = true as const
const open = true as const
const byLink = true as const

/** Routes that only show what somebody sent, or asked for, before, or what needs a browser to print. */
export const sentBefore = [
  'routes/package.download.ts',
  'routes/framework-file.tsx',
  'routes/organisation.archive-file.tsx',
  'routes/organisation.archive-zip.ts',
  'routes/trial.report-pdf.tsx',
]

/** What a member of another organisation may try on the pages about a whole organisation. */
export function organisationAttempts({
  digest,
  moduleId,
  tokenId,
  lrsKey,
  searchId,
  organisationId,
  sourceId,
  recordId,
  targetId,
}: {
  sourceId: string
  targetId: string
  recordId: number
  digest: string
  moduleId: string
  tokenId: string
  lrsKey: string
  searchId: string
  organisationId: string
}) {
  const identity = '/organisation/identity'
  const theme = { logo: { digest, alt: 'x' } }
  const json = { language: 'fr', identity: { theme, labels: {} } }
  return {
    // Kept for oneself, in one's own organisation; that of another is not there.
    'routes/saved-searches.ts': {
      path: '/searches',
      sent: [{ intent: 'remove', searchId }],
    },
    'routes/organisation.tsx': { path: identity, own },
    'routes/organisation.index.ts': { path: '/organisation', own },
    'routes/organisation.check-package.tsx': {
      path: '/organisation/check-package',
      own,
      sent: [{ file: 'rien' }],
    },
    'routes/account.tsx': { path: '/account', own, sent: [{ intent: 'x' }] },
    'routes/organisation.watch.tsx': {
      path: '/organisation/watch',
      own,
      sent: [
        { intent: 'end', sourceId: 'x' },
        { intent: 'record', sourceId: 'x', day: '2026-03-09', summary: 'x', effect: 'none' },
        { intent: 'add', kind: 'law', title: 'x', url: '', lookEvery: '6', watcherId: 'x' },
      ],
    },
    'routes/organisation.gates.tsx': {
      path: '/organisation/gates',
      own,
      sent: [{ intent: 'save', intendedUse: 'nothing' }],
    },
    'routes/organisation.checklists.tsx': {
      path: '/organisation/checklists',
      own,
      sent: [{ intent: 'save', aspect: 'nothing' }],
    },
    'routes/organisation.identity.tsx': {
      path: identity,
      own,
      sent: [{ logo: digest, logoAlt: 'x' }],
    },
    'routes/organisation.identity-preview.ts': {
      path: `${identity}/preview`,
      sent: [{ json }],
    },
    'routes/module.sharing.tsx': {
      path: `/modules/${moduleId}/sharing`,
      sent: [
        { intent: 'share', visibility: 'public' },
        { intent: 'invite', invitedId: organisationId },
        { intent: 'leave' },
        ...['let', 'stop', 'remove'].map((intent) => ({ intent, coAuthorId: organisationId })),
      ],
    },
    'routes/catalogue.tsx': { path: '/catalogue', open },
    'routes/catalogue.search.tsx': { path: '/catalogue?q=confidentiel', open },
    'routes/catalogue.module.tsx': {
      path: `/catalogue/${organisationId}/${facts.code}`,
      open,
      sent: [{ name: 'Nul', email: 'nul@exemple.fr', body: 'Bonjour.' }],
    },
    'routes/calendar.ts': { path: '/calendar/a-link-that-opens-nothing.ics', byLink },
    'routes/invited.ts': { path: '/invited/a-link-that-opens-nothing', byLink },
    'routes/sitemap.ts': { path: '/sitemap.xml', open },
    'routes/robots.ts': { path: '/robots.txt', open },
    'routes/id.profile.tsx': { path: '/id/profile', open },
    'routes/shared.tsx': {
      path: `/shared/${moduleId}`,
      sent: [{ intent: 'fork', title: 'x' }],
    },
    'routes/organisation.sharing.tsx': {
      path: '/organisation/sharing',
      own,
      // Networks of others are not there; a new one of one's own asks for a name.
      sent: [
        { intent: 'create', name: '' },
        { intent: 'invite', networkId: 'reseau', invitedId: 'x' },
        { intent: 'accept', networkId: 'reseau' },
        { intent: 'decline', networkId: 'reseau' },
        { intent: 'leave', networkId: 'reseau' },
        { intent: 'handled', messageId: 'message' },
        { intent: 'co-write', moduleId },
        { intent: 'not-co-write', moduleId },
      ],
    },
    'routes/organisation.harvest.tsx': {
      path: '/organisation/harvest',
      own,
      sent: ['harvest', 'stop', 'remove'].map((intent) => ({ intent, sourceId })),
    },
    'routes/organisation.forwarding.tsx': {
      path: '/organisation/forwarding',
      own,
      // Nothing can be added to an organisation that is not one's own: a form of another shape.
      sent: [
        { intent: 'add', name: '' },
        { intent: 'change', targetId, name: 'x' },
        { intent: 'secret', targetId, key: 'x', secret: 'x' },
        ...['pause', 'resume', 'remove', 'resend', 'drop'].map((intent) => ({
          intent,
          targetId,
        })),
      ],
    },
    'routes/organisation.personal-data.tsx': { path: '/organisation/personal-data', own },
    'routes/elsewhere.tsx': { path: '/elsewhere', own },
    'routes/elsewhere.record.tsx': { path: `/elsewhere/${recordId}` },
    'routes/organisation.archive.tsx': {
      path: '/organisation/archive',
      own,
      // Modules that are not one's own: their ids name nothing.
      sent: [{ which: 'chosen', 'modules[]': moduleId }],
    },
    'routes/organisation.archive-file.tsx': {
      path: '/organisation/archive/aaaaaaaaaa',
      sent: [{ 'replacing[]': moduleId }],
    },
    'routes/organisation.archive-zip.ts': { path: '/organisation/archive.zip' },
    'routes/organisation.rights.tsx': { path: '/organisation/rights', own },
    'routes/organisation.rights-csv.ts': { path: '/organisation/rights.csv', own },
    'routes/organisation.lrs-keys.tsx': {
      path: '/organisation/lrs-keys',
      own,
      sent: [
        { intent: 'give', label: '', scope: 'read' },
        { intent: 'take-back', key: lrsKey },
      ],
    },
    'routes/organisation.api-tokens.tsx': {
      path: '/organisation/api-tokens',
      own,
      // Nothing can be made in an organisation that is not one's own: a form of another shape.
      sent: [
        { intent: 'make', name: '', days: '30' },
        { intent: 'revoke', tokenId },
      ],
    },
  }
}
