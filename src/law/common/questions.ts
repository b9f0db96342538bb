import type { Question } from '../rule.ts'

/** Parts of large conditions of both countries and of policies, each enumerated by itself. */
export const commonQuestions: readonly Question[] = []
