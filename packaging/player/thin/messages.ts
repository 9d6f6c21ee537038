export type Standard = 'scorm-12' | 'scorm-2004'

/** What the launcher reads in its own page, written there at export. */
export type LauncherFacts = {
  standard: Standard
  /** Where the module is played from, with a slash at its end. */
  address: string
  /** Milliseconds since 1970, after which nothing is played; `null` for no end. */
  endsAt: number | null
  /** First eight digits of the revisions whose states the fallback understands. */
  known: string[]
}

/** What a page of the bank says to the launcher around it: that it plays, or that it will not. */
export type FromFrame = { thin: 'ready' | 'closed' }

/** The launcher's one answer; it comes with the port that everything else goes through. */
export type Opening = {
  thin: 'open'
  /** Of whom the LMS speaks, as a digest that nobody is found by. */
  learner: string
  /** All that the player reads of the data model when it begins, by name. */
  snapshot: Record<string, string>
}

/** What the player says to the LMS, in its order. */
export type Told =
  | { do: 'set'; name: string; value: string }
  | { do: 'commit' }
  | { do: 'end' }
  /** The player itself did not come: the launcher's own has to play. */
  | { do: 'give-up' }

/** How the LMS took it: told of each time it was asked to store. */
export type Taken = {
  stored: boolean
  /** As its `GetLastError` says it. */
  error: string
}
