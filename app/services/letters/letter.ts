import { h, styleBlock } from '#packaging/render/html.ts'

/** What is written to somebody, in their language: plain sentences, and at most one thing to do. */
export type Letter = {
  subject: string
  /** A paragraph each. */
  lines: readonly string[]
  action?: { label: string; url: string }
  /** What stands below the action, smaller. */
  after?: readonly string[]
}

export type Addressee = { address: string; name: string; language: 'fr' | 'en' }

/** As programs without HTML show it: the address of what is to be done stands on a line of its own. */
export function letterText({ lines, action, after = [] }: Letter): string {
  const toDo = action ? [`${action.label}\n${action.url}`] : []
  return `${[...lines, ...toDo, ...after].join('\n\n')}\n`
}

/** One column that any program shows, without pictures; its text is escaped by the one way to make HTML. */
export function letterHtml(letter: Letter, language: Addressee['language']): string {
  const { subject, lines, action, after = [] } = letter
  const button =
    action && h('p', {}, h('a', { class: 'action', href: action.url }, action.label))
  const page = h(
    'html',
    { lang: language },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, subject),
      styleBlock(styles),
    ),
    h(
      'body',
      {},
      ...lines.map((line) => h('p', {}, line)),
      button,
      ...after.map((line) => h('p', { class: 'after' }, line)),
    ),
  )
  return `<!doctype html>${page}`
}

const styles = `
body { max-width: 35em; margin: 0 auto; padding: 24px; color: #1b1f24; background: #fff;
  font: 16px/1.5 system-ui, "Segoe UI", Arial, sans-serif; }
p { margin: 0 0 16px; white-space: pre-line; }
.action { display: inline-block; padding: 12px 20px; border-radius: 6px; color: #fff;
  background: #0b5f54; font-weight: 600; text-decoration: none; }
.after { color: #57606a; font-size: 14px; }
`
