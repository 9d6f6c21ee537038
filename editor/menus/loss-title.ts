import type { Finding } from '#content-schema/finding.ts'
import type { EditorWords } from '../words/fr.ts'

export function lossTitle(findings: readonly Finding[], { losses }: EditorWords): string {
  return isRefused(findings) ? losses.refusedTitle : losses.title(findings.length)
}

export function isRefused(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'blocks')
}
