import type { Node } from 'prosemirror-model'
import { readEmbed } from '#content-schema/embeds.ts'
import { acting, inOwnLanguage, live, type RenderContext } from '#packaging/render/context.ts'
import { type Child, fragment, type Html, h } from '#packaging/render/html.ts'
import { missing } from './parts.ts'

/**
 * Something of another site: its title and a link to it. The player adds the button that loads it;
 * before it is pressed, nothing is asked of that site.
 */
export function embedded(
  node: Node,
  context: RenderContext,
  name: string,
  ...more: Child[]
): Html {
  const { url, title } = node.attrs
  const found = readEmbed(url)
  if (!found) return missing(node, context)
  const { site, src } = found
  return h(
    'figure',
    {
      ...acting(node, context),
      class: `embedded embedded-${name}`,
      'data-src': src,
    },
    title && h('figcaption', {}, title),
    more,
    !context.paper && fragment(ask(site, context), frame(name, title || site)),
    context.paper ? address(url, title || site, context) : link(url, site, title, context),
  )
}

/** The button that loads it, and where it is said that it may not be shown. */
function ask(site: string, context: RenderContext): Html {
  const load = context.say({
    fr: `Afficher le contenu de ${site} (ce site recevra votre adresse IP)`,
    en: `Load content from ${site} (this site will receive your IP address)`,
  })
  const blocked = context.say({
    fr: 'Cette plateforme ne permet pas d’afficher un autre site ici. Le lien reste utilisable.',
    en: 'This platform does not allow embedded content here. You can use the link instead.',
  })
  return fragment(
    h('button', { type: 'button', class: 'embedded-ask', ...live }, load),
    h('p', { class: 'embedded-blocked', role: 'status', 'data-blocked': blocked }),
  )
}

/**
 * What takes the button's place, less its address. Video sites refuse to play for a page that does
 * not say where it stands; they are told no more.
 */
function frame(name: string, title: string): Html {
  return h(
    'template',
    {},
    h('iframe', {
      title,
      allow: 'fullscreen; picture-in-picture',
      sandbox: 'allow-scripts allow-forms allow-popups allow-presentation allow-same-origin',
      referrerpolicy: name === 'video' ? 'strict-origin-when-cross-origin' : 'no-referrer',
    }),
  )
}

function address(url: string, title: string, { words }: RenderContext): Html {
  return h('p', { class: 'embedded-link' }, title, words.colon, h('a', { href: url }, url))
}

function link(url: string, site: string, title: string, context: RenderContext): Html {
  const open = context.say({
    fr: `Ouvrir ${title ? `« ${title} » ` : ''}sur ${site}`,
    en: `Open ${title ? `“${title}” ` : ''}on ${site}`,
  })
  return h(
    'p',
    { class: 'embedded-link', ...inOwnLanguage(context) },
    h(
      'a',
      { href: url, target: '_blank', rel: 'noopener noreferrer' },
      open,
      h('span', { class: 'for-screen-readers' }, ` ${context.words.newWindow}`),
    ),
  )
}
