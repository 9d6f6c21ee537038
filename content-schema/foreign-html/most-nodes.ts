/** More elements than this in one go are refused, so that a tab never freezes. */
export const mostNodes = 2000
