/** What reads text from elsewhere: 30 kB that an editor only loads once it is open. */
export { readClipboard, refused } from './clipboard.ts'
export { insertForeign } from './insert-foreign.ts'
