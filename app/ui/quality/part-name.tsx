import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'

type Named = { names: { fr: string; en: string }; words: string }

/** What a part of a module is called: what it is, and how it begins. */
export function usePartName() {
  const { t, i18n } = useTranslation('feedback')
  const language = i18n.language === 'en' ? 'en' : 'fr'
  return (part: Named | null) => {
    if (!part) return t('remarks.unknownPart')
    const kind = part.names[language]
    return part.words ? `${kind} · ${part.words}` : kind
  }
}

/** Where a part is: whoever writes goes there to change it, others to read it. */
export function PartLink(props: {
  moduleId: string
  nodeId: string
  mayWrite: boolean
  children: React.ReactNode
}) {
  const page = props.mayWrite ? 'write' : 'print'
  return <Link to={`/modules/${props.moduleId}/${page}#${props.nodeId}`}>{props.children}</Link>
}
