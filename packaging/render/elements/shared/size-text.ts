import type { RenderContext } from '#packaging/render/context.ts'

/** A file size as people read it, for example "1,2 Mo": thousands, not 1,024s. */
export function sizeText(
  bytes: number,
  { words, language }: Pick<RenderContext, 'words' | 'language'>,
): string {
  const { byte, kilobyte, megabyte, gigabyte } = words.units
  const units = [byte, kilobyte, megabyte, gigabyte]
  const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  const digits = power < 2 ? 0 : 1
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: digits })
  return `${format.format(bytes / 1000 ** power)} ${units[power]}`
}
