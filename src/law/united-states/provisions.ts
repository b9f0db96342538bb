import type { PlainDate } from '../../kernel/day.ts'
import type { InForce, Provision, TextStatus } from '../rule.ts'

// Both copies say what the law was before Pub. L. 119-1 (29 January 2025): neither may be shown as current to 2026.
const twoCopies = '8 USC in two unofficial copies (28 February 2026; 20 April 2023) that agree, without Pub. L. 119-1'
// The agency's own manual, and yet a description: read is what the regulation says, not what is said about it.
const boardManual = 'EOIR, BIA Practice Manual, chapter 6 (stays)'

/** What rules of the United States rest on. For most functions of the Attorney General read the Secretary of Homeland Security. */
export const unitedStatesProvisions: readonly Provision[] = [
  // 8 USC: the order and when it may be carried out.
  usc('1101(a)(3)', 'Who is an alien: nobody who is a citizen or national', 'Qui est un étranger\u00a0: aucun citoyen ou ressortissant', 'verified', '8 USC in an unofficial copy of 20 April 2023'),
  usc('1101(a)(47)(B)', 'When an order of removal becomes final', 'Moment où l’ordonnance de renvoi devient définitive', 'verified', '8 USC in an unofficial copy of 20 April 2023'),
  usc('1158(c)(1)(A)', 'No removal of a person granted asylum', 'Non-renvoi d’une personne qui a obtenu l’asile'),
  usc('1158(c)(2)', 'Termination of asylum', 'Cessation de l’asile'),
  usc('1158(d)(5)', 'Asylum claim pending: times, no stay', 'Demande d’asile pendante\u00a0: délais, sans sursis'),
  usc('1160(b)(6)', 'Confidential: what agricultural workers furnished in 1986-Act applications', 'Confidentialité\u00a0: renseignements fournis par les travailleurs agricoles (loi de 1986)'),
  usc('1202(f)', 'Confidential: visa records', 'Confidentialité\u00a0: dossiers de visas'),
  usc('1225(b)(1)(A)(ii)', 'Expedited removal: referral of who states a fear', 'Renvoi accéléré\u00a0: renvoi à un agent d’asile en cas de crainte exprimée'),
  usc('1225(b)(1)(B)(ii)', 'Credible fear found: further consideration', 'Crainte crédible reconnue\u00a0: suite de l’examen'),
  usc('1225(b)(1)(B)(iii)', 'No credible fear: review by a judge on request', 'Crainte non crédible\u00a0: révision par un juge sur demande'),
  usc('1225(b)(1)(C)', 'Expedited order: no appeal; review of status claimed under oath', 'Ordonnance accélérée\u00a0: sans appel; révision du statut affirmé sous serment'),
  usc('1227(d)(1)', 'Administrative stay for T and U applicants', 'Sursis administratif des demandeurs de statut T ou U'),
  usc('1227(d)(3)', 'No removal during that stay', 'Non-renvoi pendant ce sursis'),
  usc('1228(b)', 'Administrative order: aggravated felony, not a permanent resident', 'Ordonnance administrative\u00a0: infraction grave, non-résident permanent'),
  usc('1228(b)(3)', 'Fourteen days before execution', 'Quatorze jours avant l’exécution'),
  usc('1229a(b)(5)(C)', 'Order in absentia: motion to reopen stays removal', 'Ordonnance par défaut\u00a0: la requête en réouverture suspend le renvoi'),
  usc('1229a(c)(7)', 'Motion to reopen', 'Requête en réouverture'),
  usc('1229a(c)(7)(C)(iv)', 'Motion of a battered spouse, child or parent', 'Requête d’un conjoint, enfant ou parent victime de violence'),
  usc('1229c(a)(2)(A)', 'Voluntary departure before conclusion: longest time', 'Départ volontaire avant la conclusion\u00a0: durée maximale'),
  usc('1229c(b)(2)', 'Voluntary departure at conclusion: longest time', 'Départ volontaire à la conclusion\u00a0: durée maximale'),
  usc('1231(a)(1)(A)', 'Removal period', 'Période de renvoi'),
  usc('1231(a)(1)(B)', 'When the removal period begins', 'Début de la période de renvoi'),
  usc('1231(a)(1)(C)', 'Suspension of the removal period', 'Prolongation de la période de renvoi'),
  usc('1231(a)(4)(A)', 'No removal during imprisonment', 'Non-renvoi pendant l’emprisonnement'),
  usc('1231(a)(4)(B)(i)', 'Early removal: nonviolent offence, federal custody', 'Renvoi anticipé\u00a0: infraction non violente, détention fédérale'),
  usc('1231(a)(4)(B)(ii)', 'Early removal: nonviolent offence, state custody', 'Renvoi anticipé\u00a0: infraction non violente, détention par un État'),
  usc('1231(a)(5)', 'Reinstatement of a removal order', 'Rétablissement d’une ordonnance de renvoi'),
  // 8 USC: where.
  usc('1231(b)(1)(A)', 'Arrivals: country of boarding', 'Arrivées\u00a0: pays d’embarquement'),
  usc('1231(b)(1)(B)', 'Arrivals through neighbouring territory: first country of boarding', 'Arrivées par un territoire voisin\u00a0: premier pays d’embarquement'),
  usc('1231(b)(1)(C)(i)', 'Arrivals: country of nationality', 'Arrivées\u00a0: pays de nationalité'),
  usc('1231(b)(1)(C)(ii)', 'Arrivals: country of birth', 'Arrivées\u00a0: pays de naissance'),
  usc('1231(b)(1)(C)(iii)', 'Arrivals: country of residence', 'Arrivées\u00a0: pays de résidence'),
  usc('1231(b)(1)(C)(iv)', 'Arrivals: any accepting country', 'Arrivées\u00a0: tout pays qui accepte'),
  usc('1231(b)(2)(A)', 'Country that the person designates', 'Pays désigné par la personne'),
  usc('1231(b)(2)(B)', 'Limit on designating neighbouring territory', 'Limite à la désignation d’un territoire voisin'),
  usc('1231(b)(2)(C)(i)', 'Designation not prompt', 'Désignation tardive'),
  usc('1231(b)(2)(C)(ii)', 'Designated country: no final answer in time', 'Pays désigné\u00a0: pas de réponse définitive à temps'),
  usc('1231(b)(2)(C)(iii)', 'Designated country: unwilling', 'Pays désigné\u00a0: refus'),
  usc('1231(b)(2)(C)(iv)', 'Designated country: prejudicial to the United States', 'Pays désigné\u00a0: préjudiciable aux États-Unis'),
  usc('1231(b)(2)(D)', 'Country of nationality', 'Pays de nationalité'),
  usc('1231(b)(2)(D)(i)', 'Country of nationality: no final answer in time', 'Pays de nationalité\u00a0: pas de réponse définitive à temps'),
  usc('1231(b)(2)(E)(i)', 'Country of admission', 'Pays d’où la personne a été admise'),
  usc('1231(b)(2)(E)(ii)', 'Country of the foreign port left', 'Pays du port étranger de départ'),
  usc('1231(b)(2)(E)(iii)', 'Country of earlier residence', 'Pays de résidence antérieure'),
  usc('1231(b)(2)(E)(iv)', 'Country of birth', 'Pays de naissance'),
  usc('1231(b)(2)(E)(v)', 'Country that was sovereign over the birthplace at birth', 'Pays souverain du lieu de naissance à la naissance'),
  usc('1231(b)(2)(E)(vi)', 'Country where the birthplace lies now', 'Pays où se trouve maintenant le lieu de naissance'),
  usc('1231(b)(2)(E)(vii)', 'Any other accepting country', 'Tout autre pays qui accepte'),
  usc('1231(b)(3)(A)', 'Withholding: no removal where life or freedom would be threatened', 'Non-renvoi là où la vie ou la liberté serait menacée'),
  usc('1231(c)(2)(A)', 'Agency stay of removal', 'Sursis accordé par l’administration'),
  // 8 USC: courts, temporary protection, confidentiality.
  usc('1252(b)(3)(B)', 'A petition for review stays nothing unless the court orders it', 'La demande de révision ne suspend rien, sauf ordonnance de la cour'),
  usc('1254a(a)(1)(A)', 'Temporary protected status: no removal', 'Statut de protection temporaire\u00a0: non-renvoi'),
  usc('1254a(a)(4)(A)', 'Prima facie case before registration opens', 'Admissibilité à première vue avant l’ouverture des inscriptions'),
  usc('1254a(a)(4)(B)', 'Prima facie case until the final decision', 'Admissibilité à première vue jusqu’à la décision définitive'),
  usc('1254a(b)', 'Designation, extension and termination', 'Désignation, prolongation et fin'),
  usc('1254a(b)(3)(B)', 'Termination of a designation', 'Fin d’une désignation'),
  usc('1254a(c)(3)', 'Withdrawal of temporary protected status', 'Retrait du statut de protection temporaire'),
  usc('1254a(c)(6)', 'Confidential: what was given for temporary protected status', 'Confidentialité\u00a0: renseignements donnés pour la protection temporaire'),
  usc('1255a(c)(5)', 'Confidential: what was furnished in 1986-Act applications', 'Confidentialité\u00a0: renseignements fournis dans les demandes (loi de 1986)'),
  usc('1255a(c)(5)(D)(i)', 'What is available from another source', 'Renseignements accessibles d’une autre source'),
  usc('1304(b)', 'Confidential: registration and fingerprint records', 'Confidentialité\u00a0: inscriptions et empreintes digitales'),
  usc('1367(a)(2)', 'Confidential: applicants for relief as victims', 'Confidentialité\u00a0: demandeurs de protection à titre de victimes'),
  usc('1367(b)(4)', 'Waiver by all battered adults', 'Renonciation de toutes les victimes adultes'),
  // 8 CFR. No complete copy of the title was at hand.
  cfr('208.6', 'Confidential: asylum', 'Confidentialité\u00a0: asile', 'verified', 'unofficial copy of an earlier version, (a) to (c)(2)(i); the wider list of October 2026 is described by others, and both are applied'),
  cfr('208.17(d)', 'End of deferral after a hearing', 'Fin du report après audience', 'unverified', 'described by others; its place is confirmed by 1208.22'),
  cfr('208.17(e)', 'End of deferral at the person’s request', 'Fin du report à la demande de la personne', 'unverified', 'described by others; its place is confirmed by 1208.22'),
  cfr('208.18(c)', 'Diplomatic assurances', 'Assurances diplomatiques', 'unverified', 'described in OIG-11-100 and in Khouzam v. Hogan'),
  cfr('208.31', 'Reasonable fear', 'Crainte raisonnable', 'verified', 'unofficial copies: (a) to (c), 2010 edition; 1208.31(a), (e) to (g)'),
  cfr('214.14; 214.200 to 214.216', 'Holders of T or U status', 'Titulaires d’un statut T ou U', 'draft', 'recalled; part renumbered in 2024, paragraph not seen'),
  cfr('241.2', 'Warrant of removal', 'Mandat de renvoi', 'verified', 'unofficial copy in part, October 2024'),
  cfr('241.4', 'Custody review after the removal period', 'Examen de la détention après la période de renvoi', 'verified', 'unofficial copies in part: (a), start of (b), end of (l)(3); the timetable in (k) was not seen'),
  cfr('241.4(l)(3)', 'Custody review after release is revoked', 'Examen de la détention après révocation de la mise en liberté', 'verified', 'unofficial copy of the end of (l)(3)'),
  cfr('241.6', 'Administrative stay', 'Sursis administratif', 'unverified', `described in ${boardManual}, and by others`),
  cfr('241.8', 'Reinstatement procedure', 'Procédure de rétablissement', 'draft', 'text not found; CRS IF11736 describes it'),
  cfr('241.13', 'No significant likelihood of removal', 'Absence de probabilité sérieuse de renvoi', 'draft', 'paragraphs not found; adopted by 66 FR 56967 (14 November 2001)'),
  cfr('1003.2(f)', 'Motion before the Board: no stay by itself', 'Requête devant la Commission d’appel\u00a0: pas de sursis d’office', 'unverified', `described in ${boardManual}; the regulation’s own words were not read`),
  cfr('1003.6(a)', 'Stay during appeal time, appeal and certification', 'Sursis pendant le délai d’appel, l’appel et le renvoi à la Commission', 'unverified', `described in ${boardManual}; the regulation’s own words were not read`),
  cfr('1003.23(b)(1)(v)', 'Motion before the judge: no stay by itself', 'Requête devant le juge\u00a0: pas de sursis d’office', 'unverified', `described in ${boardManual}; the regulation’s own words were not read`),
  cfr('1003.23(b)(4)(ii)', 'Motion to reopen an order in absentia', 'Requête en réouverture d’une ordonnance par défaut', 'unverified', `described in ${boardManual}, 6.2(d); the regulation’s own words were not read`),
  cfr('1003.23(b)(4)(iii)(C)', 'Motion to reopen an old-law order in absentia', 'Requête en réouverture d’une ordonnance par défaut (ancien droit)', 'unverified', `named in ${boardManual}; text not seen`),
  cfr('1003.38', 'Appeal to the Board: thirty days', 'Appel à la Commission\u00a0: trente jours', 'verified', 'unofficial copy of mid-2024'),
  cfr('1003.38 (RIN 1125-AB37)', 'Appeal to the Board: the disputed ten days', 'Appel à la Commission\u00a0: les dix jours contestés', 'verified', '91 FR, document 2026-02326 (6 February 2026); core vacated by D.D.C. on 8 March 2026; outcome of the appeal not known', { from: '2026-03-09' as PlainDate }),
  cfr('1208.22', 'Effect of asylum, withholding and deferral on removal', 'Effet de l’asile, du non-renvoi et du report sur le renvoi', 'verified', 'unofficial copy, whole (64 FR 8492; 65 FR 76136)'),
  cfr('1208.24', 'Termination of asylum or withholding', 'Fin de l’asile ou du non-renvoi', 'verified', 'unofficial copy in part: 77 FR 76352; Matter of A-S-J-, 25 I&N Dec. 893'),
  cfr('1208.31', 'Reasonable fear: review by a judge', 'Crainte raisonnable\u00a0: révision par un juge', 'verified', 'unofficial copy of (a), (e) to (g)'),
  cfr('1241.1', 'When an order of a judge becomes final', 'Moment où l’ordonnance d’un juge devient définitive', 'verified', 'GPO text of 2003 of its predecessor 241.1'),
  cfr('1241.1(f), newer wording', 'Final when the voluntary-departure bond is missed', 'Définitive lorsque la caution de départ volontaire n’est pas versée', 'unverified', 'newer wording described by others'),
  cfr('1241.6', 'Stay by a judge or the Board, and boarding', 'Sursis d’un juge ou de la Commission, et embarquement', 'unverified', `text not seen; effect told in ${boardManual}, 6.1`),
  // Instruments that are neither act nor regulation.
  { code: 'us-third-country-policy', jurisdiction: 'US', act: 'DHS and ICE memoranda', section: '30 March and 9 July 2025', title: { en: 'Removal to a third country: notice', fr: 'Renvoi vers un pays tiers\u00a0: avis' }, inForce: {}, text: 'unverified', source: 'described by the press; set aside 25 February 2026, that judgment stayed pending appeal about 16 March 2026' },
  { code: 'us-deferred-enforced-departure', jurisdiction: 'US', act: 'Presidential memoranda', section: 'deferred enforced departure', title: { en: 'Deferred enforced departure', fr: 'Report de l’exécution du renvoi' }, inForce: {}, text: 'unverified', source: 'existence of the memoranda in the Federal Register; terms not read' },
]

function usc(section: string, en: string, fr: string, text: TextStatus = 'verified', source = twoCopies): Provision {
  return { code: provisionCode('8usc', section), jurisdiction: 'US', act: '8 USC', section, title: { en, fr }, inForce: {}, text, source }
}

function cfr(section: string, en: string, fr: string, text: TextStatus, source: string, inForce: InForce = {}): Provision {
  return { code: provisionCode('8cfr', section), jurisdiction: 'US', act: '8 CFR', section, title: { en, fr }, inForce, text, source }
}

// `1231(b)(3)(A)` becomes `us-8usc-1231-b-3-A`.
function provisionCode(act: string, section: string): string {
  return `us-${act}-${section.replaceAll(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`
}
