import {
  identity,
  inOwnLanguage,
  type RenderContext,
  type RenderedAsset,
  type Renderer,
  renders,
} from '../context.ts'
import { h } from '../html.ts'
import { icon } from '../icon.ts'
import { missing } from './shared/parts.ts'
import { sizeText } from './shared/size-text.ts'

/** A document to download, with its type and size said before it is fetched. */
const attachment: Renderer = (node, context) => {
  const asset = context.asset(node.attrs.asset, 'full')
  if (!asset) return missing(node, context)
  const named = /\.([a-z0-9]+)$/.exec(asset.extension ?? asset.url)?.[1]
  const extension = named ?? kindOf(asset.mediaType)
  const title: string = node.attrs.title || context.say({ fr: 'Télécharger', en: 'Download' })
  return h(
    'p',
    { ...identity(node, context), class: 'attachment' },
    h(
      ...whole(asset, downloadName(title, extension), context),
      icon('M12 4v11M7.5 10.5 12 15l4.5-4.5M5 20h14'),
      h('span', { class: 'attachment-title' }, title),
      ' ',
      h(
        'span',
        { class: 'attachment-size', ...inOwnLanguage(context) },
        `${extension.toUpperCase()}, ${sizeText(asset.bytes, context)}`,
      ),
    ),
  )
}

/** A file cannot be taken out of paper: it is named there. */
function whole(
  { url, mediaType }: RenderedAsset,
  download: string,
  { paper }: RenderContext,
): Parameters<typeof h> {
  if (paper) return ['span', { class: 'attachment-named' }]
  return ['a', { href: url, download, type: mediaType }]
}

export default renders('attachment', { attachment })

/** What people call a type, where the address does not say it: `pdf` of `application/pdf`. */
function kindOf(mediaType: string): string {
  const office = { wordprocessingml: 'docx', spreadsheetml: 'xlsx', presentationml: 'pptx' }
  const known = Object.entries(office).find(([name]) => mediaType.includes(name))
  if (known) return known[1]
  const [family, kind = ''] = mediaType.split('/')
  return /^[a-z0-9]{2,5}$/.test(kind) ? kind : (family ?? kind)
}

/** A file name that every system takes: ASCII letters, digits and hyphens. */
function downloadName(title: string, extension: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '')
  const name = plain.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return `${name.slice(0, 60) || 'document'}.${extension.replace(/[^a-z0-9]/g, '') || 'bin'}`
}
