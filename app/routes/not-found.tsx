import { FailurePage } from '#app/ui/failure-page.tsx'

export function loader() {
  throw new Response('Not found', { status: 404 })
}

export default function NotFound() {
  return null
}

export function ErrorBoundary() {
  return (
    <main id="content">
      <FailurePage />
    </main>
  )
}
