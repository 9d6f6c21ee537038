import type { Node } from 'prosemirror-model'
import { inside, type Renderer, renders } from '../context.ts'
import { opinionComment, opinionLine, opinionWords } from './shared/opinions.ts'
import { question } from './shared/question.ts'

const survey: Renderer = (node, context) => {
  const statements = node.children.slice(1, -1) as Node[]
  const steps = (node.attrs.scale as string[]).map((name) => ({ name }))
  return question(
    node,
    context,
    context.say(opinionWords),
    statements.map((each) => opinionLine(each, context.inside(each), steps, context)),
    opinionComment(node.lastChild, context),
  )
}

export default renders('survey', { survey, surveyStatement: inside, surveyComment: inside })
