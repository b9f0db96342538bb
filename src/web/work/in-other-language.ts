import { hrefTo } from '../address.ts'
import type { WorkAnswer, WorkRequest } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

/** A place in the other language: where what was typed is kept, it is found again there. */
export function inOtherLanguage({ signIn }: Pick<WorkServices, 'signIn'>, { visitor: { address: { language } } }: Pick<WorkRequest, 'visitor'>, place: string): WorkAnswer {
  return { to: `${signIn.origin}${hrefTo(language === 'en' ? 'fr' : 'en', place)}` }
}
