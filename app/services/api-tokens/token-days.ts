/** For how long a token may be good, in days: never for ever. */
export const tokenDays = [30, 90, 365, 730] as const
