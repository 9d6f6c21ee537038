import { goToNext, inNode, stay, whenEmpty } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { addPieceFromEmptyEnd, removeEmptyPiece } from '../commands/pieces.ts'
import type { EditorLanguage, InBoth } from '../element-editor.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { firstOf, shortcut } from '../run.ts'
import type { NodeManners } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

type Texts = { piece: { add: string; name: string }; title: string }

/**
 * Manners of equal parts made of a title and of text: panels, tabs, steps. Enter goes from the title
 * to the text, and from an empty last line to the next part.
 *
 * @param title name of the node that holds the title
 */
export function titledPieces(
  title: string,
  words: InBoth<Texts>,
): { piece: NodeManners; title: NodeManners; add: AddWords } {
  return {
    piece: {
      view: pieceView((language) => words[language].piece.name),
      keys: () => ({ Enter: shortcut(inNode('paragraph', addPieceFromEmptyEnd)) }),
    },
    title: {
      hint: (_, { language }) => ({ placeholder: words[language].title }),
      keys: titleKeys(title),
    },
    add: (language) => words[language].piece,
  }
}

type AddWords = (language: EditorLanguage) => Texts['piece']

function titleKeys(title: string): NonNullable<NodeManners['keys']> {
  const keys = slotKeys(title, {
    enter: goToNext,
    backspace: whenEmpty(firstOf(removeEmptyPiece, dissolveEmptyPart)),
  })
  return function () {
    return { ...keys.call(this), 'Shift-Enter': shortcut(inNode(title, stay)) }
  }
}
