// `npm run prove:explore [-- MOST]`: runs the real decide and evolve through every order of events that some officers can bring about.
import { runScenario, scenarios } from './explorer/scenarios.ts'

const most = Number(process.argv[2] ?? 400_000)
const ran = scenarios.map((scenario) => {
  const result = runScenario(scenario, most)
  const { worlds, transitions, depth, whole, caseStates, answers, milliseconds, seen } = result
  console.log(`\n${scenario.jurisdiction}: ${scenario.name}`)
  console.log(`  bounds: ${Object.entries(scenario.bounds).map(([what, much]) => `${what} ${Array.isArray(much) ? much.join('/') : String(much)}`).join(', ')}; law update ${scenario.updates ? 'yes' : 'no'}, next day ${scenario.days ? 'yes' : 'no'}; at most ${most.toLocaleString('en')} worlds`)
  console.log(`  ${worlds.toLocaleString('en')} worlds, ${transitions.toLocaleString('en')} transitions, ${whole ? `all of them, ${depth} steps deep` : `all within ${depth} steps, then as far as the bound`}; ${caseStates.toLocaleString('en')} case states, ${answers.toLocaleString('en')} answers of decide; ${(milliseconds / 1000).toFixed(1)} s`)
  console.log(`  emitted by the code alone: ${seen.emitted.toLocaleString('en')} gated events; kept: ${seen.gatedRows.toLocaleString('en')} gated rows, ${seen.departures.toLocaleString('en')} departures, ${seen.messages.toLocaleString('en')} outbound`)
  console.log(`  refused by the database's rule: ${[...seen.refusedByStore].map(([code, count]) => `${code} ${count.toLocaleString('en')}`).join(', ') || 'none'}; repeated commands done once: ${seen.repeated.toLocaleString('en')}`)
  console.log(`  without an open gate at that version: ${seen.faults.size}${[...seen.faults].map((fault) => `\n    ${fault}`).join('')}`)
  return result
})
const sum = (of: (one: (typeof ran)[number]) => number) => ran.reduce((total, one) => total + of(one), 0)
console.log(`\n${sum(({ worlds }) => worlds).toLocaleString('en')} states explored, ${sum(({ transitions }) => transitions).toLocaleString('en')} transitions, ${sum(({ seen }) => seen.departures).toLocaleString('en')} departures and ${sum(({ seen }) => seen.messages).toLocaleString('en')} outbound messages, ${sum(({ seen }) => seen.faults.size)} without an open gate at that version`)
process.exitCode = ran.every(({ seen }) => seen.faults.size === 0) && ran.every(({ seen }) => seen.gatedRows > 0) ? 0 : 1
