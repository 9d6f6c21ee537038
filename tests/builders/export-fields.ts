/** What the page of exports sends, with nothing ticked. */
export const exportFields = {
  ...{ intent: 'prepare', format: 'web', language: 'fr' },
  ...{ completion: 'all', success: 'none', masteryPercent: '', status: 'completed-incomplete' },
  ...{ navigation: 'free', resume: 'always', title: '', preset: '', note: '' },
}
