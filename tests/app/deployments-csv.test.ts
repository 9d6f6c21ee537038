import { expect, it } from 'vitest'
import { deploymentsCsv } from '#app/http/deployments-csv.server.ts'
import type { LivingDeployment } from '#app/services/deployments/deployment.ts'

const row: LivingDeployment = {
  ...{ packageId: 'p1', moduleId: 'm1', code: 'gestes', title: 'Gestes ; "postures"' },
  ...{ edition: '1.0', plays: '1.0', format: 'scorm-12', traces: false, sha256: 'abc' },
  ...{
    recipient: '=HYPERLINK("x")',
    lms: '',
    note: 'Mars\navril',
    by: 'Léa',
    requestedBy: 'l',
  },
  ...{ requestedAt: 0, downloads: null, lastDownloadAt: null, retired: null, replaced: false },
  life: { state: 'unknown', lastOn: null, in30Days: null, in90Days: null, learners: null },
  standing: {
    state: 'attention',
    reasons: [{ code: 'guarantee-ended', aspect: 'law', day: '2026-03-01' }],
    todo: 'guarantee',
  },
}

it('a sheet opens in French and in English, and computes nothing that somebody wrote', () => {
  const french = deploymentsCsv([row], 'fr')
  expect(french.name).toBe('deploiements.csv')
  const [head, ...lines] = french.text.split('\r\n')
  expect(head).toMatch(/^\uFEFFCode;Module;Édition;/)
  expect(lines).toEqual([
    [
      ...['gestes', '"Gestes ; ""postures"""', '1.0', '1.0', 'SCORM 1.2'],
      ...[`"'=HYPERLINK(""x"")"`, '', 'Léa', '1970-01-01T00:00:00.000Z', '', '', 'inconnu'],
      ...[
        '',
        '',
        '',
        '',
        'à voir',
        'La garantie «\u00a0Droit\u00a0» a pris fin le 1er mars 2026.',
      ],
      ...[
        'La personne qui s’en porte garante doit la renouveler.',
        '"Mars\navril"',
        'p1',
        'abc',
      ],
    ].join(';'),
    '',
  ])
  const english = deploymentsCsv([], 'en')
  expect(english.text).toMatch(/^\uFEFFCode,Module,Edition,/)
})
