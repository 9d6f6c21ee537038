import { createHash } from 'node:crypto'
import { type Child, fragment, type Html, h, scriptBlock, styleBlock } from './html.ts'

/** The player, where it stands in the page itself. */
export type Inside = {
  script: string
  styles: string
  /** Origin that statements go to; `null` when none are sent. */
  statements: string | null
}

/**
 * A whole page: nothing inline, so that it works under the strictest content security policy; or, of a
 * page that is one file, all of it inline under a policy of its own.
 */
export function page(
  about: { language: string; title: string; script: boolean; inside?: Inside },
  ...body: Child[]
): string {
  const head: Html = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, about.title),
    about.inside ? inline(about.inside) : beside(about.script),
  )
  // A script in the page itself runs where it stands: after all that it brings to life.
  const last = about.inside && scriptBlock(about.inside.script)
  const root = h('html', { lang: about.language }, head, h('body', {}, body, last))
  return `<!doctype html>\n${root.markup}\n`
}

function beside(script: boolean): Html {
  return fragment(
    h('link', { rel: 'stylesheet', href: 'player/player.css' }),
    script && h('script', { src: 'player/player.js', defer: true }),
  )
}

function inline({ script, styles, statements }: Inside): Html {
  const policy = [
    "default-src 'none'",
    'img-src data:',
    'media-src data:',
    'frame-src https:',
    `style-src ${digestOf(styleBlock(styles))}`,
    `script-src ${digestOf(scriptBlock(script))}`,
    ...(statements ? [`connect-src ${statements}`] : []),
  ]
  const attributes = { 'http-equiv': 'Content-Security-Policy', content: policy.join('; ') }
  return fragment(h('meta', attributes), styleBlock(styles))
}

/** Of what stands between the tags, as a policy names it. */
export function digestOf({ markup }: Html): string {
  const inside = markup.slice(markup.indexOf('>') + 1, markup.lastIndexOf('<'))
  return `'sha256-${createHash('sha256').update(inside).digest('base64')}'`
}
