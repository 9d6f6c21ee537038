const own = true as const

/** What a member of another organisation may try on the pages about a whole organisation. */
export function organisationAttempts({
  digest,
  tokenId,
  searchId,
}: {
  digest: string
  tokenId: string
  searchId: string
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
    'routes/organisation.identity.tsx': {
      path: identity,
      own,
      sent: [{ logo: digest, logoAlt: 'x' }],
    },
    'routes/organisation.identity-preview.ts': {
      path: `${identity}/preview`,
      sent: [{ json }],
    },
    'routes/organisation.rights.tsx': { path: '/organisation/rights', own },
    'routes/organisation.rights-csv.ts': { path: '/organisation/rights.csv', own },
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
