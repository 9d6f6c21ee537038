import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Tells the page around a module which of its pages, and which element of it, is before its reader. */
const script = `let said = ''
function look() {
  const page = [...document.querySelectorAll('[data-section]')].find((each) => !each.hidden)
  if (!page) return
  const at = document.elementFromPoint(innerWidth / 2, innerHeight / 2)
  const element = at && page.contains(at) ? at.closest('[id]') : null
  const known = element && /^[0-9a-z]{10}$/.test(element.id)
  const now = page.id + ' ' + (known ? element.id : page.id)
  if (now === said) return
  said = now
  parent.postMessage('grainotheque:at ' + now, '*')
}
setInterval(look, 500)
`

/**
 * Makes an unpacked module say what is on screen. The page around it is on another origin and sees
 * nothing of it. Only the extracted copy is changed, no package is.
 */
export async function sayWhere(folder: string): Promise<void> {
  const page = join(folder, 'index.html')
  const html = await readFile(page, 'utf8')
  await writeFile(join(folder, 'where.js'), script)
  await writeFile(page, html.replace('</body>', '<script src="where.js"></script></body>'))
}
