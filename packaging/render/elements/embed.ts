import { renders } from '../context.ts'
import { embedded } from './shared/embedded.ts'
import { lines } from './shared/parts.ts'

export default renders('embed', {
  embed: (node, context) => embedded(node, context, 'page', lines(node.attrs.fallback)),
})
