import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditorWords } from '#editor/words/fr.ts'

/** The editor's words in the reader's language; only that one is loaded, `null` until it is. */
export function useEditorWords(): EditorWords | null {
  const { i18n } = useTranslation()
  const [words, setWords] = useState<EditorWords | null>(null)
  useEffect(() => {
    let left = false
    load(i18n.language).then((loaded) => {
      if (!left) setWords(loaded)
    })
    return () => {
      left = true
    }
  }, [i18n.language])
  return words
}

async function load(language: string): Promise<EditorWords> {
  if (language === 'en') return (await import('#editor/words/en.ts')).en
  return (await import('#editor/words/fr.ts')).fr
}
