/** What the application's page says to the LMS page in its frame. */
export type ToFrame = {
  type: 'start'
  standard: 'scorm-12' | 'scorm-2004' | 'none'
  /** Under which name the LMS page keeps what the package saves. */
  key: string
  /** Whether to forget what was kept: a first launch again. */
  reset: boolean
}

/** What it answers: each call as it happens, and the data model after each one that changes it. */
export type FromFrame =
  | {
      type: 'call'
      method: string
      element: string
      value: string
      result: string
      errorCode: string
    }
  | { type: 'model'; model: Record<string, unknown> }
