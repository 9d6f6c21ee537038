import { resolve } from 'node:path'
import * as z from 'zod'

const port = z.coerce.number().int().min(0).max(65535)

const Environment = z.object({
  DATA_DIR: z.string().default('./data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  CONTENT_PORT: port.default(3001),
  /** How browsers reach the application, when it stands behind a proxy. */
  PUBLIC_URL: z.url().optional(),
  /** How browsers reach played packages: another origin than the application's. */
  CONTENT_URL: z.url().optional(),
  /** How many proxies stand before the server, each adding the address it was called from. */
  PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** The mail server, `smtps://user:password@host`; without one letters are written to a folder. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom letters come from: an address, or a name and an address in angle brackets. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+@[^\r\n]+$/)
    .optional(),
  /** Permanent prefix of activity ids; only read when an installation is created. */
  IRI_BASE: z.url().optional(),
})

export type Settings = {
  dataDir: string
  host: string
  port: number
  contentPort: number
  publicUrl: string
  contentUrl: string
  iriBase: string | null
  /** `null`: letters are written to the folder `letters` of `dataDir`. */
  smtpUrl: string | null
  mailFrom: string
  /** Proxies before the server whose word on a visitor's address is taken. */
  proxies: number
  /** Only this machine can reach the server, no proxy lets others in: sample sign-ins are safe. */
  loopback: boolean
}

/**
 * Reads the environment once.
 *
 * @throws ZodError naming each variable that cannot be understood
 */
export function readSettings(
  environment: Record<string, string | undefined> = process.env,
): Settings {
  const env = Environment.parse(environment)
  const publicUrl = withoutSlash(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`)
  return {
    dataDir: resolve(env.DATA_DIR),
    host: env.HOST,
    port: env.PORT,
    contentPort: env.CONTENT_PORT,
    publicUrl,
    contentUrl: withoutSlash(env.CONTENT_URL ?? `http://localhost:${env.CONTENT_PORT}`),
    iriBase: env.IRI_BASE ? withoutSlash(env.IRI_BASE) : null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? `Grainothèque <grainotheque@${new URL(publicUrl).hostname}>`,
    proxies: env.PROXIES,
    loopback: isPrivate(env),
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}

/** A public address or a proxy means that others come, whatever the server itself listens on. */
function isPrivate({ HOST, PUBLIC_URL, PROXIES }: z.infer<typeof Environment>): boolean {
  const host = PUBLIC_URL ? new URL(PUBLIC_URL).hostname : 'localhost'
  return [HOST, host].every((name) => loopbackNames.includes(name)) && PROXIES === 0
}

const loopbackNames = ['127.0.0.1', 'localhost', '::1', '[::1]']
