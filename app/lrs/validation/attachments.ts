import { checkIri } from './iri.ts'
import { checkLanguageMap } from './language.ts'
import { checkEach, checkNumber, checkObject, checkString, refuse } from './shape.ts'

const keys = new Set([
  'usageType',
  'display',
  'description',
  'contentType',
  'length',
  'sha2',
  'fileUrl',
])
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w-]+=(?:"[^"]*"|[^\s;"]+))*$/

/** @see xAPI 1.0.3, Data 2.4.11 */
export function checkAttachments(value: unknown, path: string): void {
  checkEach(value, path, checkAttachment)
}

function checkAttachment(value: unknown, path: string): void {
  checkObject(value, path, keys)
  checkIri(value.usageType, `${path}.usageType`)
  checkLanguageMap(value.display, `${path}.display`)
  if ('description' in value) checkLanguageMap(value.description, `${path}.description`)
  checkMediaType(value.contentType, `${path}.contentType`)
  checkLength(value.length, `${path}.length`)
  checkDigest(value.sha2, `${path}.sha2`)
  if ('fileUrl' in value) checkIri(value.fileUrl, `${path}.fileUrl`)
}

function checkMediaType(value: unknown, path: string): void {
  checkString(value, path)
  if (!mediaType.test(value)) refuse(path, 'must be a media type (RFC 2046)')
}

function checkLength(value: unknown, path: string): void {
  checkNumber(value, path)
  if (!Number.isInteger(value) || value < 0) refuse(path, 'must be a whole number of bytes')
}

function checkDigest(value: unknown, path: string): void {
  checkString(value, path)
  if (!/^[0-9a-f]{56,128}$/i.test(value)) refuse(path, 'must be a SHA-2 in hexadecimal')
}
