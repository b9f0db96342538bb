// One of the threads of `npm run prove:gates`: examines the unit that it is sent, sends back what was found.
import { parentPort } from 'node:worker_threads'
import { proofUnits } from '../proof-units.ts'
import { examine } from './examine.ts'

const units = proofUnits()

parentPort?.on('message', (name: string) => {
  const unit = units.find((one) => one.name === name)
  if (!unit) throw new Error(`no unit ${name}`)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(examine(unit))
})
