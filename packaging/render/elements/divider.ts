import { identity, renders } from '../context.ts'
import { h } from '../html.ts'

export default renders('divider', {
  divider(node, context) {
    const { label } = node.attrs
    const own = identity(node, context)
    return label
      ? h('p', { ...own, class: 'divider' }, h('span', {}, label))
      : h('div', { ...own, class: 'divider', role: 'separator' })
  },
})
