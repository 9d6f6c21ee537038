import type { Node } from 'prosemirror-model'
import { inside, type Renderer, renders } from '../context.ts'
import { opinionComment, opinionLine, opinionWords } from './shared/opinions.ts'
import { question } from './shared/question.ts'

const satisfaction: Renderer = (node, context) => {
  const items = node.children.slice(1, -1) as Node[]
  const steps = (node.attrs.scale as string[]).map((name) => ({ name }))
  return question(
    node,
    context,
    context.say(opinionWords),
    items.map((item) => opinionLine(item, context.inside(item), steps, context)),
    opinionComment(node.lastChild, context),
  )
}

export default renders('satisfaction', {
  satisfaction,
  satisfactionItem: inside,
  satisfactionComment: inside,
})
