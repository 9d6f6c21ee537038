import { useTranslation } from 'react-i18next'
import { allFindings, type Checked } from './checked.ts'

/** How much there is to look at, in view wherever one writes; a press goes to all of it. */
export function Tally({ checked }: { checked: Checked | null }) {
  const { t } = useTranslation('findings')
  const found = checked ? allFindings(checked) : []
  const blocks = found.filter(({ severity }) => severity === 'blocks').length
  const warns = found.length - blocks
  const words = [
    blocks && t('panel.blocks', { count: blocks }),
    warns && t('panel.warns', { count: warns }),
  ]
  const said = words.filter(Boolean).join(', ') || t(checked ? 'panel.none' : 'panel.waiting')
  return (
    <button
      type="button"
      className="me-text-button me-tool-count"
      data-found={blocks ? 'blocks' : 'none'}
      aria-label={t('panel.tally', { said })}
      onClick={goToChecks}
    >
      <span aria-hidden="true">{found.length > 0 ? '⚑' : '✓'}</span>
      {found.length > 0 && <span className="me-tool-short">{found.length}</span>}
      <span className="me-tool-words">{said}</span>
    </button>
  )
}

/** The heading, which is named to whoever does not see it. */
function goToChecks(): void {
  const heading = document.getElementById('checks')
  heading?.focus({ preventScroll: true })
  // What comes into view on the way is laid out only then, and moves what is below it.
  const aim = (frames: number) => {
    heading?.scrollIntoView()
    if (frames > 0) requestAnimationFrame(() => aim(frames - 1))
  }
  aim(12)
}
