import type { Node } from 'prosemirror-model'
import type { Fault } from '#content-schema/element.ts'

/** A picture, a sound, a film or an attachment whose file was never chosen. */
export function fileFaults({ attrs, type }: Node): Fault[] {
  if (attrs.asset !== null) return []
  const params = { kind: type.name }
  return [{ code: 'completeness.media-without-file', severity: 'blocks', params }]
}

/** Video and sound that only those who see and hear can follow (RGAA 4.1 and 4.3). */
export function playedFaults({ attrs, type }: Node): Fault[] {
  const transcript = attrs.transcript.trim() !== ''
  const captions = attrs.captions !== null
  const fault = (code: string, severity: Fault['severity']): Fault[] => [
    { code, severity, params: { kind: type.name } },
  ]
  if (!transcript && !captions) return fault('accessibility.media-without-text', 'blocks')
  if (!transcript) return fault('accessibility.media-without-transcript', 'warns')
  // A transcript alone is enough for a sound: there is no picture to follow at the same time.
  if (!captions && type.name === 'video') {
    return fault('accessibility.video-without-captions', 'warns')
  }
  return []
}

/** A part whose picture says nothing to those who do not see it (RGAA 1.1). */
export function silentPictures(part: Node): Fault[] {
  if (part.attrs.asset === null || part.attrs.alt.trim() !== '') return []
  const code = 'accessibility.image-without-alternative'
  return [{ code, severity: 'blocks', within: part }]
}

/** A part that is there for its picture, and whose file was never chosen. */
export function missingPictures(part: Node): Fault[] {
  return fileFaults(part).map((fault) => ({
    ...fault,
    within: part,
    params: { kind: 'image' },
  }))
}
