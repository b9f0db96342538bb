import type { Condition, Opening } from '../rule.ts'

/** An exception or ending whose code is that of the provision it rests on, and whose words were read. */
export function opening(provision: string, condition: Condition): Opening {
  return { code: provision, provision, text: 'verified', condition }
}

/** One whose condition is the question of the same code. */
export function byQuestion(provision: string): Opening {
  return opening(provision, { question: provision })
}
