import { builtPackage, rewritten } from '#tests/builders/zip.ts'

export type BrokenZip = () => Promise<Buffer>

export const scorm12 = builtPackageOnce('scorm-12')
export const scorm2004 = builtPackageOnce('scorm-2004-4')
export const cmi5 = builtPackageOnce('cmi5')
export const xapi = builtPackageOnce('xapi')

type Change = (text: string) => string

export async function with12(change: Change): Promise<Buffer> {
  return rewritten(await scorm12(), { 'imsmanifest.xml': changing(change) })
}

export async function with2004(change: Change): Promise<Buffer> {
  return rewritten(await scorm2004(), { 'imsmanifest.xml': changing(change) })
}

export async function withCourse(change: Change): Promise<Buffer> {
  return rewritten(await cmi5(), { 'cmi5.xml': changing(change) })
}

export async function withTincan(change: Change): Promise<Buffer> {
  return rewritten(await xapi(), { 'tincan.xml': changing(change) })
}

export async function withPage(change: Change): Promise<Buffer> {
  return rewritten(await xapi(), { 'index.html': changing(change) })
}

/** With one more element in its only item. */
export function inItem(xml: string, ...fields: string[]): string {
  return xml.replace('</item>', `${fields.join('')}</item>`)
}

/** With another resource beside its only one. */
export function beside(xml: string, resource: string): string {
  return xml.replace('</resources>', `${resource}</resources>`)
}

/** A change that changes nothing would test nothing. */
function changing(change: Change): Change {
  return (text) => {
    const changed = change(text)
    if (changed === text) throw new Error('nothing was broken')
    return changed
  }
}

function builtPackageOnce(
  format: 'scorm-12' | 'scorm-2004-4' | 'cmi5' | 'xapi',
): () => Promise<string> {
  let built: Promise<string> | undefined
  return () => {
    built ??= builtPackage(format)
    return built
  }
}
