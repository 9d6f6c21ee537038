import { crc32 } from 'node:zlib'

/**
 * Writes a zip whose every size and place stands in the fields of 64 bits, as for one above 4 GB.
 *
 * @see PKWARE, .ZIP File Format Specification, §4.3.14, §4.3.15 and §4.5.3
 */
export function zip64(files: Iterable<[name: string, data: Buffer]>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, data] of files) {
    const sizes = bytes(8, BigInt(data.length), BigInt(data.length))
    const local = Buffer.concat([header(0x04034b50, name, data, sizes), data])
    const place = Buffer.concat([sizes, bytes(8, BigInt(offset))])
    centrals.push(header(0x02014b50, name, data, place))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  return Buffer.concat([...locals, directory, end(centrals.length, directory.length, offset)])
}

const unsaid = 0xffffffff

function header(signature: number, name: string, data: Buffer, extra: Buffer): Buffer {
  const isCentral = signature === 0x02014b50
  const field = Buffer.concat([bytes(2, 1n, BigInt(extra.length)), extra])
  return Buffer.concat([
    bytes(4, BigInt(signature)),
    ...(isCentral ? [bytes(2, 45n)] : []),
    bytes(2, 45n, 0x800n, 0n, 0n, 0x5821n),
    bytes(4, BigInt(crc32(data)), BigInt(unsaid), BigInt(unsaid)),
    bytes(2, BigInt(Buffer.byteLength(name)), BigInt(field.length)),
    ...(isCentral ? [bytes(2, 0n, 0n, 0n), bytes(4, 0n, BigInt(unsaid))] : []),
    Buffer.from(name),
    field,
  ])
}

/** The record of 64 bits, where it is, and the old one that says to look there. */
function end(count: number, size: number, offset: number): Buffer {
  const [entries, directory, place] = [BigInt(count), BigInt(size), BigInt(offset)]
  return Buffer.concat([
    bytes(4, 0x06064b50n),
    bytes(8, 44n),
    bytes(2, 45n, 45n),
    bytes(4, 0n, 0n),
    bytes(8, entries, entries, directory, place),
    bytes(4, 0x07064b50n, 0n),
    bytes(8, place + directory),
    bytes(4, 1n, 0x06054b50n),
    bytes(2, 0n, 0n, 0xffffn, 0xffffn),
    bytes(4, BigInt(unsaid), BigInt(unsaid)),
    bytes(2, 0n),
  ])
}

/** Whole numbers, each in so many bytes, the lowest first. */
function bytes(width: number, ...numbers: bigint[]): Buffer {
  return Buffer.concat(
    numbers.map((number) => {
      const wide = Buffer.alloc(8)
      wide.writeBigUInt64LE(number)
      return wide.subarray(0, width)
    }),
  )
}
