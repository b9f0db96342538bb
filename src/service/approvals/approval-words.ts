import { approvals as english } from '../../text/en/approvals.ts'
import { casework as caseworkInEnglish } from '../../text/en/casework.ts'
import { gateQuestions as questionsInEnglish } from '../../text/en/gate-questions.ts'
import { merge as mergeInEnglish } from '../../text/en/merge.ts'
import { approvals as french } from '../../text/fr/approvals.ts'
import { casework as caseworkInFrench } from '../../text/fr/casework.ts'
import { gateQuestions as questionsInFrench } from '../../text/fr/gate-questions.ts'
import { merge as mergeInFrench } from '../../text/fr/merge.ts'

/** What takes two people, in words of both languages. */
export const approvalWords = { en: english, fr: french }

export const caseworkWords = { en: caseworkInEnglish, fr: caseworkInFrench }

/** Two records of one person: the text that both see, and the pages. */
export const mergeWords = { en: mergeInEnglish, fr: mergeInFrench }

export const questions: Readonly<Record<'en' | 'fr', Readonly<Record<string, string>>>> = { en: questionsInEnglish, fr: questionsInFrench }
