import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { type EntryContext, RemixServer } from '#app/framework.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import en from '#app/i18n/en/index.ts'
import fr from '#app/i18n/fr/index.ts'
import { translator } from '#app/i18n/translator.ts'
import { NonceContext } from '#app/ui/nonce.ts'

const giveUpAfter = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: { nonce: string },
): Promise<Response> {
  const language = currentLanguage(request)
  const words = translator(language, language === 'fr' ? fr : en)
  const page = (
    <NonceContext.Provider value={nonce}>
      <I18nextProvider i18n={words}>
        <RemixServer
          context={context}
          url={request.url}
          abortDelay={giveUpAfter}
          nonce={nonce}
        />
      </I18nextProvider>
    </NonceContext.Provider>
  )
  return render(page, { status, headers, nonce })
}

type Rendering = { status: number; headers: Headers; nonce: string }

/**
 * The page whole, once nothing in it waits any more: none of ours has parts that come later, and a
 * page in one piece is packed and sent in one go rather than in dozens.
 */
function render(
  page: React.ReactElement,
  { status, headers, nonce }: Rendering,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let code = status
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(late)
        headers.set('Content-Type', 'text/html; charset=utf-8')
        const answer = (body: string) => resolve(new Response(body, { headers, status: code }))
        text(pipe(new PassThrough())).then(answer, reject)
      },
      onShellError: reject,
      onError(error) {
        code = 500
        console.error(error)
      },
    })
    const late = setTimeout(abort, giveUpAfter)
  })
}
