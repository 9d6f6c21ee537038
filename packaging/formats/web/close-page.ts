/**
 * A page that nobody can leave by a link: what leads to another page says its address in words, what
 * would be downloaded is only named, and nothing of another site can be loaded. Works on our own
 * markup, whose attributes are all quoted and whose texts hold no `<`.
 */
export function closePage(page: string, newWindow: string): string {
  return page
    .replace(
      /<a\b[^>]*? href="(?!#)([^"]*)"[^>]*>([\s\S]*?)<\/a>/g,
      (_, href, inside) => `${inside.replace(opens(newWindow), '')}${inWords(href, inside)}`,
    )
    .replace(/ data-element="(?:embed|videoLink)"/g, '')
}

function opens(newWindow: string): string {
  return `<span class="for-screen-readers"> ${newWindow}</span>`
}

function inWords(href: string, inside: string): string {
  return /^https?:/i.test(href) && !inside.includes(href) ? ` (${href})` : ''
}
