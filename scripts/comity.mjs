#!/usr/bin/env node
// `comity`: in the project the source, which Node runs as it is; in the package the JavaScript, because Node runs no TypeScript below node_modules.
import { existsSync } from 'node:fs'

const [source, built] = ['../src/cli/comity.ts', '../dist/cli/comity.js'].map((path) => new URL(path, import.meta.url))
await import((existsSync(source) ? source : built).href)
