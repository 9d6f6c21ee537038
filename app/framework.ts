/**
 * The only door to the web framework. Remix v2 no longer gets fixes; its supported successor is
 * React Router 7, and moving there means changing this file and the server's adapter in `app/server.ts`.
 */

export type {
  ActionFunctionArgs,
  EntryContext,
  LoaderFunctionArgs,
  MetaFunction,
  ServerBuild,
} from '@remix-run/node'
export {
  Form,
  isRouteErrorResponse,
  json,
  Link,
  Links,
  Meta,
  NavLink,
  Outlet,
  RemixBrowser,
  RemixServer,
  redirect,
  Scripts,
  ScrollRestoration,
  useActionData,
  useFetcher,
  useLoaderData,
  useLocation,
  useMatches,
  useNavigate,
  useNavigation,
  useNavigationType,
  useRevalidator,
  useRouteError,
  useRouteLoaderData,
  useSearchParams,
} from '@remix-run/react'
