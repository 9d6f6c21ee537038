import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { TrialParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { readReport } from '#app/http/trial-report.server.ts'
import { UserError } from '#app/http/user-error.ts'
import trialsEn from '#app/i18n/en/trials.json'
import trialsFr from '#app/i18n/fr/trials.json'
import { spoken } from '#app/i18n/sentences.server.ts'
import { addOwnWords } from '#app/i18n/use-own-words.ts'
import { Report } from '#app/ui/trials/report.tsx'
import { findBrowser, writePdf } from '#packaging/index.ts'

/** The report of a session on two pages, printed by the browser of this machine. */
export const loader = loads(async ({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:read')
  const key = { ...readParams(params, TrialParams), organisationId }
  const now = new Date()
  const data = readReport(key, now)
  const browser = await findBrowser()
  if (!browser) throw new UserError('trial.no-browser', {}, 409)
  const language = currentLanguage(request)
  const words = spoken(language)
  addOwnWords(words, 'trials', { fr: trialsFr, en: trialsEn })
  const title = words.t('trials:page.title', { title: data.revision.title })
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={words}>
      <html lang={language}>
        <head>
          <meta charSet="utf-8" />
          <title>{title}</title>
          <style>{paper}</style>
        </head>
        <body>
          <h1>{title}</h1>
          <Report {...data} />
        </body>
      </html>
    </I18nextProvider>,
  )
  const pdf = await writePdf(`<!doctype html>${page}`, browser, now.getTime())
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="session-${data.trial.day}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
})

/** Small and plain: two pages of A4 for a session of a few people. */
const paper = `@page { size: A4; margin: 16mm }
body { font: 10pt/1.4 "Noto Sans", "DejaVu Sans", sans-serif; color: #1c2530; margin: 0 }
h1 { font-size: 16pt; margin: 0 0 2mm } h2 { font-size: 12pt; margin: 4mm 0 1mm }
p { margin: 0 0 1.5mm } ul { margin: 0; padding-left: 5mm } svg { width: 120mm }
table { width: 100%; border-collapse: collapse; font-size: 9pt }
th, td { border-bottom: 0.3pt solid #8b8678; padding: 1mm 1.5mm; text-align: left; vertical-align: top }
section { break-inside: avoid } .soft { color: #55606e }`
