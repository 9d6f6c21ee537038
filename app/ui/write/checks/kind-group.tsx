import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { FindingSolutions } from '#app/ui/finding-solutions.tsx'
import { useSentence } from '#app/ui/use-finding.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { Checked, CheckKind } from './checked.ts'
import styles from './checks.module.css'
import { KindFacts } from './kind-facts.tsx'
import { NodeLink } from './node-link.tsx'

/** Which findings are shown. */
export type Shown = 'all' | 'blocks'

type Props = {
  kind: CheckKind
  checked: Checked
  shown: Shown
  moduleId: string
  onGo: (nodeId: string) => void
}

/** More of one kind are only shown when asked for. */
const mostShown = 12

/** One kind of thing that was looked at, folded while there is nothing to say of it. */
export function KindGroup(props: Props) {
  const { kind, checked, shown } = props
  const { t } = useTranslation('findings')
  const found = checked.findings[kind]
  const wanted = (found ?? []).filter(({ severity }) => shown === 'all' || severity === shown)
  return (
    <details className={styles.kind} open={wanted.length > 0}>
      <summary>
        <strong>{t(`kinds.${kind}`)}</strong> <Count found={found} />
      </summary>
      <Findings {...props} findings={wanted} />
      <KindFacts {...props} />
    </details>
  )
}

/** How much there is, the most serious first. */
export function Count({ found }: { found: Finding[] | null }) {
  const { t } = useTranslation('findings')
  if (found === null) return <span className="soft">{t('panel.waiting')}</span>
  if (found.length === 0) return <span className="soft">{t('panel.none')}</span>
  const blocks = found.filter(({ severity }) => severity === 'blocks').length
  const warns = found.length - blocks
  const words = [
    blocks && t('panel.blocks', { count: blocks }),
    warns && t('panel.warns', { count: warns }),
  ]
  return <span>{words.filter(Boolean).join(', ')}</span>
}

function Findings({ findings, kind, moduleId, onGo }: Props & { findings: Finding[] }) {
  const { t } = useTranslation('findings')
  const [all, setAll] = useState(false)
  const rest = findings.length - mostShown
  const shown = all ? findings : findings.slice(0, mostShown)
  return (
    <>
      <ul className={styles.findings}>
        {keyed(shown).map(({ key, finding }) => (
          <li key={key} data-severity={finding.severity}>
            <Found {...{ finding, kind, moduleId, onGo }} />
          </li>
        ))}
      </ul>
      {rest > 0 && !all && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          {t('panel.rest', { count: rest })}
        </button>
      )}
    </>
  )
}

/** The same may be found twice in one element: two links that say "here". */
function keyed(findings: Finding[]) {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const same = `${finding.code} ${finding.nodeId}`
    const times = (seen.get(same) ?? 0) + 1
    seen.set(same, times)
    return { key: `${same} ${times}`, finding }
  })
}

type FoundProps = Pick<Props, 'kind' | 'moduleId' | 'onGo'> & { finding: Finding }

function Found({ finding, kind, moduleId, onGo }: FoundProps) {
  const { t } = useTranslation('findings')
  const sentence = useSentence()
  const elsewhere = placeElsewhere(kind, finding)
  return (
    <>
      <strong>{t(finding.severity)}</strong> {sentence(finding)}{' '}
      <NodeLink finding={finding} onGo={onGo} />{' '}
      {elsewhere && (
        <Link to={`/modules/${moduleId}#${elsewhere.anchor}`}>{t(elsewhere.words)}</Link>
      )}{' '}
      <FindingSolutions {...finding} moduleId={moduleId} mayWrite />
    </>
  )
}

/** What is put right on the module's own page rather than in its text. */
function placeElsewhere(kind: CheckKind, { nodeId, code }: Finding) {
  if (kind === 'rights' && code !== 'rights.file-missing') {
    return { anchor: 'rights', words: 'panel.fixRights' } as const
  }
  if (nodeId !== null) return null
  if (kind === 'alignment') {
    return { anchor: 'alignments', words: 'panel.fixAlignments' } as const
  }
  return code.endsWith('-than-announced')
    ? ({ anchor: 'facts', words: 'panel.fixFacts' } as const)
    : null
}
