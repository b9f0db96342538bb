// npm run bench:start: from the process starting until its first page has come, with a database that is there already. Prints each of
// five starts, and beside it how long Node takes to start and end with nothing to do.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../src/main/start.ts', import.meta.url))
// As scripts/install.mjs has it.
const cache = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'comity-start-'))
const [turns, aim] = [5, 1500]

console.log(`Comity benchmark of a warm start: ${cpus().length} cores, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`)
try {
  await everything()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function everything(): Promise<void> {
  const port = await freePort()
  console.log(`first start, which makes database, figures and 2,000 fictional cases: ${(await startOnce(port)).toFixed(0)} ms`)
  const times: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const bareAt = performance.now()
    spawnSync(process.execPath, ['-e', ''])
    const bare = performance.now() - bareAt
    times.push(await startOnce(port))
    console.log(`warm start: first page after ${times.at(-1)?.toFixed(0)} ms; Node alone ${bare.toFixed(0)} ms`)
  }
  const worst = Math.max(...times)
  console.log(`slowest of ${turns}: ${worst.toFixed(0)} ms, aim ${aim} ms: ${worst <= aim ? 'met' : 'MISSED'}`)
}

async function startOnce(port: number): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [program], { env: { ...process.env, PORT: String(port), COMITY_DATA: folder, NODE_COMPILE_CACHE: cache }, stdio: ['ignore', 'ignore', 'inherit'] })
  await firstPage(`http://127.0.0.1:${port}/en`, child)
  const time = performance.now() - startedAt
  await new Promise((ended) => { child.once('exit', ended); child.kill('SIGTERM') })
  return time
}

async function firstPage(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url, { headers: { connection: 'close' } }).catch(() => undefined) // nobody listens yet
    if (answer?.status === 200) {
      await answer.text()
      return
    }
    await new Promise((later) => { setTimeout(later, 10) })
  }
  throw new Error(`the server ended with ${child.exitCode}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
