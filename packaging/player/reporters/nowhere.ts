import { keep, kept } from '../keep.ts'
import type { PlayerData } from '../player-data.ts'
import { noRun } from './no-run.ts'
import type { Reporter, Run } from './reporter.ts'

/** Without an LMS: the state stays in this browser. */
export const reporter: Reporter = {
  platform: 'web',
  open: async (data) => openAlone(data),
}

/** Nobody is told of what is done: it stays in this browser. */
export function openAlone({ moduleId }: PlayerData): Run {
  return { ...openLocal(`grainotheque.state.${moduleId}`), alone: true }
}

/** Keeps the state in the browser, or nowhere when it does not let us. */
export function openLocal(key: string): Run {
  return {
    ...noRun,
    saved: kept(key),
    report: ({ state }) => void keep(key, state),
  }
}
