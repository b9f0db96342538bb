import type { Provision } from '../rule.ts'

/** Policies. None of them is law: each is this project's choice, some of them after what an international body asks. */
export const commonProvisions: readonly Provision[] = [
  policy('best-interests', 'Best interests of a child', 'Intérêt supérieur de l’enfant', 'chosen after article 3 of the Convention on the Rights of the Child'),
  policy('family-unity', 'Unity of the family', 'Unité de la famille'),
  policy('medical-fitness', 'Fit to travel', 'Aptitude médicale au voyage'),
  policy('voluntary-return', 'Voluntary return offered first', 'Retour volontaire offert d’abord', 'chosen after guideline 1 of the Twenty Guidelines on Forced Return (title read only)'),
  policy('pending-claim', 'No step while a claim is pending', 'Aucune étape tant qu’une demande est pendante'),
  policy('final-rejection', 'Final end of a claim recorded before a home state is contacted', 'Fin définitive d’une demande consignée avant tout contact avec l’État d’origine'),
  policy('nationality-basis', 'A recorded basis for the nationality before any request', 'Fondement de la nationalité consigné avant toute demande'),
  policy('mistreatment-risk', 'A finding on mistreatment before information goes to a state', 'Conclusion sur les mauvais traitements avant toute communication à un État'),
  policy('moratorium-look-up', 'How long a look-up of moratoria counts', 'Durée de validité d’une vérification des moratoires'),
  policy('deferral-request', 'A request to defer is answered before departure', 'Réponse à une demande de report avant le départ'),
  policy('interim-measures', 'Interim measures that a United Nations body requests', 'Mesures provisoires demandées par un organe des Nations Unies'),
  policy('old-no', 'How long a recorded “no” is believed before a journey', 'Durée pendant laquelle un «\u00a0non\u00a0» consigné fait foi avant un départ'),
  policy('recheck', 'The file is looked through again shortly before', 'Dossier vérifié de nouveau peu avant', 'chosen after the three working days of the Dutch return service'),
]

function policy(code: string, en: string, fr: string, source = 'chosen for this project'): Provision {
  return { code: `policy-${code}`, jurisdiction: 'policy', act: 'Comity policy', section: code, title: { en, fr }, inForce: {}, text: 'verified', source }
}
