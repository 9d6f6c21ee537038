import type { Instance } from '#app/db/instance.server.ts'
import {
  answerCoAuthoring,
  inviteCoAuthor,
  leaveCoAuthoring,
  letPublish,
  removeCoAuthor,
} from '#app/services/sharing/co-authors.server.ts'
import { listCoWritten, listInvitations } from '#app/services/sharing/co-written.server.ts'
import {
  answerNetwork,
  inviteToNetwork,
  leaveNetwork,
  listNetworks,
} from '#app/services/sharing/networks.server.ts'
import { networksOf } from '#app/services/sharing/read-sharing.server.ts'
import { findShownFile } from '#app/services/sharing/shown-files.server.ts'
import { reachableEdition, setVisibility } from '#app/services/sharing/visibility.server.ts'
import {
  listVisitorMessages,
  removeVisitorMessage,
} from '#app/services/sharing/visitor-messages.server.ts'

type Key = {
  organisationId: string
  personId: string
  moduleId: string
  digest: string
  now: Date
}

/** What a member of another organisation is refused of what it shares, whatever they name. */
export function refusingSharing(here: () => Instance, key: () => Key) {
  const bank = () => here().bank
  const network = () => ({ ...key(), networkId: 'reseau', invitedId: key().organisationId })
  const coAuthor = () => ({
    ...key(),
    invitedId: key().organisationId,
    coAuthorId: key().organisationId,
  })
  const open = { visibility: 'public', networkId: null, organisationIds: [] } as const
  return {
    setVisibility: () => setVisibility(bank(), { ...key(), ...open, organisationIds: [] }),
    inviteToNetwork: () => inviteToNetwork(bank(), network()),
    answerNetwork: () => answerNetwork(bank(), { ...network(), accepted: true }),
    removeVisitorMessage: () =>
      removeVisitorMessage(bank(), { ...key(), messageId: 'message' }),
    leaveNetwork: () => leaveNetwork(bank(), network()),
    inviteCoAuthor: () => inviteCoAuthor(bank(), { ...coAuthor(), mayPublish: true }),
    letPublish: () => letPublish(bank(), { ...coAuthor(), mayPublish: true }),
    removeCoAuthor: () => removeCoAuthor(bank(), coAuthor()),
    answerCoAuthoring: () => answerCoAuthoring(bank(), { ...key(), accepted: true }),
    leaveCoAuthoring: () => leaveCoAuthoring(bank(), key()),
  }
}

/** What they find nothing of. */
export function findingSharing(here: () => Instance, key: () => Key) {
  const bank = () => here().bank
  return {
    reachableEdition: () => reachableEdition(bank(), key()),
    listVisitorMessages: () => listVisitorMessages(bank(), key()),
    listInvitations: () => listInvitations(bank(), key()),
    listCoWritten: () => listCoWritten(bank(), key()),
    findShownFile: () => findShownFile(bank(), key()),
    listNetworks: () => listNetworks(bank(), key()),
    networksOf: () => [...networksOf(bank(), key().organisationId)],
  }
}
