import type { Attribute } from './nodes/shared/attributes.ts'

/** Something of another site that can be shown in a frame. */
export type Embed = {
  /** What people call the site: its domain. */
  site: string
  /** The address of the frame; asks the site for as little as it can be asked for. */
  src: string
  /** Whether its site is one we know what it does. */
  known: boolean
}

/** What a frame shows of an ordinary address; `null` when it is not `https`. */
export function readEmbed(address: string): Embed | null {
  const video = readVideo(address)
  if (video) return video
  const url = readAddress(address)
  if (!url) return null
  const site = siteOf(url)
  return { site, src: url.href, known: knownSites.some((each) => isOf(site, each)) }
}

/** As {@link readEmbed}, for the page of a video; `null` when no video is recognised in it. */
export function readVideo(address: string): Embed | null {
  const url = readAddress(address)
  if (!url) return null
  for (const read of [youTube, vimeo, dailymotion, peerTube]) {
    const found = read(url)
    if (found) return { ...found, known: true }
  }
  return null
}

/** An `https` address without a name or a password in it. */
export function isEmbedAddress(text: string): boolean {
  return text.length <= 2000 && readAddress(text) !== null
}

/** An address to embed; empty while none was given. */
export function embedAddress(): Attribute<string> {
  return {
    default: '',
    read: (raw) => raw,
    validate(value: unknown) {
      if (value === '' || (typeof value === 'string' && isEmbedAddress(value))) return
      throw new RangeError(`must be an https address, got ${JSON.stringify(value)}`)
    },
  }
}

/** Sites that trainers commonly show, and that are meant to be shown in a frame. */
const knownSites = [
  'youtube.com',
  'vimeo.com',
  'dailymotion.com',
  'learningapps.org',
  'h5p.com',
  'h5p.org',
  'geogebra.org',
  'openstreetmap.org',
  'umap-project.org',
  'framatube.org',
  'framaforms.org',
  'framindmap.org',
  'ladigitale.dev',
  'view.genial.ly',
  'view.genially.com',
  'padlet.com',
  'wooclap.com',
  'docs.google.com',
  'forms.office.com',
  'canva.com',
  'thinglink.com',
  'sketchfab.com',
  'legifrance.gouv.fr',
  'soundcloud.com',
]

function readAddress(text: string): URL | null {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' && !url.username && !url.password ? url : null
  } catch {
    return null
  }
}

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^(www|m)\./, '')
}

function isOf(site: string, known: string): boolean {
  return site === known || site.endsWith(`.${known}`)
}

type Found = Omit<Embed, 'known'> | null

/** The domain that sets no cookie before the video is played. */
function youTube(url: URL): Found {
  const site = siteOf(url)
  const [, place, id] = url.pathname.split('/')
  const found =
    site === 'youtu.be'
      ? place
      : !['youtube.com', 'youtube-nocookie.com'].includes(site)
        ? null
        : place === 'watch'
          ? url.searchParams.get('v')
          : ['embed', 'shorts', 'live'].includes(place ?? '')
            ? id
            : null
  if (!found || !/^[\w-]{11}$/.test(found)) return null
  const seconds = /^(\d+)s?$/.exec(url.searchParams.get('t') ?? '')?.[1]
  const start = seconds ? `?start=${seconds}` : ''
  return {
    site: 'youtube.com',
    src: `https://www.youtube-nocookie.com/embed/${found}${start}`,
  }
}

/** `dnt=1`: no statistics of the viewer. The second part is there for unlisted videos. */
function vimeo(url: URL): Found {
  if (!['vimeo.com', 'player.vimeo.com'].includes(siteOf(url))) return null
  const [, id, secret = ''] =
    /^\/(?:video\/)?(\d+)(?:\/([0-9a-f]+))?\/?$/.exec(url.pathname) ?? []
  if (!id) return null
  const key = secret || url.searchParams.get('h') || ''
  const more = /^[0-9a-f]+$/.test(key) ? `&h=${key}` : ''
  return { site: 'vimeo.com', src: `https://player.vimeo.com/video/${id}?dnt=1${more}` }
}

function dailymotion(url: URL): Found {
  const path = { 'dailymotion.com': /^\/(?:embed\/)?video\/(\w+)/, 'dai.ly': /^\/(\w+)$/ }[
    siteOf(url)
  ]
  const id = path?.exec(url.pathname)?.[1]
  if (!id) return null
  return { site: 'dailymotion.com', src: `https://geo.dailymotion.com/player.html?video=${id}` }
}

/** Anybody's PeerTube: known by the shape of its addresses. */
function peerTube(url: URL): Found {
  const id = /^\/(?:w|videos\/(?:watch|embed))\/([\w-]{22}|[0-9a-f-]{36})$/.exec(
    url.pathname,
  )?.[1]
  if (!id) return null
  return { site: siteOf(url), src: `${url.origin}/videos/embed/${id}?p2p=0` }
}
