import * as z from 'zod'

export const fileKinds = ['image', 'video', 'audio', 'captions', 'document'] as const
export type FileKind = (typeof fileKinds)[number]

/** Whether a file may go out: what a publication asks. */
export const rightsStates = ['known', 'unknown', 'ended', 'no-release'] as const
export type RightsState = (typeof rightsStates)[number]

export const fileUsages = ['used', 'unused'] as const

/** What somebody looks for among the files; what cannot be understood is not looked for. */
export const LibraryQuery = z.object({
  q: z.string().max(200).catch(''),
  kind: z.enum(fileKinds).nullable().catch(null),
  rights: z.enum(rightsStates).nullable().catch(null),
  use: z.enum(fileUsages).nullable().catch(null),
  page: z.coerce.number().int().min(1).catch(1),
})
export type LibraryQuery = z.infer<typeof LibraryQuery>

export function readLibraryQuery(search: URLSearchParams): LibraryQuery {
  return LibraryQuery.parse(Object.fromEntries(search))
}

/** What people call a file of this type. */
export function kindOf(mediaType: string): FileKind {
  if (mediaType === 'text/vtt') return 'captions'
  const family = mediaType.split('/')[0]
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document'
}
