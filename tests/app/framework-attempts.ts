type Framework = { frameworkId: string; blockId: string; competencyId: string }

/** What a member of another organisation may try with a framework that is not theirs. */
export function frameworkAttempts({ frameworkId, blockId, competencyId }: Framework) {
  const path = `/frameworks/${frameworkId}`
  const pair = `${competencyId} ${competencyId}`
  return {
    // Nothing can be made in an organisation that is not one's own: a form of another shape.
    'routes/frameworks.tsx': { path: '/frameworks', own: true as const, sent: [{ title: '' }] },
    'routes/framework-file.tsx': {
      path: '/frameworks/files/aaaaaaaaaa',
      sent: [{ 'entries[]': 'RNCP99001' }],
    },
    'routes/framework.tsx': { path },
    'routes/framework.content.tsx': {
      path,
      sent: [
        { intent: 'add', label: 'x', code: '' },
        { intent: 'rename', blockId, label: 'x' },
        ...['up', 'down', 'remove'].map((intent) => ({ intent, blockId })),
      ],
    },
    'routes/framework.coverage.tsx': { path: `${path}/coverage` },
    'routes/framework.coverage-csv.ts': { path: `${path}/coverage.csv` },
    'routes/framework.coverage-print.tsx': { path: `${path}/coverage/print` },
    'routes/framework.case.ts': { path: `${path}/case.json` },
    'routes/framework.versions.tsx': {
      path: `${path}/versions`,
      sent: [{ olderId: frameworkId, newerId: frameworkId, 'pairs[]': pair }],
    },
    'routes/framework.block.tsx': {
      path: `${path}/blocks/${blockId}`,
      sent: [{ reading: 'raw', competencies: '[]' }],
    },
  }
}
