import type { Node } from 'prosemirror-model'
import { fill } from '#packaging/player/i18n/words.ts'
import {
  acting,
  inOwnLanguage,
  inside,
  type RenderContext,
  type Renderer,
  renders,
} from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { captionsOf, missing, transcriptOf } from './shared/parts.ts'

const texts = {
  fr: {
    hint: 'Le film s’arrête pour poser ses questions. Elles sont aussi toutes ci-dessous.',
    at: 'À {time}',
    goOn: 'Continuer le film',
  },
  en: {
    hint: 'The video stops to ask questions. They are also listed below.',
    at: 'At {time}',
    goOn: 'Resume video',
  },
}

const interactiveVideo: Renderer = (node, context) => {
  const words = context.say(texts)
  return h(
    'div',
    { ...acting(node, context), class: 'interactive-video' },
    film(node, context),
    !context.paper && h('p', { class: 'stops-hint', ...inOwnLanguage(context) }, words.hint),
    context.inside(node),
  )
}

function film(node: Node, context: RenderContext): Html {
  const asset = context.asset(node.attrs.asset)
  const { title } = node.attrs
  if (!asset) return missing(node, { ...context, nodeIds: false })
  const poster = context.asset(node.attrs.poster)
  return h(
    'figure',
    { class: 'video' },
    context.paper
      ? poster &&
          h('img', { src: poster.url, alt: '', width: poster.width, height: poster.height })
      : h(
          'video',
          {
            controls: true,
            preload: 'metadata',
            'aria-label': title || context.words.video,
            width: asset.width,
            height: asset.height,
            poster: poster?.url,
          },
          h('source', { src: asset.url, type: asset.mediaType }),
          captionsOf(node, context),
        ),
    title && h('figcaption', {}, title),
    transcriptOf(node, context),
  )
}

/** A place of the film with what is asked there. */
const videoStop: Renderer = (node, context) => {
  const [title, asked] = node.children as Node[]
  const { id, at } = node.attrs
  return h(
    'div',
    {
      class: 'stop',
      id,
      role: 'group',
      'aria-labelledby': `${id}-title`,
      'data-at': at,
      'data-node-id': context.nodeIds ? id : null,
    },
    h(
      'p',
      { class: 'stop-title', id: `${id}-title`, tabindex: -1 },
      h(
        'span',
        { class: 'stop-time', ...inOwnLanguage(context) },
        fill(context.say(texts).at, { time: timeText(at) }),
      ),
      ' ',
      title && context.render(title),
    ),
    asked ? context.render(asked) : fragment(),
    !context.paper &&
      !context.answers &&
      h(
        'button',
        { type: 'button', class: 'stop-go-on', hidden: true, ...inOwnLanguage(context) },
        context.say(texts).goOn,
      ),
  )
}

/** `1:05`, or `1:00:05` from an hour on. */
function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index ? String(part).padStart(2, '0') : part)).join(':')
}

export default renders('interactiveVideo', {
  interactiveVideo,
  videoStop,
  videoStopTitle: inside,
})
