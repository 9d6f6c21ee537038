import { parseFile } from 'music-metadata'
import { type Probe, readMp4 } from './read-mp4.server.ts'

/**
 * What a film or a sound says of itself.
 *
 * @throws Error when nothing in it can be read
 */
export async function probe(path: string, mediaType: string): Promise<Probe> {
  if (/^(video|audio)\/(mp4|x-m4a)$/.test(mediaType)) return readMp4(path)
  const { format } = await parseFile(path, { duration: true, mimeType: mediaType } as never)
  const seen = format.trackInfo.find(({ video }) => video)?.video
  const codecs = format.trackInfo.flatMap(({ codecName }) => codecName ?? [])
  if (codecs.length === 0 && !format.codec && !format.duration)
    throw new RangeError('nothing to be seen or heard')
  return {
    width: seen?.pixelWidth ?? null,
    height: seen?.pixelHeight ?? null,
    duration: format.duration ? Math.round(format.duration * 1000) : null,
    codecs: codecs.length > 0 || !format.codec ? codecs : [format.codec],
  }
}

/** Codecs that some or all browsers do not play, under the names that people know them by. */
const unplayable: [RegExp, string][] = [
  [/^(hvc1|hev1|dvh1|dvhe|V_MPEGH)/i, 'HEVC (H.265)'],
  [/^(mp4v|s263|V_MPEG4\/ISO\/ASP)/i, 'MPEG-4 Visual'],
  [/^(ac-3|A_AC3)/i, 'Dolby Digital (AC-3)'],
  [/^(ec-3|A_EAC3)/i, 'Dolby Digital Plus (E-AC-3)'],
  [/^(ap4h|apcn|apch|apcs|apco)/i, 'ProRes'],
  [/^(alac)/i, 'ALAC'],
]

/** The first codec that learners’ browsers may not play; `null` when all of them do. */
export function unplayableCodec({ codecs }: Pick<Probe, 'codecs'>): string | null {
  for (const codec of codecs) {
    const [, name] = unplayable.find(([pattern]) => pattern.test(codec)) ?? []
    if (name) return name
  }
  return null
}
