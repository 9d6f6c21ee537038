import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import { readXml } from '../checks/read-xml.ts'
import { type OpenZip, readZip } from '../checks/read-zip.ts'
import type { Format } from '../package-source.ts'
import { suspendDataBudget } from '../suspend-data-budget.ts'
import { elementsNamed } from '../xml/parse-xml.ts'
import type { MeasuredPackage } from './check-preset.ts'

/**
 * What an LMS may mind in a finished package, whose zip is opened again for it.
 *
 * @throws Error when the zip cannot be read: `checkZip` says why
 */
export async function measurePackage(
  path: string,
  made: { format: Format | null; bytes: number; document: StoredDocument | null },
): Promise<MeasuredPackage> {
  const { format, bytes, document } = made
  const zip = await readZip(path)
  if (!('entries' in zip)) throw new Error(zip.code)
  const scos = await scosOf(zip).finally(zip.close)
  const sizes = [...zip.entries.values()]
  return {
    ...{ scos, format, bytes, names: [...zip.entries.keys()], files: sizes.length },
    unpacked: sizes.reduce((sum, size) => sum + size, 0),
    suspendDataCharacters: document && suspendDataBudget(readDocument(document)).characters,
  }
}

async function scosOf(zip: OpenZip): Promise<number | null> {
  const read = await readXml(zip, 'imsmanifest.xml')
  if ('code' in read) return null
  const resources = elementsNamed(read.root, 'resource')
  return resources.filter(({ attributes }) =>
    /^sco$/i.test(attributes.scormtype ?? attributes.scormType ?? ''),
  ).length
}
