import type { Browser } from './server.ts'

/** What every request of the tus protocol carries. */
const tus = { 'Tus-Resumable': '1.0.0' }

/** Announces a file; `Location` says where its bytes are to be sent. */
export function announce(browser: Browser, bytes: number, fileName: string, madeFrom = '') {
  const written = (text: string) => Buffer.from(text).toString('base64')
  const metadata = `filename ${written(fileName)},madeFrom ${written(madeFrom)}`
  const headers = { ...tus, 'Upload-Length': `${bytes}`, 'Upload-Metadata': metadata }
  return browser.fetch('/uploads', { method: 'POST', headers })
}

export function sendPart(browser: Browser, address: string, part: BodyInit, offset: number) {
  const type = { 'Content-Type': 'application/offset+octet-stream' }
  const headers = { ...tus, ...type, 'Upload-Offset': `${offset}` }
  return browser.fetch(address, { method: 'PATCH', headers, body: part })
}

/** How many bytes have arrived. */
export async function arrived(browser: Browser, address: string): Promise<number | null> {
  const { headers } = await browser.fetch(address, { method: 'HEAD', headers: tus })
  return headers.has('Upload-Offset') ? Number(headers.get('Upload-Offset')) : null
}

/** Has a file that arrived taken in. */
export function takeIn(browser: Browser, address: string): Promise<Response> {
  return browser.fetch(`${address}/asset`, { method: 'POST' })
}

/** Sends a whole file as a page does; gives the first answer that refuses it, or the last. */
export async function send(
  browser: Browser,
  content: string | Buffer,
  fileName = 'a.txt',
  madeFrom = '',
) {
  const bytes = Buffer.from(content)
  const created = await announce(browser, bytes.length, fileName, madeFrom)
  if (!created.ok) return created
  const address = created.headers.get('Location')!
  const sent = await sendPart(browser, address, bytes, 0)
  return sent.ok ? takeIn(browser, address) : sent
}
