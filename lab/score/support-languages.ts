/** Languages of our test messages, English first. */
export const languages = ['en', 'ar', 'de', 'es', 'fr', 'pt'] as const;
