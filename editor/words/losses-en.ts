import type { losses as french } from './losses-fr.ts'

const some = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`
const named = (names: string) => (names ? ` (${names})` : '')

export const losses: typeof french = {
  title: (count) =>
    count === 1 ? 'Text pasted, one thing to know' : `Text pasted, ${count} things to know`,
  refusedTitle: 'Nothing was pasted',
  undo: 'Ctrl+Z undoes the whole paste.',
  dismiss: 'Close',
  sentences: {
    'foreign.too-many-nodes': () =>
      'This text has more than 2,000 elements, more than a module can hold. Paste it part by part.',
    'foreign.too-deep': () =>
      'This text is nested without end. Paste it without formatting, with Ctrl+Shift+V.',
    'foreign.link-refused': (count, names) =>
      `${some(count, 'link does not lead to a safe address: its words stay', 'links do not lead to a safe address: their words stay')}${named(names)}.`,
    'foreign.link-inner': (count, names) =>
      `${some(count, 'link led to a place in the original document: its words stay', 'links led to places in the original document: their words stay')}${named(names)}.`,
    'foreign.image-remote': (count, names) =>
      `${some(count, 'image stayed on its site: its place is kept, choose a file', 'images stayed on their site: their places are kept, choose the files')}${named(names)}.`,
    'foreign.image-missing': (count, names) =>
      `${some(count, 'image did not come with the text: its place is kept, choose the file', 'images did not come with the text: their places are kept, choose the files')}${named(names)}.`,
    'foreign.image-refused': (count, names) =>
      `${some(count, 'unreadable image was not taken', 'unreadable images were not taken')}${named(names)}.`,
    'foreign.image-moved': (count) =>
      `${some(count, 'image cannot stand in a list, a box or a cell: it comes after', 'images cannot stand in a list, a box or a cell: they come after')}.`,
    'foreign.element-moved': (count) =>
      `${some(count, 'element could not stand there: it comes after', 'elements could not stand there: they come after')}.`,
    'foreign.element-left-out': (count, names) =>
      `${some(count, 'image has no place in a line of text and is left out', 'images have no place in a line of text and are left out')}${named(names)}.`,
    'foreign.table-nested': (count) =>
      `${some(count, 'table inside a table became lines of text', 'tables inside a table became lines of text')}.`,
    'foreign.header-guessed': (count) =>
      `${some(count, 'table: its first row, in bold, is taken for the header', 'tables: their first rows, in bold, are taken for headers')}.`,
    'foreign.heading-folded': (count) => `${count} levels of heading were brought down to two.`,
    'foreign.heading-flattened': (count, names) =>
      `${some(count, 'heading became a line in bold', 'headings became lines in bold')}${named(names)}.`,
    'foreign.list-flattened': (count) =>
      `${some(count, 'list became lines of text', 'lists became lines of text')}.`,
    'foreign.list-start': (count) =>
      `${some(count, 'list did not begin at 1: it now does', 'lists did not begin at 1: they now do')}.`,
    'foreign.list-too-deep': (count) =>
      `${some(count, 'line of a list was', 'lines of lists were')} brought back to the sixth level.`,
    'foreign.quote': (count, names) =>
      `${some(count, 'quotation became plain text', 'quotations became plain text')}${named(names)}.`,
    'foreign.underline': (count, names) =>
      `${some(count, 'underlined passage no longer is: it would pass for a link', 'underlined passages no longer are: they would pass for links')}${named(names)}.`,
    'foreign.strikethrough': (count, names) =>
      `${some(count, 'struck passage no longer is', 'struck passages no longer are')}${named(names)}.`,
    'foreign.highlight': (count, names) =>
      `${some(count, 'highlighted passage no longer is', 'highlighted passages no longer are')}${named(names)}.`,
    'foreign.script': (count) => `${some(count, 'script was', 'scripts were')} left out.`,
    'foreign.embedded': (count) =>
      `${some(count, 'embedded content (video, frame, drawing, formula) was', 'embedded contents (videos, frames, drawings, formulas) were')} left out.`,
    'foreign.form': (count) =>
      `${some(count, 'form field or button was', 'form fields or buttons were')} left out.`,
    'foreign.navigation': (count) => `${some(count, 'menu was', 'menus were')} left out.`,
    'foreign.hidden': (count) =>
      `${some(count, 'hidden passage was', 'hidden passages were')} left out.`,
    'foreign.comment': (count) => `${some(count, 'comment was', 'comments were')} left out.`,
    'foreign.footnote': (count) =>
      `${some(count, 'note: its number stays, its text is at the end', 'notes: their numbers stay, their texts are at the end')}.`,
    'foreign.contents-table': (count) =>
      `The table of contents (${some(count, 'line', 'lines')}) was left out: the outline takes its place.`,
    'foreign.revision': (count, names) =>
      `${some(count, 'passage deleted in tracked changes was', 'passages deleted in tracked changes were')} left out${named(names)}.`,
    'foreign.unknown-node': (count, names) =>
      `${some(count, 'element of an unknown kind: its text stays', 'elements of unknown kinds: their text stays')}${named(names)}.`,
  },
}
