import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import { readZip } from '../checks/read-zip.ts'
import type { Format } from '../package-source.ts'
import { suspendDataBudget } from '../suspend-data-budget.ts'
import type { MeasuredPackage } from './check-preset.ts'

/**
 * What an LMS may mind in a finished package, whose zip is opened again for it.
 *
 * @throws Error when the zip cannot be read: `checkZip` says why
 */
export async function measurePackage(
  path: string,
  made: { format: Format; bytes: number; document: StoredDocument },
): Promise<MeasuredPackage> {
  const { format, bytes, document } = made
  const zip = await readZip(path)
  if (!('entries' in zip)) throw new Error(zip.code)
  zip.close()
  const sizes = [...zip.entries.values()]
  return {
    ...{ format, bytes, names: [...zip.entries.keys()], files: sizes.length },
    unpacked: sizes.reduce((sum, size) => sum + size, 0),
    suspendDataCharacters: suspendDataBudget(readDocument(document)).characters,
  }
}
