/** The largest file that may be brought in, in bytes. */
export const largestFile = 4 * 1024 ** 3
