import { open, readFile } from 'node:fs/promises'
import { checkOnePage } from './check-pages.ts'
import { checkPdf } from './check-pdf.ts'
import { checkZip } from './check-zip.ts'
import type { PackageFinding } from './finding.ts'

/**
 * Opens a finished file and lists what an LMS, or a reader, would stumble over: a zip, a page that is
 * all there is, or a PDF. What it is is seen from its first bytes.
 */
export async function checkFile(path: string): Promise<PackageFinding[]> {
  const start = await firstBytes(path)
  if (start.startsWith('%PDF-')) return checkPdf(await readFile(path))
  if (/^\s*<!doctype html/i.test(start)) return checkOnePage(await readFile(path, 'utf8'))
  return checkZip(path)
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
