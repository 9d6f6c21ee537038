import { createRoot } from 'react-dom/client'
import { ModuleEditor } from '#editor/module-editor.tsx'
import { fr } from '#editor/words/fr.ts'

/** Our editor as the writing page shows it, without the page: outline, settings, views and all. */
window.openEditor = async (document) => {
  const started = performance.now()
  const place = window.document.querySelector('#editor')!
  createRoot(place).render(
    <ModuleEditor
      document={document}
      language="fr"
      words={fr}
      assetUrl={(digest) => digest}
      uploadAsset={() => Promise.reject(new RangeError('there is nowhere to store files'))}
      onChange={() => undefined}
    />,
  )
  while (!place.querySelector('.me-document > section')) await nextFrame()
  await nextFrame()
  return performance.now() - started
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
