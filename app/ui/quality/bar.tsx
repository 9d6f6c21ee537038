import styles from './quality.module.css'

type Part = { share: number; look: 'full' | 'hatched' | 'plain' }

/**
 * A bar drawn as SVG, so that its widths need no inline style: plain or hatched, it reads without
 * colour. What it says stands beside it as text, so it is hidden from screen readers.
 */
export function Bar({ parts }: { parts: Part[] }) {
  let from = 0
  return (
    <svg
      className={styles.bar}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={styles.track} width="100" height="10" />
      {parts.map(({ share, look }) => {
        const x = from
        from += share * 100
        return (
          <rect key={look} className={styles[look]} x={x} width={share * 100} height="10" />
        )
      })}
    </svg>
  )
}

/** The hatching that {@link Bar} refers to; stands once on the page. */
export function Hatching() {
  return (
    <svg className="visually-hidden" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id="hatching"
          width="2"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="skewX(-20)"
        >
          <rect width="1" height="4" className={styles.stripe} />
        </pattern>
      </defs>
    </svg>
  )
}
