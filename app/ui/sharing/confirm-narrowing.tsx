import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { Notice } from '../notice.tsx'

type Wanted = { visibility: string; networkId: string | null; organisationIds: string[] }

/** Fewer would find the module: what that changes for those who use it is said first. */
export function ConfirmNarrowing({ wanted }: { wanted: Wanted }) {
  const { t } = useTranslation('sharing')
  return (
    <Notice tone="warn" answers={wanted}>
      <p>{t('panel.narrowing')}</p>
      <Form method="post">
        <input type="hidden" name="intent" value="share" />
        <input type="hidden" name="visibility" value={wanted.visibility} />
        <input type="hidden" name="networkId" value={wanted.networkId ?? ''} />
        {wanted.organisationIds.map((id) => (
          <input key={id} type="hidden" name="organisations[]" value={id} />
        ))}
        <button type="submit" name="confirmed" value="yes">
          {t('panel.confirm')}
        </button>
      </Form>
    </Notice>
  )
}
