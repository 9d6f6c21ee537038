import type { Opening } from './begin.ts'

/** In what the standards differ before anything else is asked. */
export const openings = {
  'scorm-12': {
    api: 'API',
    prefix: 'LMS',
    finish: 'Finish',
    core: 'cmi.core.',
    mode: 'lesson_mode',
  },
  'scorm-2004': {
    api: 'API_1484_11',
    prefix: '',
    finish: 'Terminate',
    core: 'cmi.',
    mode: 'mode',
  },
} as const satisfies Record<string, Opening>
