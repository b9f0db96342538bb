import { defineConfig } from 'vitest/config'

// Rooms whose tests need no database: they run without waiting for one.
const pure = ['kernel', 'reference', 'statistics', 'law', 'documents', 'transparency', 'casework', 'cooperation', 'exchange',
  'disclosure', 'verify', 'text', 'intake', 'render', 'transport'].map((room) => `src/${room}/**/*.test.ts`)

const shared = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: [...pure, 'prove/**/*.test.ts', 'test/tidy.test.ts'], ...shared } },
      { test: { name: 'served', include: ['src/**/*.test.ts', 'test/**/*.test.ts'], exclude: [...pure, 'test/tidy.test.ts', 'node_modules/**'], globalSetup: ['test/database-servers.ts'], ...shared } },
    ],
  },
})
