import { useTranslation } from 'react-i18next'
import type { ForwardingFilter } from '#app/services/forwarding/filter.ts'
import { type VerbChoice, verbChoices } from '#app/services/forwarding/verb-choices.ts'
import { Tick } from '../field.tsx'
import styles from './forwarding.module.css'

export type ModuleChoice = { id: string; title: string }

const all: ForwardingFilter = { moduleIds: [], verbIds: [], trials: false }

/** What goes: nothing ticked in a list is all of it. */
export function FilterFields({
  modules,
  filter = all,
}: {
  modules: ModuleChoice[]
  filter?: ForwardingFilter
}) {
  const { t } = useTranslation('forwarding')
  const { moduleIds, verbIds } = filter
  const modulesSaid =
    moduleIds.length > 0
      ? t('filter.someModules', { count: moduleIds.length })
      : t('filter.allModules')
  const verbsSaid =
    verbIds.length > 0 ? t('filter.someVerbs', { count: verbIds.length }) : t('filter.allVerbs')
  return (
    <>
      <details>
        <summary>{t('filter.modules', { chosen: modulesSaid })}</summary>
        <p className="soft">{t('filter.modulesHint')}</p>
        <fieldset className={styles.choices}>
          <legend>{t('filter.modulesLegend')}</legend>
          {modules.map(({ id, title }) => (
            <Tick
              key={id}
              label={title}
              name="moduleIds[]"
              value={id}
              defaultChecked={filter.moduleIds.includes(id)}
            />
          ))}
        </fieldset>
      </details>
      <details>
        <summary>{t('filter.verbs', { chosen: verbsSaid })}</summary>
        <p className="soft">{t('filter.verbsHint')}</p>
        <fieldset className={styles.choices}>
          <legend>{t('filter.verbsLegend')}</legend>
          {Object.entries(verbChoices).map(([name, id]) => (
            <Tick
              key={id}
              label={t(`verbs.${name as VerbChoice}`)}
              name="verbIds[]"
              value={id}
              defaultChecked={filter.verbIds.includes(id)}
            />
          ))}
        </fieldset>
      </details>
      <Tick
        label={t('filter.trials')}
        hint={t('filter.trialsHint')}
        name="trials"
        defaultChecked={filter.trials}
      />
    </>
  )
}
