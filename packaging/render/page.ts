import { createHash } from 'node:crypto'
import { inLanguage } from '#content-schema/direction.ts'
import { type Child, fragment, type Html, h, scriptBlock, styleBlock } from './html.ts'

/** The player, where it stands in the page itself. */
export type Inside = {
  script: string
  styles: string
  /** Origin that statements go to; `null` when none are sent. */
  statements: string | null
}

/** In the player's folder; the first runs as soon as it is there, others once the page is. */
export type Script = { name: string; first?: boolean }

/**
 * A whole page: nothing inline, so that it works under the strictest content security policy; or, of a
 * page that is one file, all of it inline under a policy of its own.
 */
export function page(
  about: { language: string; title: string; scripts?: readonly Script[]; inside?: Inside },
  ...body: Child[]
): string {
  const head: Html = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, about.title),
    about.inside ? inline(about.inside) : beside(about.scripts ?? []),
  )
  // A script in the page itself runs where it stands: after all that it brings to life.
  const last = about.inside && scriptBlock(about.inside.script)
  const root = h('html', inLanguage(about.language, 'fr'), head, h('body', {}, body, last))
  return `<!doctype html>\n${root.markup}\n`
}

function beside(scripts: readonly Script[]): Html {
  return fragment(
    h('link', { rel: 'stylesheet', href: 'player/player.css' }),
    ...scripts.map(({ name, first }) =>
      h('script', {
        src: `player/${name}`,
        ...(!first && { defer: true }),
      }),
    ),
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
