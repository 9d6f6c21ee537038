import type { TryOut } from '../try.ts'

/** What the application's page says to the LMS page in its frame: once to begin, then now and then. */
export type ToFrame = Start | { type: 'session'; alive: boolean }

export type Start = {
  type: 'start'
  standard: 'scorm-12' | 'scorm-2004' | 'cmi5' | 'xapi' | 'none'
  /** Under which name the LMS page keeps what the package saves. */
  key: string
  /** Whether to forget what was kept: a first launch again. */
  reset: boolean
  tryOut: TryOut
}

/** What it answers: what the package is made of, each call as it happens, what the LMS then holds. */
export type FromFrame =
  | ({ type: 'package' } & Played)
  | ({ type: 'call' } & MadeCall)
  | { type: 'model'; model: Record<string, unknown> }
  | { type: 'statement'; statement: ToldStatement }

export type MadeCall = {
  method: string
  element: string
  value: string
  result: string
  errorCode: string
  /** What the LMS did without a word: it keeps less of the value, or nothing. */
  silently?: 'cut' | 'forgot'
}

/** As much of an xAPI statement as is told of. */
export type ToldStatement = {
  id: string
  timestamp?: string
  verb: { id: string; display?: Record<string, string> }
  object: {
    id?: string
    definition?: { name?: Record<string, string>; description?: Record<string, string> }
  }
  result?: {
    success?: boolean
    completion?: boolean
    response?: string
    duration?: string
    score?: { scaled?: number; raw?: number; max?: number }
  }
}

/** Names for the ids that calls speak of. */
export type Played = {
  /** Of each page, by its id. */
  pages: Record<string, string>
  /** Of each question and evaluation, by the id that LMSs are given. */
  asked: Record<string, string>
}
