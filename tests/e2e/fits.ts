import { expect, type Frame, type Page } from '@playwright/test'

/** Pixels that browsers round away. */
const slack = 1.5

/** Nothing of a module is lost for want of room. */
export async function expectFits(module: Page | Frame): Promise<void> {
  expect(await module.evaluate(misfits, slack)).toEqual([])
}

/**
 * What is lost of a module where there is little room: what stands beyond the edge and can be reached by
 * no scrolling of its own, text that is cut, text that lies on other text. Runs in the page.
 */
function misfits(slack: number): string[] {
  const width = document.documentElement.clientWidth
  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('.for-screen-readers, #cover.is-folded, .skip, option, math *'),
  )
  return [...sideways(), ...shown.flatMap(beyond), ...shown.flatMap(cut), ...overlaps()]

  function sideways(): string[] {
    const more = document.documentElement.scrollWidth - width
    return more > 0 ? [`the page scrolls ${more} px sideways`] : []
  }

  function beyond(element: HTMLElement): string[] {
    const { left, right } = element.getBoundingClientRect()
    if (scrolls(element) || (left >= -slack && right <= width + slack)) return []
    return [`${named(element)} goes from ${left} to ${right}`]
  }

  function scrolls(element: Element): boolean {
    const scroller = element.closest('.table, .chart-stage, pre, .formula')
    return scroller !== null && scroller !== element
  }

  function cut(element: HTMLElement): string[] {
    const { overflowX, overflowY } = getComputedStyle(element)
    const clips = [overflowX, overflowY].some((each) => each === 'hidden' || each === 'clip')
    const wider = element.scrollWidth - element.clientWidth
    const higher = element.scrollHeight - element.clientHeight
    if (!clips || !element.textContent || Math.max(wider, higher) <= slack) return []
    return [`${named(element)} is cut by ${wider} × ${higher}`]
  }

  function overlaps(): string[] {
    const lines = shown.flatMap(linesOf)
    return lines.flatMap((one, index) =>
      lines
        .slice(index + 1)
        .filter((other) => one.of !== other.of && meet(one.box, other.box))
        .map((other) => `“${one.text}” lies on “${other.text}”`),
    )
  }

  function linesOf(element: HTMLElement) {
    const texts = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    )
    if (element.closest('svg, select, header, #trouble')) return []
    return texts.flatMap((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      const text = (node.textContent ?? '').trim().slice(0, 30)
      return [...range.getClientRects()].map((box) => ({ of: element, text, box }))
    })
  }

  /** Lines that follow each other share some of their room: a letter's own height is what counts. */
  function meet(one: DOMRect, other: DOMRect): boolean {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
    return across > 3 && down > 0.5 * Math.min(one.height, other.height)
  }

  function named(element: Element): string {
    const words = element.textContent?.trim().slice(0, 30)
    return `${element.tagName.toLowerCase()}.${element.getAttribute('class')} “${words}”`
  }
}
