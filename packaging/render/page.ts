import { type Child, type Html, h } from './html.ts'

/** A whole page: nothing inline, so that it works under the strictest content security policy. */
export function page(
  about: { language: string; title: string; script: boolean },
  ...body: Child[]
): string {
  const head: Html = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, about.title),
    h('link', { rel: 'stylesheet', href: 'player/player.css' }),
    about.script && h('script', { src: 'player/player.js', defer: true }),
  )
  const root = h('html', { lang: about.language }, head, h('body', {}, body))
  return `<!doctype html>\n${root.markup}\n`
}
