type Three = [number, number, number]

/**
 * How far two colours stand apart, 1 to 21.
 *
 * @param one `#rrggbb`
 * @see WCAG 2.2, contrast ratio
 */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The one of black and white that is read better on a colour: at least 4.58:1 on any. */
export function readableOn(colour: string): string {
  return contrast(colour, '#000000') > contrast(colour, '#ffffff') ? '#000000' : '#ffffff'
}

/** A colour with white, as a share of it from 0 to 1. */
export function paled(colour: string, share: number): string {
  return hex(bytesOf(colour).map((byte) => (byte + (255 - byte) * share) / 255) as Three)
}

/** The same hue, darker by so much of the way to black, 0 to 1. */
export function darkened(colour: string, share: number): string {
  const [lightness, chroma, hue] = oklch(colour)
  return fromOklch(lightness * (1 - share), chroma, hue)
}

/**
 * The colour that passes and differs least, of the same hue, lighter or darker.
 *
 * @returns `null` when none of that hue passes
 */
export function nearestPassing(
  colour: string,
  passes: (colour: string) => boolean,
): string | null {
  const [lightness, chroma, hue] = oklch(colour)
  for (let step = 0; step <= 200; step += 1) {
    for (const towards of [-1, 1]) {
      const moved = lightness + (towards * step) / 200
      if (moved < 0 || moved > 1) continue
      const tried = fromOklch(moved, chroma, hue)
      if (passes(tried)) return tried
    }
  }
  return null
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function bytesOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

/** @see IEC 61966-2-1, sRGB */
function linear(colour: string): Three {
  return bytesOf(colour).map((byte) => {
    const share = byte / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Three
}

function hex(shares: Three): string {
  const bytes = shares.map((share) => Math.round(Math.min(1, Math.max(0, share)) * 255))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** @see Ottosson, A perceptual color space for image processing (2020) */
function oklch(colour: string): Three {
  const [red, green, blue] = linear(colour)
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  const lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
  return [lightness, Math.hypot(a, b), Math.atan2(b, a)]
}

/** With less chroma where no screen shows as much of it. */
function fromOklch(lightness: number, chroma: number, hue: number): string {
  for (let share = 1; share > 0; share -= 0.05) {
    const shares = shownShares(lightness, chroma * share, hue)
    if (shares.every((each) => each > -0.001 && each < 1.001)) return hex(shares)
  }
  return hex(shownShares(lightness, 0, hue))
}

function shownShares(lightness: number, chroma: number, hue: number): Three {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const lit: Three = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
  return lit.map((share) =>
    share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055,
  ) as Three
}
