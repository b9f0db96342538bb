export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** Canadian conventions in both: `1,234` and `1 234`, `12.5%` and `12,5 %`. */
export const locales = { en: 'en-CA', fr: 'fr-CA' } as const satisfies Record<Language, string>
