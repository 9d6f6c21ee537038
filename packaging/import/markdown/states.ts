import type MarkdownIt from 'markdown-it'

/** What a rule of markdown-it is given: its own types are not exported by name. */
type Reader = InstanceType<typeof MarkdownIt>
export type StateBlock = Parameters<Parameters<Reader['block']['ruler']['push']>[1]>[0]
export type StateInline = Parameters<Parameters<Reader['inline']['ruler']['push']>[1]>[0]
export type { Reader as MarkdownReader }
