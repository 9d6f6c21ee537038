import { useTranslation } from 'react-i18next'
import { currentFormat, type StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { elementOf, schema } from '#content-schema/schema.ts'

/** What elements are called in a list: their kind and their first words. */
export function useElementName(): (nodes: readonly NodeJson[]) => string {
  const { t, i18n } = useTranslation('reuseChoice')
  const language = i18n.language === 'en' ? 'en' : 'fr'
  return ([first, ...rest]) => {
    if (!first) return t('gone')
    const node = schema.nodeFromJSON(first)
    const name = elementOf(node)?.names[language] ?? ''
    const words = excerpt(node, 100) + (rest.length > 0 ? ' …' : '')
    return words ? t('element', { name, words }) : name
  }
}

/** Elements as a document of one page, to be shown. */
export function documentOf(nodes: readonly NodeJson[]): StoredDocument {
  const content = [{ type: 'sectionTitle' }, ...nodes]
  const page = { type: 'section', attrs: { id: 'page000000' }, content }
  return { format: currentFormat, doc: { type: 'doc', content: [page] } }
}
