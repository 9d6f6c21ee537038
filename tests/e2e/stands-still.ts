import type { Page } from '@playwright/test'

/** Waits until nothing moves in any frame: a text that fades in has no contrast to look at yet. */
export async function standsStill(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(() => {
      const ending = document
        .getAnimations()
        .filter(
          ({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
        )
      return Promise.allSettled(ending.map(({ finished }) => finished))
    })
  }
}
