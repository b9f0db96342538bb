// `npm run prove:crash [-- --runs N --seed N]`: 200 times kill -9 while real commands are written.
import { parseArgs } from 'node:util'
import { killAndCheck } from './kill-runs.ts'

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
const [runs, seed] = [Number(values.runs ?? 200), Number(values.seed ?? 20_261_122)]
console.log(`Kill -9 while commands are written: ${runs} runs, seed ${seed}`)
const startedAt = performance.now()
const { serverKills, writerKills, commands, unanswered, cases, acknowledged, gated, lost, broken } = await killAndCheck({ runs, seed, say: console.log })
console.log(`\n${runs} runs: the server killed ${serverKills} times, the writer ${writerKills} times, in ${Math.round((performance.now() - startedAt) / 1000)} s`)
console.log(`${cases} cases, ${commands} acknowledged commands with ${acknowledged} events, ${gated} of them behind gates; ${unanswered} commands that nobody heard the end of`)
console.log(`Acknowledged events lost: ${lost.length}. Broken cases, decisions or messages: ${broken.length}.`)
for (const line of [...lost, ...broken].slice(0, 20)) console.log(`  ${line}`)
process.exitCode = lost.length + broken.length === 0 ? 0 : 1
