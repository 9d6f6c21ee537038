import { Html } from './html.ts'

/** Outlines on a grid of 24, drawn for this player; a text always stands beside them. */
const paths = {
  remember: 'M7 3h10v18l-5-4-5 4z',
  caution: 'M12 4 2.5 20h19zM12 10v4.5M12 17.2v.3',
  regulation: 'M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z',
  tip: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9V15h7v-1.1A6 6 0 0 0 12 3z',
  example: 'M4 5h16v12H9l-5 4zM8 9.5h8M8 13h5',
  definition: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6',
  download: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 20h14',
} as const

export type IconName = keyof typeof paths

/** A picture that screen readers pass over. */
export function icon(name: IconName): Html {
  return new Html(
    `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${paths[name]}"/></svg>`,
  )
}
