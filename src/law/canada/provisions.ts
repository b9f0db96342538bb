import type { PlainDate } from '../../kernel/day.ts'
import type { Provision, TextStatus } from '../rule.ts'

const source = 'Department of Justice consolidation, laws-lois-xml at d6853c4 (23 July 2026), English and French; not an official version'

/**
 * What Canadian rules rest on, with short titles in our own words.
 *
 * `inForce.from` is the day since when the element reads as it does in the consolidation of 23 July 2026 (26 March 2026 for the Act),
 * re-enactments without a change included; it does not say what was there before. The consolidation goes back to 1 January 2003 for
 * acts and 22 March 2006 for regulations; an element that has not changed since has no day here.
 */
export const canadaProvisions: readonly Provision[] = [
  // Immigration and Refugee Protection Act
  irpa('19(1)', 'Citizens have the right to enter and remain', 'Les citoyens ont le droit d’entrer et de séjourner'),
  irpa('48(1)', 'A removal order can be enforced when it is in force and not stayed', 'La mesure de renvoi est exécutoire quand elle a pris effet et n’est pas visée par un sursis', '2012-12-15'),
  irpa('49(1)(a)', 'No right of appeal: in force on the day it is made', 'Aucun droit d’appel\u00a0: prise d’effet le jour où la mesure est prise', '2026-03-26'),
  irpa('49(1)(b)', 'Right of appeal not used: in force the day after the time to appeal ends', 'Droit d’appel non exercé\u00a0: prise d’effet le lendemain de la fin du délai d’appel', '2026-03-26'),
  irpa('49(1)(c)', 'Appeal made: in force on the day of the final determination that confirms the order', 'Appel formé\u00a0: prise d’effet le jour de la décision définitive qui maintient la mesure', '2026-03-26'),
  irpa('49(2)(a)', 'Claim ineligible only because of a safe third country: the day of notice', 'Demande d’asile irrecevable au seul titre du tiers pays sûr\u00a0: le jour de la notification', '2026-03-26'),
  irpa('49(2)(b)', 'Claim ineligible for another reason: seven days after notice', 'Demande d’asile irrecevable pour un autre motif\u00a0: sept jours après la notification', '2026-03-26'),
  irpa('49(2)(c)', 'Claim rejected, no right of appeal: 15 days after notice', 'Demande d’asile rejetée sans droit d’appel\u00a0: 15 jours après la notification', '2026-03-26'),
  irpa('49(2)(d)', 'Claim rejected, no appeal filed and perfected in time: the later of two days', 'Demande d’asile rejetée, appel non interjeté et mis en état à temps\u00a0: le dernier de deux jours', '2026-03-26'),
  irpa('49(2)(e)', 'Appeal rejected by the Refugee Appeal Division: 15 days after notice', 'Appel rejeté par la Section d’appel des réfugiés\u00a0: 15 jours après la notification', '2026-03-26'),
  irpa('49(2)(f)', 'Claim withdrawn: the day of notice', 'Demande d’asile retirée\u00a0: le jour de la notification', '2026-03-26'),
  irpa('49(2)(g)', 'Claim abandoned: 15 days after notice', 'Désistement de la demande d’asile\u00a0: 15 jours après la notification', '2026-03-26'),
  irpa('49(2)(h)', 'Proceedings ended by a notice of misrepresentation or of a second claim: 15 days after', 'Affaire classée par avis de fausses déclarations ou de demande multiple\u00a0: 15 jours après', '2026-03-26'),
  irpa('50(a)', 'Stay: a judicial decision would be directly contravened', 'Sursis\u00a0: une décision judiciaire a pour effet direct d’empêcher l’exécution'),
  irpa('50(b)', 'Stay: a sentence of imprisonment in Canada, until it is completed', 'Sursis\u00a0: peine d’emprisonnement au Canada, jusqu’à ce qu’elle soit purgée'),
  irpa('50(c)', 'Stay: imposed by the Immigration Appeal Division or another court, for its duration', 'Sursis\u00a0: accordé par la Section d’appel de l’immigration ou une autre juridiction, pour sa durée'),
  irpa('50(d)', 'Stay: restricted protection with respect to a country or place, for its duration', 'Sursis\u00a0: protection restreinte visant un pays ou un lieu, pour sa durée'),
  irpa('50(e)', 'Stay: imposed by the Minister, for its duration', 'Sursis\u00a0: imposé par le ministre, pour sa durée'),
  irpa('51', 'An order that was not enforced is void once the person becomes a permanent resident', 'La mesure non exécutée devient périmée quand la personne devient résident permanent'),
  irpa('57(1)', 'Detention: the reasons are reviewed within 48 hours, or without delay afterward', 'Détention\u00a0: contrôle des motifs dans les 48 heures, ou dans les meilleurs délais par la suite'),
  irpa('57(2)', 'Detention: reviewed again within seven days, then in each period of 30 days', 'Détention\u00a0: nouveau contrôle dans les sept jours, puis au moins tous les trente jours'),
  irpa('68(4)', 'A stay by the Immigration Appeal Division is cancelled by another conviction for a serious crime', 'Le sursis de la Section d’appel de l’immigration est révoqué par une autre condamnation pour grande criminalité', '2023-12-15'),
  irpa('80', 'A certificate found reasonable is a removal order in force', 'Le certificat jugé raisonnable est une mesure de renvoi en vigueur', '2008-02-22'),
  irpa('108(3)', 'Refugee protection has ceased: the claim is deemed rejected', 'Perte de l’asile\u00a0: la demande est réputée rejetée'),
  irpa('109(3)', 'Refugee protection is vacated: the claim is deemed rejected', 'Annulation de l’asile\u00a0: la demande est réputée rejetée'),
  irpa('112(1)', 'Who may apply for protection before removal', 'Qui peut demander la protection avant le renvoi', '2015-02-26'),
  irpa('112(2)(a)', 'May not apply: extradition, authority to proceed', 'Demande non permise\u00a0: arrêté introductif d’instance en extradition', '2015-02-26'),
  irpa('112(2)(b)', 'May not apply: claim ineligible because of a safe third country', 'Demande non permise\u00a0: demande d’asile irrecevable au titre du tiers pays sûr', '2015-02-26'),
  irpa('112(2)(b.1)', 'May not apply: too soon after a refugee claim was refused', 'Demande non permise\u00a0: trop tôt après le rejet de la demande d’asile', '2019-06-21'),
  irpa('112(2)(c)', 'May not apply: too soon after the last application was refused', 'Demande non permise\u00a0: trop tôt après le rejet de la dernière demande de protection', '2019-06-21'),
  irpa('112(2.1)', 'The Minister may exempt nationals of a country from the waiting time', 'Le ministre peut exempter les ressortissants d’un pays du délai d’attente', '2015-02-26'),
  irpa('113.01', 'A hearing must be held when the claim was ineligible only because of a claim in another country', 'Audience obligatoire lorsque la demande d’asile était irrecevable au seul motif d’une demande dans un autre pays', '2019-06-21'),
  irpa('114(1)(b)', 'Restricted protection stays removal to the country or place of risk', 'La protection restreinte emporte sursis du renvoi vers le pays ou le lieu à risque'),
  irpa('114(2)', 'The Minister may cancel that stay when circumstances have changed', 'Le ministre peut révoquer ce sursis si les circonstances ont changé'),
  irpa('114(4)', 'A decision to protect that is vacated counts as a rejection', 'La décision d’accorder la protection qui est annulée vaut rejet'),
  irpa('115(1)', 'No removal of a protected person or recognised refugee to a country of risk', 'Interdiction de renvoyer une personne protégée ou un réfugié reconnu vers un pays à risque'),
  irpa('115(2)(a)', 'Exception: serious criminality and, in the Minister’s opinion, a danger to the public', 'Exclusion\u00a0: grande criminalité et danger pour le public selon le ministre'),
  irpa('115(2)(b)', 'Exception: security, rights violations or organized crime and the Minister’s opinion', 'Exclusion\u00a0: sécurité, atteinte aux droits ou criminalité organisée et avis du ministre'),
  irpa('115(3)', 'After a safe third country decision: return to the country the person came from', 'Après irrecevabilité au titre du tiers pays sûr\u00a0: renvoi vers le pays d’arrivée'),
  irpa('166(c)', 'Refugee proceedings are held in the absence of the public', 'Les procédures d’asile se tiennent à huis clos', '2012-12-15'),
  irpa('166(c.1)', 'Immigration Division proceedings about a person with a pending claim are held in the absence of the public', 'Les procédures de la Section de l’immigration sur une personne dont la demande est pendante se tiennent à huis clos', '2012-12-15'),
  irpa('166(d)', 'The Division may hold the proceedings in public', 'La section peut tenir l’audience en public', '2012-12-15'),
  // Immigration and Refugee Protection Regulations
  irpr('160(2)', 'Repeat and port-of-entry applicants need no notice', 'Demande ultérieure ou au point d’entrée\u00a0: aucun avis requis', '2009-10-22'),
  irpr('160(3)(a)', 'Notice that protection may be sought is given before removal', 'L’avis qu’une protection peut être demandée est donné avant le renvoi', '2009-10-22'),
  irpr('162', 'Application received within 15 days of notice: the stay goes on', 'Demande reçue dans les 15 jours de l’avis\u00a0: le sursis continue'),
  irpr('163', 'Application after the 15 days: no stay', 'Demande après les 15 jours\u00a0: pas de sursis'),
  irpr('164', 'Person named in a certificate: only within the 15 days', 'Personne nommée dans un certificat\u00a0: seulement dans les 15 jours', '2009-10-22'),
  irpr('165', 'Another application after a rejection: no stay', 'Nouvelle demande après un rejet\u00a0: pas de sursis'),
  irpr('166', 'Application at a port of entry: no stay', 'Demande au point d’entrée\u00a0: pas de sursis'),
  irpr('224(2)', 'A departure order not met within 30 days after it becomes enforceable becomes a deportation order', 'L’interdiction de séjour non respectée dans les 30 jours après être devenue exécutoire devient une expulsion', '2011-06-16'),
  irpr('224(3)', 'The 30 days are suspended by detention and by a stay', 'Les 30 jours sont suspendus par la détention et par un sursis', '2011-06-16'),
  irpr('230(1)', 'Moratorium: general risk to the whole civilian population of a country or place', 'Moratoire\u00a0: risque généralisé pour toute la population civile d’un pays ou d’un lieu', '2016-06-13'),
  irpr('230(3)(a)', 'No moratorium for: inadmissible on security grounds', 'Moratoire exclu\u00a0: interdiction de territoire pour raison de sécurité', '2016-06-13'),
  irpr('230(3)(b)', 'No moratorium for: inadmissible for violating human or international rights', 'Moratoire exclu\u00a0: interdiction de territoire pour atteinte aux droits humains ou internationaux', '2016-06-13'),
  irpr('230(3)(b.1)', 'No moratorium for: inadmissible on grounds of sanctions', 'Moratoire exclu\u00a0: interdiction de territoire pour sanctions', '2023-06-22'),
  irpr('230(3)(c)', 'No moratorium for: inadmissible for serious, other or transborder criminality', 'Moratoire exclu\u00a0: interdiction de territoire pour grande criminalité, criminalité ou criminalité transfrontalière', '2023-12-15'),
  irpr('230(3)(d)', 'No moratorium for: inadmissible for organized criminality', 'Moratoire exclu\u00a0: interdiction de territoire pour criminalité organisée', '2016-06-13'),
  irpr('230(3)(e)', 'No moratorium for: a person excluded by Article 1F of the Refugee Convention', 'Moratoire exclu\u00a0: personne visée à la section F de l’article premier de la Convention', '2016-06-13'),
  irpr('230(3)(f)', 'No moratorium for: a person who consents in writing to that place', 'Moratoire exclu\u00a0: personne qui accepte par écrit d’être renvoyée vers ce lieu', '2016-06-13'),
  irpr('231(1)', 'Stay: leave sought against a decision of the Refugee Appeal Division', 'Sursis\u00a0: demande d’autorisation visant une décision de la Section d’appel des réfugiés', '2016-06-13'),
  irpr('231(1)(a)', 'Leave is refused', 'La demande d’autorisation est rejetée', '2016-06-13'),
  irpr('231(1)(b)', 'Judicial review is refused and no question is certified', 'Le contrôle judiciaire est refusé sans qu’une question soit certifiée', '2016-06-13'),
  irpr('231(1)(c)(i)', 'Question certified, and no appeal to the Federal Court of Appeal in time', 'Question certifiée, sans appel à la Cour d’appel fédérale dans le délai', '2016-06-13'),
  irpr('231(1)(c)(ii)', 'Appeal dismissed, and leave of the Supreme Court not sought in time', 'Appel rejeté, sans demande d’autorisation à la Cour suprême dans le délai', '2016-06-13'),
  irpr('231(1)(d)', 'The Supreme Court refuses leave', 'La Cour suprême refuse l’autorisation', '2016-06-13'),
  irpr('231(1)(e)', 'The Supreme Court dismisses the appeal, or none is filed in time', 'La Cour suprême rejette l’appel, ou aucun n’est formé dans le délai', '2016-06-13'),
  irpr('231(2)', 'No stay: designated foreign national when leave was sought', 'Pas de sursis\u00a0: étranger désigné au moment de la demande d’autorisation', '2022-05-20'),
  irpr('231(3)(a)', 'No stay: the order rests on serious criminality', 'Pas de sursis\u00a0: mesure fondée sur la grande criminalité', '2016-06-13'),
  irpr('231(3)(b)', 'No stay: lives or stays in the United States or St. Pierre and Miquelon and was reported on entry', 'Pas de sursis\u00a0: réside ou séjourne aux États-Unis ou à Saint-Pierre-et-Miquelon et rapport établi à l’entrée', '2016-06-13'),
  irpr('231(4)', 'No stay: an extension of time to seek leave is asked for', 'Pas de sursis\u00a0: prolongation du délai demandée', '2016-06-13'),
  irpr('232', 'Stay: the person was notified that protection may be sought', 'Sursis\u00a0: la personne a été avisée qu’elle peut demander la protection', '2012-08-15'),
  irpr('232(a)', 'The person confirms in writing that no application will be made', 'La personne confirme par écrit qu’elle ne fera pas de demande', '2012-08-15'),
  irpr('232(b)', 'No application within the 15 days', 'Aucune demande dans les 15 jours', '2012-08-15'),
  irpr('232(c)', 'The application is rejected, or counts as rejected', 'La demande est rejetée, ou réputée l’être', '2012-08-15'),
  irpr('232(e)', 'Application allowed: permanent residence is decided', 'Demande accueillie\u00a0: il est statué sur la résidence permanente', '2012-08-15'),
  irpr('232(f)', 'Restricted protection: the stay is cancelled', 'Protection restreinte\u00a0: le sursis est révoqué', '2012-08-15'),
  irpr('233', 'Stay: humanitarian or public policy reasons in the Minister’s opinion, until permanent residence is decided', 'Sursis\u00a0: motifs humanitaires ou d’intérêt public selon le ministre, jusqu’à la décision sur la résidence permanente', '2010-11-04'),
  irpr('234(a)', 'No contravention: charges are dropped on removal under an agreement', 'Pas d’empêchement\u00a0: accord de retrait ou de suspension des accusations au renvoi', '2017-10-18'),
  irpr('234(b)', 'No contravention: a summons is dropped on removal under an agreement', 'Pas d’empêchement\u00a0: accord de retrait d’une assignation ou sommation au renvoi', '2017-10-18'),
  irpr('247(1)(b)', 'To be weighed: can identity be shown without telling the home state about a claimant?', 'Facteur\u00a0: peut-on établir l’identité sans rien divulguer à l’État d’origine d’un demandeur d’asile?', '2017-10-18'),
  irpr('250', 'A claimant’s application for a travel document is not shown to the home state until the order can be enforced', 'La demande de titre de voyage d’un demandeur d’asile n’est pas divulguée à l’État d’origine avant que la mesure soit exécutoire'),
  // Privacy Act
  privacyAct('8(1)', 'Disclosure with the person’s consent', 'Communication avec le consentement de la personne', '2018-04-01'),
  privacyAct('8(2)', 'Disclosure under a listed authority', 'Communication autorisée par une disposition énumérée', '2018-04-01'),
  // Avoiding Complicity in Mistreatment by Foreign Entities Act
  mistreatmentAct('3(1)(a)', 'Directions on telling a foreign entity what would put someone at substantial risk of mistreatment', 'Instructions sur la communication à une entité étrangère qui entraînerait un risque sérieux de mauvais traitements', '2019-07-13'),
  mistreatmentAct('3(1)(b)', 'Directions on asking a foreign entity for what would put someone at substantial risk of mistreatment', 'Instructions sur les demandes à une entité étrangère qui entraîneraient un risque sérieux de mauvais traitements', '2019-07-13'),
  // Not held in the statutes that Comity was checked against
  { code: 'ca-ccra-128-3', jurisdiction: 'CA', act: 'C-44.6', section: '128(3)', title: { en: 'A sentence counts as completed for this purpose on parole or statutory release', fr: 'La peine est réputée purgée à cette fin en cas de libération conditionnelle ou d’office' }, inForce: {}, text: 'draft', source: 'recalled; the Corrections and Conditional Release Act was not read' },
  { code: 'ca-mistreatment-directions', jurisdiction: 'CA', act: 'Orders in council, 4 September 2019', section: 'directions to the President of the Canada Border Services Agency', title: { en: 'No information to a foreign entity while there is a substantial risk of mistreatment', fr: 'Aucune information à une entité étrangère en présence d’un risque sérieux de mauvais traitements' }, inForce: {}, text: 'unverified', source: 'named in descriptions of the Act; the directions were not read' },
]

function irpa(section: string, en: string, fr: string, from?: string): Provision {
  return provision('ca-irpa', 'I-2.5', section, en, fr, from)
}

function irpr(section: string, en: string, fr: string, from?: string): Provision {
  return provision('ca-irpr', 'SOR/2002-227', section, en, fr, from)
}

function privacyAct(section: string, en: string, fr: string, from?: string): Provision {
  return provision('ca-privacy', 'P-21', section, en, fr, from)
}

function mistreatmentAct(section: string, en: string, fr: string, from?: string): Provision {
  return provision('ca-acmfea', 'A-18.8', section, en, fr, from)
}

/** The code is the section with its brackets and dots as hyphens: `230(3)(b.1)` is `ca-irpr-230-3-b-1`. */
function provision(prefix: string, act: string, section: string, en: string, fr: string, from: string | undefined): Provision {
  const text: TextStatus = 'verified'
  return { code: `${prefix}-${section.replaceAll(/[().]+/g, '-').replace(/-$/, '')}`, jurisdiction: 'CA', act, section, title: { en, fr }, inForce: from === undefined ? {} : { from: from as PlainDate }, text, source }
}
