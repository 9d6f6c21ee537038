import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.vtt': 'text/vtt',
  '.pdf': 'application/pdf',
}

export type FileServer = { origin: string; close: () => void }

/** Serves files from memory on this machine alone, as they are: nothing is compressed or kept. */
export async function serveFiles(files: ReadonlyMap<string, Buffer>): Promise<FileServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1)
    const file = files.get(path)
    if (!file) return void response.writeHead(404).end()
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Accept-Ranges', 'bytes')
    send(response, file, request.headers.range)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin: `http://127.0.0.1:${port}`, close }
}

/** Players of films ask for a part at a time. */
function send(response: ServerResponse, file: Buffer, range: string | undefined): void {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  if (from === undefined) return void response.end(file)
  const last = Math.min(to ? Number(to) : file.length - 1, file.length - 1)
  response.setHeader('Content-Range', `bytes ${from}-${last}/${file.length}`)
  response.writeHead(206).end(file.subarray(Number(from), last + 1))
}
