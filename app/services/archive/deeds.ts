/** What somebody did to a module, as the names that came with it are found again. */
export const deeds = {
  author: 'author',
  saved: (at: number) => `draft ${at}`,
  frozen: (revision: number) => `revision ${revision}`,
  published: (edition: string) => `edition ${edition}`,
  withdrew: (at: number) => `withdrawal ${at}`,
  forked: (at: number) => `fork ${at}`,
  setAside: (reference: string, at: number) => `set aside ${reference} ${at}`,
  saidRights: (digest: string, at: number) => `rights ${digest} ${at}`,
  /** Who answers for the rights of a file, now or as an edition says. */
  answers: (digest: string, since: number | string) => `guarantor ${digest} ${since}`,
}
