import type { NodeJson } from '../identity.ts'
import type { Budget } from './flow.ts'
import type { ForeignImage } from './images.ts'
import type { Losses } from './losses.ts'
import type { Marks } from './marks.ts'
import type { ListStyles } from './office-lists.ts'

export type Options = {
  /** The language of the module, to tell the words that are in another. */
  language: string
  /** Text of the style sheets beside it: Word says there which lists are numbered. */
  styleSheet?: string
  /** Lists of terms become glossaries: in a whole file they are meant as such, on a web page seldom. */
  glossaries?: boolean
}

/** What one reading knows and gathers as it goes down. */
export type Reading = Options & {
  losses: Losses
  images: ForeignImage[]
  budget: Budget
  styles: ListStyles
  /** Tells one list from the next. */
  lists: number
  /** What an element holds, as elements of a section: for the parts that are read on their own. */
  elementsIn: (parent: Element, marks?: Marks) => NodeJson[]
}
