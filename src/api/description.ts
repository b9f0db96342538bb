/** What stands at the head of the description. It is in English: programs read it. Problems are told in both languages. */
export const descriptionOf = {
  openapi: '3.1.0',
  info: {
    title: 'Comity',
    version: '1',
    description: 'What an officer, a reviewer or an auditor does in the pages, for their programs. A program asks in the name of one account and reaches what that account reaches. Nothing here opens a gate, scores or ranks a person, or acts on several people at once. Days are ISO 8601 days where the authority works; moments are UTC.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [],
  components: { securitySchemes: { token: { type: 'http' as const, scheme: 'bearer', description: 'Made by its owner on the page of their account, or by `comity account token`. At most 90 days, revoked at once. Cookies are not accepted.' } } },
  tags: [{ name: 'v1', description: 'Version 1. Fields are added and never taken away or given another meaning; what must is version 2.' }],
}
