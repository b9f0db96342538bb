// One of the threads of `npm run prove:leaks`: runs the pairs that it is sent, sends back what was seen.
import { parentPort } from 'node:worker_threads'
import { examinePairs, makeSetting } from './examine.ts'

const setting = makeSetting()

parentPort?.on('message', ({ seed, from, to }: { readonly seed: number; readonly from: number; readonly to: number }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(examinePairs(seed, from, to, setting))
})
