/** What a browser shows as a picture, and that is made harmless when it comes in. */
export const logoTypes = ['image/png', 'image/svg+xml', 'image/jpeg', 'image/webp']

/** In bytes: it is loaded with the first page of each module. */
export const largestLogo = 500_000
