import { type LoaderFunctionArgs, Outlet, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { organisationAreas } from '#app/http/organisation-areas.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { FailurePage } from '#app/ui/failure-page.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const loader = loads(({ request }: LoaderFunctionArgs) => {
  const member = requireMember(request, 'home:read')
  const { name, organisationName, roles } = member
  return {
    ...{ name, organisation: organisationName, roles },
    mayOrganise: organisationAreas(member).length > 0,
  }
})

export default function SignedIn() {
  return (
    <Shell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  )
}

export function ErrorBoundary() {
  return <FailurePage />
}
