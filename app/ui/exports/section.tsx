import styles from './exports.module.css'

/** One thing to decide: what stands decided can be read without opening it. */
export function Section(props: { legend: string; decided: string; children: React.ReactNode }) {
  const { legend, decided, children } = props
  return (
    <details
      className={styles.section}
      onInvalidCapture={(event) => {
        event.currentTarget.open = true
      }}
    >
      <summary>
        <strong>{legend}</strong> <span className="soft">{decided}</span>
      </summary>
      <div className={styles.fields}>{children}</div>
    </details>
  )
}
