import type { losses as french } from './losses-fr.ts'

const some = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`
const named = (names: string) => (names ? ` (${names})` : '')

export const losses: typeof french = {
  title: (count) =>
    count === 1 ? 'Text pasted, with 1 change' : `Text pasted, with ${count} changes`,
  refusedTitle: 'Nothing was pasted',
  undo: 'Press Ctrl+Z to undo the whole paste.',
  dismiss: 'Close',
  sentences: {
    'foreign.too-many-nodes': () =>
      'This text has more than 2,000 elements, the maximum for one module. Paste it in several parts.',
    'foreign.too-deep': () =>
      'This text has too many levels of nesting. Paste it without formatting (Ctrl+Shift+V).',
    'foreign.link-refused': (count, names) =>
      `${some(count, 'unsafe link was removed; its text was kept', 'unsafe links were removed; their text was kept')}${named(names)}.`,
    'foreign.link-inner': (count, names) =>
      `${some(count, 'link within the original document was removed; its text was kept', 'links within the original document were removed; their text was kept')}${named(names)}.`,
    'foreign.image-remote': (count, names) =>
      `${some(count, 'image is hosted on another site: choose a file for its placeholder', 'images are hosted on other sites: choose files for their placeholders')}${named(names)}.`,
    'foreign.image-missing': (count, names) =>
      `${some(count, 'image was not pasted with the text: choose a file for its placeholder', 'images were not pasted with the text: choose files for their placeholders')}${named(names)}.`,
    'foreign.image-refused': (count, names) =>
      `${some(count, 'unreadable image was left out', 'unreadable images were left out')}${named(names)}.`,
    'foreign.image-moved': (count) =>
      `${some(count, 'image inside a list, box or cell was moved below it', 'images inside a list, box or cell were moved below it')}.`,
    'foreign.element-moved': (count) =>
      `${some(count, 'element not allowed there was moved below', 'elements not allowed there were moved below')}.`,
    'foreign.element-left-out': (count, names) =>
      `${some(count, 'image within a line of text was left out', 'images within lines of text were left out')}${named(names)}.`,
    'foreign.table-nested': (count) =>
      `${some(count, 'table nested in another was converted to text', 'tables nested in others were converted to text')}.`,
    'foreign.header-guessed': (count) =>
      `${some(count, 'table: the bold first row was used as the header row', 'tables: the bold first rows were used as header rows')}.`,
    'foreign.heading-folded': (count) => `${count} heading levels were reduced to two.`,
    'foreign.heading-flattened': (count, names) =>
      `${some(count, 'heading was converted to bold text', 'headings were converted to bold text')}${named(names)}.`,
    'foreign.list-flattened': (count) =>
      `${some(count, 'list was converted to text', 'lists were converted to text')}.`,
    'foreign.list-start': (count) =>
      `${some(count, 'list did not start at 1; it now does', 'lists did not start at 1; they now do')}.`,
    'foreign.list-too-deep': (count) =>
      `${some(count, 'list item was', 'list items were')} moved up to level six, the deepest allowed.`,
    'foreign.quote': (count, names) =>
      `${some(count, 'quote was converted to plain text', 'quotes were converted to plain text')}${named(names)}.`,
    'foreign.underline': (count, names) =>
      `${some(count, 'passage lost its underlining, which could be mistaken for a link', 'passages lost their underlining, which could be mistaken for links')}${named(names)}.`,
    'foreign.strikethrough': (count, names) =>
      `${some(count, 'passage lost its strikethrough', 'passages lost their strikethrough')}${named(names)}.`,
    'foreign.highlight': (count, names) =>
      `${some(count, 'passage lost its highlighting', 'passages lost their highlighting')}${named(names)}.`,
    'foreign.script': (count) => `${some(count, 'script was', 'scripts were')} left out.`,
    'foreign.embedded': (count) =>
      `${some(count, 'embedded item (video, frame, drawing or formula) was', 'embedded items (videos, frames, drawings or formulas) were')} left out.`,
    'foreign.form': (count) =>
      `${some(count, 'form field or button was', 'form fields or buttons were')} left out.`,
    'foreign.navigation': (count) =>
      `${some(count, 'navigation menu was', 'navigation menus were')} left out.`,
    'foreign.hidden': (count) =>
      `${some(count, 'hidden passage was', 'hidden passages were')} left out.`,
    'foreign.comment': (count) => `${some(count, 'comment was', 'comments were')} left out.`,
    'foreign.footnote': (count) =>
      `${some(count, 'footnote was moved to the end; its number stays in place', 'footnotes were moved to the end; their numbers stay in place')}.`,
    'foreign.contents-table': (count) =>
      `The table of contents (${some(count, 'line', 'lines')}) was left out: the outline replaces it.`,
    'foreign.revision': (count, names) =>
      `${some(count, 'passage deleted in tracked changes was', 'passages deleted in tracked changes were')} left out${named(names)}.`,
    'foreign.unknown-node': (count, names) =>
      `${some(count, 'element of an unknown type was converted to text', 'elements of unknown types were converted to text')}${named(names)}.`,
  },
}
