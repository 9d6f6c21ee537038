/** Languages that passages are often in, offered by name; any other is written by its code. */
export const languages = ['fr', 'en', 'es', 'de', 'it', 'pt', 'ar', 'uk'] as const
