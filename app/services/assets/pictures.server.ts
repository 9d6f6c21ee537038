import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { newId } from '#content-schema/identity.ts'
import { pixelsOf, readRegion, type Size, whole } from '#content-schema/picture.ts'
import type { Picture, Rendition } from '#packaging/package-source.ts'
import { assetPath } from './asset-files.server.ts'

/** The most pixels of a picture: a larger one would take minutes and gigabytes to decode. */
export const mostPixels = 100_000_000

/** Widths of the renditions, in pixels: a phone, a column of text, that column on a dense screen. */
const widths = [480, 960, 1600]
/** What a browser without WebP gets, and an animation, whose frames weigh one by one. */
const plainWidth = 960

/** Pictures that are decoded: drawings (SVG) go as they are, they were cleaned when they came in. */
const decoded = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']

type Source = { digest: string; mediaType: string }

export function isDecoded({ mediaType }: Pick<Source, 'mediaType'>): boolean {
  return decoded.includes(mediaType)
}

/**
 * What learners get of a picture: upright, in sRGB, without what a camera wrote into it, in the
 * widths that screens need and never enlarged, as WebP and as one JPEG, PNG or GIF. Made when it is
 * first asked for, then kept; the same file, part and version of sharp give the same bytes.
 *
 * @param region as `writeRegion` of `#content-schema/picture.ts` gives it; `full` for the whole
 *   picture in its own width, to download
 */
export async function picture(dataDir: string, source: Source, region = ''): Promise<Picture> {
  const folder = pictureFolder(dataDir, source.digest, region)
  return (await readKept(folder)) ?? (await make(dataDir, source, region, folder))
}

/** One part of a picture for the screen of whoever writes; not kept. */
export async function glance(dataDir: string, { digest }: Source, region: string) {
  const path = assetPath(dataDir, digest)
  const { size, animated } = await look(path)
  const image = await cut(path, { region, size, animated })
  return image.resize({ width: plainWidth, withoutEnlargement: true }).webp().toBuffer()
}

type Made = Omit<Rendition, 'open'> & { data: Buffer }
/** What stands in `picture.json`. */
type Kept = Size & { fallback: Omit<Rendition, 'open'>; sources: Omit<Rendition, 'open'>[] }

/** A newer sharp, or another recipe of ours, makes other files: they stand in another folder. */
function pictureFolder(dataDir: string, digest: string, region: string): string {
  const recipe = `1-${sharp.versions.sharp}-${region.replaceAll(' ', '-') || 'whole'}`
  return join(dataDir, 'pictures', digest.slice(0, 2), digest, recipe)
}

async function readKept(folder: string): Promise<Picture | null> {
  const text = await readFile(join(folder, 'picture.json'), 'utf8').catch(() => null)
  if (text === null) return null
  const { fallback, sources, ...size } = JSON.parse(text) as Kept
  const open = (file: Omit<Rendition, 'open'>): Rendition => ({
    ...file,
    open: () => createReadStream(join(folder, file.digest)),
  })
  return { ...size, fallback: open(fallback), sources: sources.map(open) }
}

/** Made beside its place, then moved there: whoever reads finds all of it or nothing. */
async function make(dataDir: string, source: Source, region: string, folder: string) {
  const { fallback, sources, ...size } = await renditions(dataDir, source, region)
  const beside = join(dataDir, 'arriving', newId())
  await mkdir(beside, { recursive: true })
  for (const { digest, data } of [fallback, ...sources])
    await writeFile(join(beside, digest), data)
  const kept: Kept = { ...size, fallback: bare(fallback), sources: sources.map(bare) }
  await writeFile(join(beside, 'picture.json'), JSON.stringify(kept))
  await mkdir(dirname(folder), { recursive: true })
  // Somebody else made the very same at the same time: theirs stays.
  await rename(beside, folder).catch(() => rm(beside, { recursive: true }))
  return (await readKept(folder))!
}

function bare({ data: _, ...file }: Made): Omit<Rendition, 'open'> {
  return file
}

async function renditions(dataDir: string, { digest, mediaType }: Source, region: string) {
  const path = assetPath(dataDir, digest)
  const looked = await look(path)
  const { size, animated, opaque } = looked
  const part = pixelsOf(readRegion(region) ?? whole, size)
  const at = async (width: number) =>
    (await cut(path, { region, size, animated })).resize({ width, withoutEnlargement: true })
  const own = { width: part.width, height: part.height }
  const plain = animated ? 'gif' : opaque ? 'jpeg' : 'png'
  if (region === 'full') {
    return { ...own, fallback: await made(await at(part.width), plain), sources: [] }
  }
  const steps = animated ? [plainWidth] : widths
  const sources: Made[] = []
  for (const width of stepsWithin(steps, part.width)) {
    sources.push(await modern(await at(width), { animated, drawn: isDrawn(mediaType) }))
  }
  return { ...own, fallback: await made(await at(plainWidth), plain), sources }
}

/** The widths below the picture's own, and its own where it is below the largest. */
function stepsWithin(steps: number[], width: number): number[] {
  const below = steps.filter((step) => step < width)
  return below.length < steps.length ? [...below, width] : below
}

/** Read from its header: size as it stands upright, frames, and whether anything shows through. */
async function look(path: string) {
  const { autoOrient, pages = 1, hasAlpha } = await sharp(path).metadata()
  const opaque = !hasAlpha || (await sharp(path, limits).stats()).isOpaque
  const { width, height } = autoOrient
  return { size: { width, height }, animated: pages > 1, opaque }
}

const limits = { limitInputPixels: mostPixels }

type Cut = { region: string; size: Size; animated: boolean }

/** Without metadata and in sRGB: sharp keeps neither unless it is asked to. */
async function cut(path: string, { region, size, animated }: Cut): Promise<Sharp> {
  const part = readRegion(region)
  const upright = sharp(path, { ...limits, animated }).autoOrient()
  return part ? upright.extract(pixelsOf(part, size)) : upright
}

/** Screen copies and drawings have few colours and sharp edges. */
function isDrawn(mediaType: string): boolean {
  return mediaType === 'image/png' || mediaType === 'image/gif'
}

/** Sharp edges are kept where that costs little; a photograph saved as PNG is a photograph. */
async function modern(
  image: Sharp,
  { animated, drawn }: { animated: boolean; drawn: boolean },
): Promise<Made> {
  const photograph = await made(image, 'webp')
  if (!drawn || animated) return photograph
  const exact = await written(image.clone().webp({ nearLossless: true, quality: 60 }), 'webp')
  return exact.bytes <= photograph.bytes * 1.5 ? exact : photograph
}

const formats = {
  webp: (image: Sharp) => image.clone().webp({ quality: 80, smartSubsample: true }),
  jpeg: (image: Sharp) => image.clone().jpeg({ quality: 80, mozjpeg: true }),
  png: (image: Sharp) => image.clone().png({ compressionLevel: 9 }),
  gif: (image: Sharp) => image.clone().gif(),
}
const extensions = { webp: '.webp', jpeg: '.jpg', png: '.png', gif: '.gif' }

function made(image: Sharp, format: keyof typeof formats): Promise<Made> {
  return written(formats[format](image), format)
}

async function written(image: Sharp, format: keyof typeof formats): Promise<Made> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return {
    data,
    digest: createHash('sha256').update(data).digest('hex'),
    mediaType: `image/${format}`,
    extension: extensions[format],
    bytes: data.length,
    width: info.width,
    height: info.pageHeight ?? info.height,
  }
}
