import { getSchema } from '@tiptap/core'
import type { MarkSpec, NodeSpec } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { schema as contentSchema } from '#content-schema/schema.ts'
import { contentExtensions } from '#editor/extensions/index.ts'

const editorSchema = getSchema([...contentExtensions])

describe('the editor', () => {
  it('knows the nodes of the content schema, in its order, and no other', () => {
    expect(Object.keys(editorSchema.nodes)).toEqual(Object.keys(contentSchema.nodes))
    expect(editorSchema.topNodeType.name).toBe('doc')
  })

  it('knows the marks of the content schema, in its order, and no other', () => {
    expect(Object.keys(editorSchema.marks)).toEqual(Object.keys(contentSchema.marks))
  })

  it.each(Object.keys(contentSchema.nodes))(
    'lets a %s hold the same and stand at the same places',
    (name) => {
      const { ours, theirs } = specsOf('nodes', name)
      for (const field of [
        'content',
        'marks',
        'group',
        'inline',
        'atom',
        'selectable',
        'draggable',
        'defining',
        'isolating',
        'tableRole',
        'leafText',
      ]) {
        expect(theirs[field] || undefined, field).toEqual(ours[field] || undefined)
      }
    },
  )

  it.each(Object.keys(contentSchema.nodes))(
    'checks the attributes of a %s in the same way',
    (name) => {
      const { ours, theirs } = specsOf('nodes', name)
      expect(checksOf(theirs.attrs)).toEqual(checksOf(ours.attrs))
    },
  )

  it.each(Object.keys(contentSchema.marks))(
    'checks the attributes of the mark %s in the same way',
    (name) => {
      const { ours, theirs } = specsOf('marks', name)
      expect(checksOf(theirs.attrs)).toEqual(checksOf(ours.attrs))
      expect(theirs.inclusive).toBe(ours.inclusive)
    },
  )
})

type Spec = NodeSpec & MarkSpec

function specsOf(kind: 'nodes' | 'marks', name: string): { ours: Spec; theirs: Spec } {
  const [ours, theirs] = [contentSchema, editorSchema].map(
    (each) => (each[kind] as unknown as Record<string, { spec: Spec }>)[name]?.spec,
  )
  if (!ours || !theirs) throw new RangeError(`${name} is not in both schemas`)
  return { ours, theirs }
}

type Attrs = Record<string, { default?: unknown; validate?: unknown }> | undefined

function checksOf(attrs: Attrs) {
  return Object.entries(attrs ?? {}).map(([name, attribute]) => ({
    name,
    required: !('default' in attribute),
    initial: attribute.default,
    validate: attribute.validate,
  }))
}
