import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { VisitorMessage } from '#app/services/sharing/visitor-messages.server.ts'
import styles from './sharing.module.css'

/** What visitors of the public catalogue wrote; nothing where nobody did. */
export function VisitorMessages({ messages }: { messages: VisitorMessage[] }) {
  const { t } = useTranslation('sharing')
  if (messages.length === 0) return null
  return (
    <section className="card" aria-labelledby="messages">
      <h2 id="messages">{t('messages.heading')}</h2>
      <ul className="plain-list stack">
        {messages.map((message) => (
          <Message key={message.id} {...message} />
        ))}
      </ul>
    </section>
  )
}

function Message({ id, moduleId, title, name, email, body, sentAt }: VisitorMessage) {
  const { t } = useTranslation('sharing')
  const { instant } = useFormat()
  return (
    <li>
      <p>
        <strong>{name}</strong> · <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a> ·{' '}
        <Link to={`/modules/${moduleId}`}>{title}</Link> ·{' '}
        <span className="soft">{instant(sentAt)}</span>
      </p>
      <p className={styles.body}>{body}</p>
      <Form method="post">
        <input type="hidden" name="messageId" value={id} />
        <button type="submit" name="intent" value="handled" className="quiet">
          {t('messages.handled', { name })}
        </button>
      </Form>
    </li>
  )
}
