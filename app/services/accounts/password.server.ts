import { hash, verify } from '@node-rs/argon2'

/** argon2id with the library's defaults: 19 MiB, two passes, one lane (OWASP's first choice). */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password)
}
