import { customType } from 'drizzle-orm/sqlite-core'
import { completeRights, type RightsRecord } from '#content-schema/rights-record.ts'

/** What is known of the rights on a file; one that was stored before fields were added has them too. */
export const rightsRecord = customType<{ data: RightsRecord; driverData: string }>({
  dataType: () => 'text',
  fromDriver: (stored) => completeRights(JSON.parse(stored)),
  toDriver: (record) => JSON.stringify(record),
})

/** Records of several files, by the SHA-256 of each. */
export const rightsByDigest = customType<{
  data: Record<string, RightsRecord>
  driverData: string
}>({
  dataType: () => 'text',
  fromDriver: (stored) => {
    const records = Object.entries<RightsRecord>(JSON.parse(stored))
    return Object.fromEntries(records.map(([digest, each]) => [digest, completeRights(each)]))
  },
  toDriver: (records) => JSON.stringify(records),
})
