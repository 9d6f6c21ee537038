/** What bytes 0x80 to 0x9F are; those that are nothing stay as they are. */
const between = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * The text of bytes in Windows-1252, byte by byte. Node 20 reads that encoding as Latin-1, which
 * makes a control character of each typographic apostrophe.
 *
 * @see https://encoding.spec.whatwg.org/#windows-1252
 */
export function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\u0080-\u009f]/g, (letter) => between[letter.charCodeAt(0) - 0x80]!)
}
