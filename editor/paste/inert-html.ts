/** HTML whose looks and handlers are only text: see {@link inertHtml}. */
export type InertHtml = { html: string; styleSheet: string }

/**
 * Foreign HTML made so that a browser applies nothing of it as it is parsed: the page's security
 * policy forbids inline styles and handlers, and would complain of each. Styles stay readable as
 * `data-style`, and style sheets apart, since Word says in them which lists are numbered.
 */
export function inertHtml(foreign: string): InertHtml {
  const { rest, styleSheet } = withoutSheets(foreign)
  const html = rest.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/([\s"'])(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2'),
  )
  return { html, styleSheet }
}

function withoutSheets(html: string): { rest: string; styleSheet: string } {
  const rest: string[] = []
  const sheets: string[] = []
  let at = 0
  const starts = html.matchAll(/<style\b/gi)
  for (const { index } of starts) {
    if (index < at) continue
    const close = html.slice(index).search(/<\/style\s*>/i)
    const end = close < 0 ? html.length : index + close
    rest.push(html.slice(at, index))
    sheets.push(html.slice(html.indexOf('>', index) + 1, end))
    at = Math.min(
      html.length,
      html.indexOf('>', end) < 0 ? html.length : html.indexOf('>', end) + 1,
    )
  }
  return { rest: [...rest, html.slice(at)].join(''), styleSheet: sheets.join('\n') }
}
