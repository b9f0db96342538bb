import { randomUUID } from 'node:crypto'
import { breakGlass, findGlassToReview, findOwnGlass, readGlassLimits, readGlassToReview, readOwnGlass, reviewGlass, type GlassAsked, type GlassFault, type ReviewFault } from '../../service/oversight/break-glass.ts'
import { readLooksUnderGlass } from '../../service/oversight/read-audit.ts'
import { notFoundPage } from '../error-pages.ts'
import { breakGlassPage, glassBrokenPage } from './break-glass-page.ts'
import { glassReviewPage, glassReviewsPage, reviewPath } from './break-glass-review-page.ts'
import { oversightWords } from './oversight-words.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const { en, fr } = oversightWords

/** Reading what is not one's own, and what a legal reviewer says of it. */
export const breakGlassRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/break-glass', action: 'case.break-glass', group: 'cases', name: { en: en.glass.name, fr: fr.glass.name }, answer: (services, request) => showForm(services, request, { glassId: randomUUID(), caseId: request.query.get('case') ?? '', reason: '', words: '' }) },
  { method: 'POST', path: '/work/break-glass', action: 'case.break-glass', answer: takeGlass },
  { method: 'GET', path: '/work/break-glass/:glassId', action: 'case.break-glass', answer: showBroken },
  { method: 'GET', path: reviewPath, action: 'case.review-broken-glass', group: 'checks', name: { en: en.review.name, fr: fr.review.name }, answer: async (services, request) => glassReviewsPage(request, await readGlassToReview(services), timeZoneOf(services)) },
  { method: 'GET', path: `${reviewPath}/:glassId`, action: 'case.review-broken-glass', answer: (services, request) => showReview(services, request) },
  { method: 'POST', path: `${reviewPath}/:glassId`, action: 'case.review-broken-glass', answer: takeReview },
]

async function showForm(services: WorkServices, request: WorkRequest, asked: GlassAsked, fault?: GlassFault): Promise<WorkAnswer> {
  const [earlier, limits] = [await readOwnGlass(services, request.signedIn), await readGlassLimits(services)]
  return breakGlassPage(request, asked, { earlier, limits, timeZone: timeZoneOf(services) }, fault)
}

async function takeGlass(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const field = (name: string) => request.form.get(name) ?? ''
  const asked: GlassAsked = { glassId: field('glass'), caseId: field('caseId').trim(), reason: field('reason'), words: field('words') }
  const broken = await breakGlass(services, request.signedIn, asked)
  if (broken.ok) return { to: `/work/break-glass/${asked.glassId}` }
  // Under an id that was used, nothing else can be done: the next form has another one.
  return showForm(services, request, broken.refusal.code === 'repeated-differently' ? { ...asked, glassId: randomUUID() } : asked, broken.refusal)
}

async function showBroken(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const found = await findOwnGlass(services, request.signedIn, request.parameters['glassId'] ?? '')
  return found ? glassBrokenPage(request, found, timeZoneOf(services)) : notFoundPage(request.visitor.address)
}

async function showReview(services: WorkServices, request: WorkRequest, fault?: ReviewFault): Promise<WorkAnswer> {
  const act = await findGlassToReview(services, request.parameters['glassId'] ?? '')
  if (!act) return notFoundPage(request.visitor.address)
  const typed = { verdict: request.form.get('verdict') ?? '', words: request.form.get('words') ?? '' }
  return glassReviewPage(request, act, await readLooksUnderGlass(services, request.signedIn, act), typed, timeZoneOf(services), fault)
}

async function takeReview(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const glassId = request.parameters['glassId'] ?? ''
  const kept = await reviewGlass(services, request.signedIn, { glassId, verdict: request.form.get('verdict') ?? '', words: request.form.get('words') ?? '' })
  return kept.ok ? { to: reviewPath } : showReview(services, request, kept.refusal)
}

function timeZoneOf({ clock }: WorkServices): string {
  return clock.timeZone ?? 'UTC'
}
