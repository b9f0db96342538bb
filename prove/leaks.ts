// `npm run prove:leaks [-- --pairs 200000] [--seed 7] [--pair 17]`: pairs of cases that differ only in what a home state may not know.
// `npm run prove:leaks -- --injected`: every leak of the list, and who catches it.
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { compare } from './leaks/compare.ts'
import { drawPair } from './leaks/draw-pair.ts'
import { catchLeak, examinePairs, makeSetting, runPair, type Counted } from './leaks/examine.ts'
import { leaks } from './leaks/list.ts'
import { theSystem } from './leaks/system.ts'
import { seededRandom } from '../src/kernel/random.ts'

const { values } = parseArgs({ options: { pairs: { type: 'string', default: '1000000' }, seed: { type: 'string' }, pair: { type: 'string' }, threads: { type: 'string', default: '2' }, injected: { type: 'boolean', default: false } } })
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
const started = performance.now()

if (values.injected) injected()
else if (values.pair !== undefined) again(Number(values.pair))
else await pairs(Number(values.pairs))

async function pairs(number: number): Promise<void> {
  console.log(`Seed ${seed}, ${number.toLocaleString('en')} pairs`)
  const counted = await examineAll(number)
  const sum = (pick: (one: Counted) => Readonly<Record<string, number>>) => Object.entries(total(counted.map(pick))).sort(([, one], [, other]) => other - one)
  const both = total(counted.map(({ kinds }) => kinds))['both-sent'] ?? 0
  for (const [kind, found] of sum(({ kinds }) => kinds)) console.log(`${kind.padEnd(42)} ${found.toLocaleString('en').padStart(10)} ${share(found, number)}`)
  console.log(`\nOf the ${both.toLocaleString('en')} pairs in which the same things left from both`)
  for (const [kind, found] of sum(({ shares }) => shares)) console.log(`  ${kind.padEnd(40)} ${found.toLocaleString('en').padStart(10)} ${share(found, both)}`)
  const told = counted.flatMap((one) => one.told)
  const stopped = counted.reduce((all, one) => all + one.stopped, 0)
  for (const { pair, how } of told.slice(0, 20)) console.log(`Pair ${pair}: ${how}. Again: npm run prove:leaks -- --seed ${seed} --pair ${pair}`)
  console.log(`\n${told.length} pairs that somebody outside could tell apart; ${stopped} messages that the gates let through and the builder stopped; ${seconds()}`)
  process.exitCode = told.length === 0 && stopped === 0 && both > number / 2 ? 0 : 1
}

async function examineAll(number: number): Promise<readonly Counted[]> {
  const threads = Math.max(1, Number(values.threads))
  if (threads === 1) return [examinePairs(seed, 0, number, makeSetting())]
  const each = Math.min(5000, Math.ceil(number / threads))
  const waiting = Array.from({ length: Math.ceil(number / each) }, (_none, at) => ({ seed, from: at * each, to: Math.min(number, (at + 1) * each) }))
  const counted: Counted[] = []
  await Promise.all(Array.from({ length: threads }, () => workThrough(waiting, counted)))
  return counted
}

// Each thread takes the next stretch that is left; an error in a thread ends the run.
async function workThrough(waiting: { readonly seed: number; readonly from: number; readonly to: number }[], counted: Counted[]): Promise<void> {
  const worker = new Worker(new URL('leaks/worker.ts', import.meta.url))
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const sent = stretch
    counted.push(await new Promise<Counted>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', (cause) => reject(new Error(`the thread failed at pair ${sent.from}`, { cause })))
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(sent)
    }))
    worker.removeAllListeners('error')
  }
  await worker.terminate()
}

function injected(): void {
  const most = 20_000
  const setting = makeSetting()
  console.log(`Seed ${seed}; ${leaks.length} leaks, at most ${most.toLocaleString('en')} pairs each\n${'where'.padEnd(16)} ${'leak'.padEnd(56)} ${'caught by'.padEnd(10)} ${'at pair'.padStart(8)}  how`)
  const missed = leaks.filter((leak) => {
    const caught = catchLeak(leak, seed, most, setting)
    console.log(`${leak.where.padEnd(16)} ${leak.name.padEnd(56)} ${(caught?.by ?? 'NOBODY').padEnd(10)} ${String(caught?.pair ?? '').padStart(8)}  ${caught?.how ?? ''}`)
    return caught === undefined
  })
  console.log(`\n${leaks.length - missed.length} of ${leaks.length} caught; ${seconds()}`)
  process.exitCode = missed.length === 0 ? 0 : 1
}

function again(number: number): void {
  const setting = makeSetting()
  const pair = drawPair(seededRandom(Math.imul(seed, 1_000_003) + number), setting.histories)
  const [one, other] = runPair(pair, setting.base, theSystem)
  console.log(JSON.stringify({ pair, one, other, comparison: compare(one, other) }, null, 1))
}

function total(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const counts of all) for (const [key, count] of Object.entries(counts)) sums[key] = (sums[key] ?? 0) + count
  return sums
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1).padStart(6)} %`
}

function seconds(): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`
}
