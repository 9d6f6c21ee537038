import { renders } from '../context.ts'
import { embedded } from './shared/embedded.ts'
import { transcriptOf } from './shared/parts.ts'

export default renders('videoLink', {
  videoLink: (node, context) => embedded(node, context, 'video', transcriptOf(node, context)),
})
