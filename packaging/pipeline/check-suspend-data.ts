import { suspendDataBudget } from '../suspend-data-budget.ts'
import type { Parcel } from './parcel.ts'

/** Refuses a module whose state could be cut by an LMS: a learner would start again each time. */
export function checkSuspendData(limit: number) {
  return (parcel: Parcel): Parcel => {
    const { characters } = suspendDataBudget(parcel.doc)
    if (characters > limit) {
      throw new RangeError(
        `the state may take ${characters} characters, the LMS keeps ${limit}`,
      )
    }
    return parcel
  }
}
