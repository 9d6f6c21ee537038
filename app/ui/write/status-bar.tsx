import { lazy, type ReactNode, Suspense } from 'react'
import { Presence } from './presence.tsx'
import { SaveState } from './save-state.tsx'
import { isSignedOut } from './send.ts'
import { usePresence } from './use-presence.ts'
import { useTold, type Writing } from './use-writing.ts'
import styles from './write.module.css'

/** Loaded when a session has ended. */
const SignInAgain = lazy(async () => ({
  default: (await import('./sign-in-again.tsx')).SignInAgain,
}))

type Props = {
  moduleId: string
  writing: Writing
  /** Id of what is being worked on. */
  selected: { current: string | null }
  /** What can be done with the module from here. */
  children?: ReactNode
}

/**
 * Who else is there, and whether what is written is saved: all that changes while somebody types,
 * so that the text is not drawn again with it.
 */
export function StatusBar({ moduleId, writing, selected, children }: Props) {
  const { session, told } = writing
  const { others, signedOut, signedIn } = usePresence(moduleId, writing, selected)
  const refused = useTold(
    told,
    ({ state }) => state.name === 'error' && isSignedOut(state.error),
  )
  return (
    <>
      <div className={styles.bar} data-wide>
        {children}
        <Presence others={others} document={session.document} />
        <SaveState told={told} />
      </div>
      {(signedOut || refused) && (
        <Suspense>
          <SignInAgain
            onSignedIn={() => {
              signedIn()
              void session.autosave.flush()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
