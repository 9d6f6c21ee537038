import type { FromFrame } from './messages.ts'

/** Runs in the page that says why a module is not played: nobody else is to play it then. */
const message: FromFrame = { thin: 'closed' }
parent.postMessage(message, '*')
