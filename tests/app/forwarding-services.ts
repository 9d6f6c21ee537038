import type { Instance } from '#app/db/instance.server.ts'
import {
  changeTarget,
  changeTargetSecret,
  dropLetters,
  pauseTarget,
  removeTarget,
  resendLetters,
  resumeTarget,
} from '#app/services/forwarding/targets.server.ts'

type Key = { organisationId: string; personId: string; targetId: string; now: Date }

/** What is done to the LRSs that an organisation passes statements on to. */
export function refusingForwarding(
  here: () => Instance,
  key: () => Key,
): Record<string, () => unknown> {
  const every = { moduleIds: [], verbIds: [], trials: false }
  return {
    changeTarget: () => changeTarget(here().bank, { ...key(), ...every, name: 'x' }),
    changeTargetSecret: () => changeTargetSecret(here(), { ...key(), key: 'x', secret: 'x' }),
    pauseTarget: () => pauseTarget(here().bank, key()),
    resumeTarget: () => resumeTarget(here().bank, key()),
    removeTarget: () => removeTarget(here().bank, key()),
    resendLetters: () => resendLetters(here().bank, { ...key(), statementId: null }),
    dropLetters: () => dropLetters(here().bank, { ...key(), statementId: null }),
  }
}
