import type { Opening } from './begin.ts'

/** In what the standards differ before anything else is asked. */
export const openings = {
  'scorm-12': {
    api: 'API',
    prefix: 'LMS',
    finish: 'LMSFinish',
    mode: 'cmi.core.lesson_mode',
    exit: 'cmi.core.exit',
  },
  'scorm-2004': {
    api: 'API_1484_11',
    prefix: '',
    finish: 'Terminate',
    mode: 'cmi.mode',
    exit: 'cmi.exit',
  },
} as const satisfies Record<string, Opening>
