/** Learners of one package beyond which none is counted: who knows its address must not fill the bank. */
export const mostCounted = 100_000
