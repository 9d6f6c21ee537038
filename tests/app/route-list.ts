import { readFileSync } from 'node:fs'
import routes from '#app/routes.ts'

/** One route of the application, as its file says what it answers. */
export type Route = {
  /** For example `routes/module.review.tsx`. */
  file: string
  /** The id Remix gives it, for example `routes/module.review`. */
  id: string
  /** With its parameters: `/modules/:moduleId/review`. */
  path: string
  index: boolean
  loads: boolean
  acts: boolean
}

type Entry = { file: string; path?: string; index?: boolean; children?: Entry[] }

/** Every route of `app/routes.ts`, layouts included. */
export const routeList: Route[] = (routes as Entry[]).flatMap((entry) => below(entry, ''))

function below({ file, path, index, children }: Entry, base: string): Route[] {
  const here = path === undefined ? base : `${base}/${path}`
  const source = readFileSync(`app/${file}`, 'utf8')
  const exports = (name: string) =>
    new RegExp(`^export (const|(async )?function) ${name}\\b`, 'm').test(source)
  const route = {
    file,
    id: file.replace(/\.tsx?$/, ''),
    path: here || '/',
    index: index === true,
    loads: exports('loader'),
    acts: exports('action'),
  }
  return [route, ...(children ?? []).flatMap((child) => below(child, here))]
}
