import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

/** A mail server that keeps what it is sent, or refuses it when told to. */
export type MailServer = {
  url: string
  /** Whole messages, as they came. */
  messages: string[]
  refuse: (refuses: boolean) => void
  close: () => Promise<void>
}

/** Speaks as much SMTP (RFC 5321) as a client needs to hand over a message. */
export async function mailServer(): Promise<MailServer> {
  const messages: string[] = []
  let refuses = false
  const server = createServer((socket) => converse(socket, messages, () => refuses))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    refuse: (now) => {
      refuses = now
    },
    close: () => closed(server),
  }
}

function converse(socket: Socket, messages: string[], refuses: () => boolean): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let pending = ''
  let message: string | null = null
  say('220 mail.test')
  socket.on('error', () => undefined)
  socket.on('data', (data) => {
    pending += data.toString('utf8')
    for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
      const line = pending.slice(0, end)
      pending = pending.slice(end + 2)
      if (message !== null && line !== '.') message += `${line}\n`
      else answer(line)
    }
  })

  function answer(line: string): void {
    if (message !== null) {
      messages.push(message)
      message = null
      say('250 kept')
    } else if (/^DATA/i.test(line)) {
      message = ''
      say('354 go on')
    } else if (/^MAIL/i.test(line) && refuses()) say('451 come back later')
    else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
    else say('250 mail.test')
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
