const own = true as const

/** What a member of another organisation may try on the files of the library. */
export function mediaAttempts({ digest, rights }: { digest: string; rights: object }) {
  return {
    'routes/media.tsx': { path: '/media', own },
    'routes/media.file.tsx': {
      path: `/media/${digest}`,
      sent: [
        { intent: 'rights', ...rights },
        { intent: 'replace', by: digest },
      ],
    },
    'routes/media.choices.ts': { path: '/media/choices', own },
    'routes/media.rights.ts': {
      path: `/media/rights?digest=${digest}`,
      sent: [{ digest, ...rights }],
    },
  }
}
