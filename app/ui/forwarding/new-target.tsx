import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from '#app/framework.ts'
import { Select, TextField } from '../field.tsx'
import panels from '../module/panels.module.css'
import { FilterFields, type ModuleChoice } from './filter-fields.tsx'

/** Names another LRS to pass statements on to. */
export function NewTarget({ modules }: { modules: ModuleChoice[] }) {
  const { t } = useTranslation('forwarding')
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="card stack">
      <h2>{t('add.title')}</h2>
      <div className={panels.grid}>
        <TextField label={t('add.name')} name="name" maxLength={80} required />
        <TextField
          label={t('add.endpoint')}
          hint={t('add.endpointHint')}
          name="endpoint"
          type="url"
          maxLength={500}
          required
        />
        <TextField
          label={t('add.key')}
          name="key"
          maxLength={200}
          required
          autoComplete="off"
          spellCheck={false}
        />
        <Secret />
        <Select label={t('add.version')} name="version" defaultValue="1.0.3">
          <option value="1.0.3">1.0.3</option>
          <option value="2.0.0">2.0</option>
        </Select>
        <TextField label={t('add.from')} hint={t('add.fromHint')} name="from" type="date" />
      </div>
      <FilterFields modules={modules} />
      <p className="soft">{t('add.files')}</p>
      <p>
        <button type="submit" name="intent" value="add" disabled={busy}>
          {t('add.button')}
        </button>
      </p>
    </Form>
  )
}

export function Secret() {
  const { t } = useTranslation('forwarding')
  return (
    <TextField
      label={t('add.secret')}
      hint={t('add.secretHint')}
      name="secret"
      type="password"
      maxLength={500}
      required
      autoComplete="new-password"
    />
  )
}
