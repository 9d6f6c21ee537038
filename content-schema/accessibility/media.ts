import type { Node } from 'prosemirror-model'
import type { Finding } from '../finding.ts'
import { ownedNodes } from '../owned-nodes.ts'

/** Video and sound that only those who see and hear can follow (RGAA 4.1 and 4.3). */
export function mediaFindings(doc: Node): Finding[] {
  return ownedNodes(doc).flatMap(({ node, ownerId }) =>
    missing(node).map((found) => ({ ...found, nodeId: ownerId })),
  )
}

function missing(node: Node): Omit<Finding, 'nodeId'>[] {
  const kind = node.type.name
  if (kind !== 'video' && kind !== 'audio') return []
  const transcript = node.attrs.transcript.trim() !== ''
  const captions = node.attrs.captions !== null
  if (!transcript && !captions) return [of('accessibility.media-without-text', 'blocks', kind)]
  if (!transcript) return [of('accessibility.media-without-transcript', 'warns', kind)]
  // A transcript alone is enough for a sound: there is no picture to follow at the same time.
  if (!captions && kind === 'video')
    return [of('accessibility.video-without-captions', 'warns', kind)]
  return []
}

function of(code: string, severity: Finding['severity'], kind: 'video' | 'audio') {
  return { code, severity, params: { kind } }
}
