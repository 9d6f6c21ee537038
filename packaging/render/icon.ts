import { Html } from './html.ts'

/**
 * A picture that screen readers pass over.
 *
 * @param path an outline on a grid of 24, drawn for this player; a text always stands beside it
 * @throws RangeError when it is none
 */
export function icon(path: string): Html {
  if (!/^[\d\sA-Za-z.,-]+$/.test(path)) throw new RangeError(`${path} is not an outline`)
  return new Html(
    `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`,
  )
}
