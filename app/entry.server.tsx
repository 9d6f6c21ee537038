import { PassThrough, Readable } from 'node:stream'
import { isbot } from 'isbot'
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
  return render(page, { request, status, headers, nonce })
}

type Rendering = { request: Request; status: number; headers: Headers; nonce: string }

function render(
  page: React.ReactElement,
  { request, status, headers, nonce }: Rendering,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let code = status
    const ready = isbot(request.headers.get('User-Agent')) ? 'onAllReady' : 'onShellReady'
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [ready]() {
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        resolve(new Response(Readable.toWeb(body) as ReadableStream, { headers, status: code }))
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        code = 500
        console.error(error)
      },
    })
    setTimeout(abort, giveUpAfter)
  })
}
