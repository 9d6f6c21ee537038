import temml from 'temml'
import { type Attributes, type Child, fragment, h } from './html.ts'

/** Elements of MathML Core that a formula is made of. @see https://www.w3.org/TR/mathml-core/ */
const allowedElements = new Set(
  (
    'math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms ' +
    'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none'
  ).split(' '),
)

/** What may be said of them; no style, no link, no identity, nothing that runs. */
const allowedAttributes = new Set(
  (
    'accent accentunder columnspan depth dir display displaystyle fence form height largeop ' +
    'linethickness lspace mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel ' +
    'separator stretchy symmetric voffset width'
  ).split(' '),
)

/** A node of the tree that Temml makes, as far as it is read here. */
type TreeNode = {
  type?: unknown
  text?: unknown
  attributes?: Record<string, unknown>
  children?: TreeNode[]
}

/**
 * A formula as MathML: the tree that Temml makes of it, built anew from what is allowed.
 *
 * @param spoken read out instead of the formula; left out when it is empty
 * @returns `null` when the formula cannot be read
 */
export function mathml(
  { latex, spoken }: { latex: string; spoken: string },
  display: 'block' | 'inline',
): Child {
  const tree = treeOf(latex, display)
  if (!tree) return null
  const label = spoken.trim() || null
  return h(
    'math',
    { display, 'aria-label': label, alttext: label },
    (tree.children ?? []).map(rebuilt),
  )
}

function treeOf(latex: string, display: 'block' | 'inline'): TreeNode | null {
  try {
    return temml.__renderToMathMLTree(latex, {
      displayMode: display === 'block',
      throwOnError: true,
      strict: false,
      trust: false,
      maxExpand: 200,
    })
  } catch {
    return null
  }
}

/** An element that is not allowed leaves what it holds. */
function rebuilt(node: TreeNode): Child {
  if (typeof node.text === 'string') return node.text
  const children = (node.children ?? []).map(rebuilt)
  if (typeof node.type !== 'string' || !allowedElements.has(node.type)) {
    return fragment(...children)
  }
  return h(node.type, attributesOf(node), ...children)
}

function attributesOf({ attributes = {} }: TreeNode): Attributes {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => allowedAttributes.has(name))
      .map(([name, value]) => [name, String(value)]),
  )
}
