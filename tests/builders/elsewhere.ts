import type { Bank } from '#app/db/client.server.ts'
import { harvestRecords, harvestSources } from '#app/db/schema/bank/index.ts'
import { addSource, stopSource } from '#app/services/harvest/sources.server.ts'

/** Another bank that an organisation harvested once, with one record; nobody asks it again. */
export function addElsewhere(
  bank: Bank,
  { title, ...by }: { title: string; organisationId: string; personId: string; now: Date },
): { sourceId: string; recordId: number } {
  const sourceId = addSource(bank, { url: 'https://banque.exemple/oai', ...by })
  stopSource(bank, { sourceId, ...by })
  bank.update(harvestSources).set({ name: title }).run()
  const { id: recordId } = bank
    .insert(harvestRecords)
    .values({
      ...{ sourceId, identifier: 'oai:banque.exemple:1', title, description: '', authors: [] },
      ...{ subjects: [], language: 'fr', address: null, rights: '', licence: null },
      ...{ datestamp: '2026-01-01', seenAt: by.now.getTime() },
    })
    .returning()
    .get()
  return { sourceId, recordId }
}
