/** What a member of another organisation may try with a package that is not theirs. */
export function packageAttempts(packageId: string) {
  const register = '/organisation/deployments'
  const intents = ['renew', 'retire', 'bring-back', 'end', 'reopen']
  return {
    'routes/package.ts': {
      path: `/packages/${packageId}`,
      sent: ['cancel', 'again', 'end', 'reopen', 'limit'].map((intent) => ({ intent })),
    },
    'routes/package.download.ts': { path: `/packages/${packageId}/download` },
    'routes/organisation.deployments.tsx': {
      path: `${register}?show=all`,
      own: true as const,
      sent: [
        { intent: 'say', packageId, recipient: '', lms: '' },
        ...intents.map((intent) => ({ intent, packageId })),
      ],
    },
    'routes/organisation.deployments-csv.ts': {
      path: `${register}.csv?show=all`,
      own: true as const,
    },
  }
}
