import type { Question } from '../rule.ts'

/** Parts of large conditions of Canada, each enumerated by itself. */
export const canadaQuestions: readonly Question[] = []
