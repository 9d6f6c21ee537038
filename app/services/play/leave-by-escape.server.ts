import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a previewed module says to the page around it when its reader presses Escape. */
const script = `addEventListener('keydown', (event) => {
  const free = !event.defaultPrevented && !document.querySelector('dialog[open]')
  if (event.key === 'Escape' && free) parent.postMessage('grainotheque:leave', '*')
})
`

/**
 * Lets Escape close the dialog around a preview while the keyboard is in the module: it is on another
 * origin, so the page around it hears no key. Only the extracted copy is changed, no package is.
 */
export async function leaveByEscape(folder: string): Promise<void> {
  const page = join(folder, 'index.html')
  const html = await readFile(page, 'utf8')
  await writeFile(join(folder, 'leave.js'), script)
  await writeFile(page, html.replace('</body>', '<script src="leave.js"></script></body>'))
}
