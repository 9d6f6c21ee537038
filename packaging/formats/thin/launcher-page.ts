import type { Parcel } from '#packaging/pipeline/parcel.ts'
import type { LauncherFacts } from '#packaging/player/thin/messages.ts'
import { h, jsonBlock } from '#packaging/render/html.ts'
import { thinWords } from './words.ts'

/** The page that an LMS opens: a frame for the module, and the sentences that may stand instead of it. */
export function launcherPage({ source, settings }: Parcel, facts: LauncherFacts): string {
  const { language, title } = source.facts
  const words = thinWords[settings.language]
  const sentence = (id: 'ended' | 'elsewhere' | 'kept') =>
    h('p', { id, role: 'status', lang: settings.language, hidden: true }, words[id])
  const root = h(
    'html',
    { lang: language },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, title),
      h('link', { rel: 'stylesheet', href: 'launch.css' }),
      h('script', { src: 'launch.js', defer: true }),
    ),
    h(
      'body',
      {},
      sentence('ended'),
      sentence('elsewhere'),
      sentence('kept'),
      h('iframe', { id: 'module', title, allow: 'fullscreen' }),
      jsonBlock('thin', facts),
    ),
  )
  return `<!doctype html>\n${root.markup}\n`
}

export const launcherStyles = `html,
body {
  height: 100%;
  margin: 0;
}

body {
  display: flex;
  flex-direction: column;
  background: #fff;
  color: #1b1b1b;
  font: 1rem/1.5 system-ui, sans-serif;
}

p {
  max-width: 40rem;
  margin: 0 auto;
  padding: 1rem;
}

iframe {
  flex: 1;
  width: 100%;
  min-height: 0;
  border: 0;
}

[hidden] {
  display: none;
}
`
