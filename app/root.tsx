import { useTranslation } from 'react-i18next'
import {
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from '#app/framework.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { FailurePage } from '#app/ui/failure-page.tsx'
import { useNonce } from '#app/ui/nonce.ts'
import { usePageTitle } from '#app/ui/page-title.ts'
import theme from '#app/ui/theme.css?url'

export const links = () => [
  { rel: 'stylesheet', href: theme },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export function loader({ request }: LoaderFunctionArgs) {
  return { language: currentLanguage(request) }
}

export default function Root() {
  return (
    <Page>
      <Outlet />
    </Page>
  )
}

export function ErrorBoundary() {
  return (
    <Page>
      <main id="content">
        <FailurePage />
      </main>
    </Page>
  )
}

function Page({ children }: { children: React.ReactNode }) {
  const nonce = useNonce()
  const { i18n } = useTranslation()
  const language = useRouteLoaderData<typeof loader>('root')?.language ?? i18n.language
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{usePageTitle()}</title>
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}
