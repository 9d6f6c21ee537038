import { keep, kept } from '../keep.ts'
import type { PlayerData } from '../player-data.ts'
import { checksum, readLearner, readSuspendData } from '../suspend-data.ts'

/** A name of the data model with its value, in the order they are said. */
export type Said = [string, string][]

/** What this browser keeps of an attempt, in case the LMS does not. */
export type Copy = {
  state: string
  /** The LMS has not said yet that it stored it. */
  pending: boolean
  /** Interactions that it has not stored either, without their numbers. */
  interactions: Said[]
}

/** The learner is known by a digest alone: whoever sits here next learns nobody's name from it. */
export function openCopy(packageId: string, learner: string) {
  const key = `grainotheque.lms.${packageId}.${checksum(learner)}`
  return {
    read: (): Copy | null => JSON.parse(kept(key) || 'null'),
    /** `false` when the browser keeps nothing. */
    write: (copy: Copy): boolean => keep(key, JSON.stringify(copy)),
  }
}

/**
 * Whether the copy knows more of this attempt than the LMS: it was never handed over, or what the
 * LMS gives back was cut. An LMS that gives nothing begins another attempt, unless it says itself
 * that it resumes one.
 */
export function knowsMore(
  data: PlayerData,
  copy: Copy | null,
  saved: string,
  resumes: () => boolean,
): copy is Copy {
  const own = copy && readSuspendData(data, copy.state)
  if (!own) return false
  if (!saved) return copy.pending || resumes()
  if ((readLearner(saved) ?? own.learner) !== own.learner) return false
  const given = readSuspendData(data, saved)
  return !given || (copy.pending && own.seconds >= given.seconds)
}
