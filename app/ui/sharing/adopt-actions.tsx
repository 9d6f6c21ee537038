import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { ForkForm } from '#app/ui/reuse/fork-form.tsx'

type Props = {
  title: string
  /** Where it can be put: paths of one's own organisation. */
  paths: { id: string; title: string }[]
  mayWrite: boolean
  mayFork: boolean
}

/** The ways of using a module of another organisation in one's own; nothing where there is none. */
export function AdoptActions({ title, paths, mayWrite, mayFork }: Props) {
  const { t } = useTranslation('sharing')
  if (!mayWrite && !mayFork) return null
  return (
    <section className="card stack" aria-labelledby="adopt">
      <h2 id="adopt">{t('adopt')}</h2>
      {mayWrite && (
        <>
          <p>{t(paths.length > 0 ? 'adoptInPath' : 'adoptNoPath')}</p>
          <ul>
            {paths.map((path) => (
              <li key={path.id}>
                <Link to={`/modules/${path.id}/compose?q=${encodeURIComponent(title)}`}>
                  {path.title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayFork && <ForkForm title={title} />}
    </section>
  )
}
