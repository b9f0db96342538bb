// The second public door: checks what a log says, for whoever trusts nobody. It needs no package and nothing of Node, so it also runs in a browser.
//
//     const answer = await verifyProof(proofFile, { content }, policyFile)
//     if (answer.ok) console.log(answer.value.checkpoint.origin, answer.value.index)
//     else console.log(answer.refusal.code)
export { verifyCheckpoint, type CheckpointFacts, type CheckpointRefusal } from './verify-checkpoint.ts'
export { verifyLog, type LogFacts, type LogRefusal, type ReadFile } from './verify-log.ts'
export { verifyProof, type Claim, type ProofFacts, type ProofFileRefusal } from './verify-proof.ts'
export { webCrypto, type Tools } from './web-crypto.ts'
