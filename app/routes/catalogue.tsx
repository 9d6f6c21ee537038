import { Outlet } from '#app/framework.ts'
import { FailurePage } from '#app/ui/failure-page.tsx'
import { PublicFrame } from '#app/ui/sharing/public-frame.tsx'

/** The pages that everybody may read. */
export default function Catalogue() {
  return (
    <PublicFrame>
      <Outlet />
    </PublicFrame>
  )
}

export function ErrorBoundary() {
  return (
    <PublicFrame>
      <FailurePage />
    </PublicFrame>
  )
}
