import { usePlaceName } from '#app/ui/use-finding.ts'
import type { Finding } from '#content-schema/finding.ts'

type Props = { finding: Finding; onGo: (nodeId: string) => void }

/** Leads to the element a finding is about: the caret is put there, ready to write. */
export function NodeLink({ finding: { nodeId, place }, onGo }: Props) {
  const placeName = usePlaceName()
  if (nodeId === null || !place) return null
  return (
    <a
      href={`#${nodeId}`}
      onClick={(event) => {
        event.preventDefault()
        onGo(nodeId)
      }}
    >
      {placeName(place)}
    </a>
  )
}
