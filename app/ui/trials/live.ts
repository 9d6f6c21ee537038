import type { Participant } from '#app/services/trials/find-trial.server.ts'
import type { Told } from '#app/services/trials/read-told.server.ts'
import type { ParticipantView, SeenView } from '#app/services/trials/read-trial.server.ts'

export type Person = { id: string; code: string; profile: string }

export type LiveParticipant = Pick<
  Participant,
  'id' | 'sectionId' | 'nodeId' | 'startedAt' | 'finishedAt'
> &
  Pick<ParticipantView, 'consents' | 'results'> & { told: Told }

/** What the console is told, again and again. */
export type Live = { state: string; participants: LiveParticipant[]; observations: SeenView[] }
