import type { Question } from '../rule.ts'

/** Parts of large conditions of the United States, each enumerated by itself. */
export const unitedStatesQuestions: readonly Question[] = []
