import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { Notice } from '#app/ui/notice.tsx'

export type Done = {
  done: 'say' | 'retire' | 'bring-back' | 'end' | 'reopen'
  packageId: string
  title: string
}

const opposites = {
  retire: 'bring-back',
  'bring-back': 'retire',
  end: 'reopen',
  reopen: 'end',
} as const

/** What was just done, and the way back. The row may have left the list: the focus comes here. */
export function DeploymentDone({ answer }: { answer: Done }) {
  const { t } = useTranslation('deployments')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answer) place.current?.focus()
  }, [answer])
  const { done, packageId, title } = answer
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="ok" answers={answer}>
        {t(`done.${done}`, { title })}
        {done !== 'say' && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="packageId" value={packageId} />
            <button type="submit" name="intent" value={opposites[done]} className="quiet">
              {t('undo')}
            </button>
          </Form>
        )}
      </Notice>
    </div>
  )
}
