import type { NotDeemed } from '../../casework/refusal.ts'
import type { ArrivalOutcome, CloseReason, ConfirmationMeans, DocumentType, Inventory, NationalityBasis, OrderKind, RequestOutcome, RiskFinding, WithdrawalReason } from '../../casework/lists.ts'
import type { RequestStanding } from '../../casework/request-standing.ts'
import type { Step } from '../../law/rule.ts'
import type { casework as english, EventWords, RefusalWords } from '../en/casework.ts'
import { fieldName, happeningName } from '../field-name.ts'
import { formatDay, formatList } from '../format.ts'
import { recipientName } from '../recipient-name.ts'
import { stateName } from '../state-name.ts'

const day = (text: string) => formatDay(text, 'fr')
const state = (code: string) => stateName(code, 'fr')
const list = (items: readonly string[]) => formatList(items, 'fr')
const placed = (destination: string, place: string | undefined) => (place === undefined ? state(destination) : `${place}, ${state(destination)}`)

const steps: Readonly<Record<Step, string>> = {
  contact: 'premier contact avec l’État', request: 'demande de titre de voyage', interview: 'entrevue par le consulat', document: 'réception du document', booking: 'réservation', 'hand-over': 'remise', departure: 'départ',
}

const standings: Readonly<Record<RequestStanding, string>> = { drafted: 'rédigée', checked: 'vérifiée', approved: 'approuvée', sent: 'auprès de l’État', answered: 'répondue', withdrawn: 'retirée' }

const outcomes: Readonly<Record<RequestOutcome, string>> = {
  issued: 'Document délivré', 'issued-conditions': 'Document délivré sous conditions', 'agreed-at-border': 'Remise à la frontière acceptée, sans document',
  'nationality-confirmed-no-document': 'Nationalité confirmée, document à venir', 'nationality-not-confirmed': 'Nationalité non confirmée', 'no-statement': 'Aucune conclusion après l’entrevue',
  'insufficient-information': 'Retournée pour complément d’information', 'refused-policy': 'Refusée par politique de l’État', 'no-response': 'Sans réponse à ce jour', 'deemed-accepted': 'Réputée acceptée en vertu d’un accord',
  'withdrawn-authority': 'Retirée', 'expired-unused': 'Document expiré sans avoir servi', 'issued-refused-on-arrival': 'Document délivré, admission refusée à l’arrivée', 'nationality-disputed': 'Nationalité contestée entre États',
}

const withdrawals: Readonly<Record<WithdrawalReason, string>> = {
  'status-granted': 'un statut a été accordé', stay: 'il a été sursis à la mesure', 'lost-contact': 'le contact avec la personne est perdu', 'own-document-found': 'un document de la personne a été retrouvé',
  'voluntary-return': 'la personne part d’elle-même', duplicate: 'la demande faisait double emploi', error: 'la demande a été faite par erreur',
}

const documents: Readonly<Record<DocumentType, string>> = {
  'national-passport': 'passeport national', 'emergency-travel-document': 'titre de voyage d’urgence', 'single-journey-document': 'document pour un seul voyage de l’État qui renvoie', 'eu-return-document': 'document de voyage européen destiné au retour',
  'uk-letter': 'lettre du Royaume-Uni', 'chicago-convention-letter': 'lettre fondée sur la Convention de Chicago', 'charter-clearance': 'autorisation de vol nolisé', 'border-agreement': 'accord de remise à la frontière',
}

const arrivals: Readonly<Record<ArrivalOutcome, string>> = { admitted: 'admission', 'refused-on-arrival': 'refus à l’arrivée', 'nationality-disputed': 'nationalité contestée à l’arrivée' }

const bases: Readonly<Record<NationalityBasis, string>> = {
  'own-document': 'un document de la personne', 'copy-of-document': 'la copie d’un document', 'own-statement': 'la déclaration de la personne', 'register-answer': 'la réponse d’un registre', 'consular-statement': 'la déclaration d’un consulat', 'earlier-decision': 'une décision antérieure',
}

const findings: Readonly<Record<RiskFinding, string>> = { 'no-substantial-risk': 'pas de risque sérieux de mauvais traitements', 'substantial-risk-mitigated': 'un risque sérieux de mauvais traitements, atténué', 'substantial-risk': 'un risque sérieux de mauvais traitements' }

const closings: Readonly<Record<CloseReason, string>> = { departed: 'la personne est partie', 'status-granted': 'un statut a été accordé', 'left-without-removal': 'la personne est partie sans être renvoyée', died: 'la personne est décédée', 'opened-in-error': 'le dossier a été ouvert par erreur', merged: 'le dossier a été fusionné avec un autre' }

const confirmations: Readonly<Record<ConfirmationMeans, string>> = { 'seen-leaving': 'départ constaté', 'certificate-of-departure': 'attestation de départ', 'enforced-from-outside': 'exécution constatée depuis l’étranger', 'officer-satisfied': 'un agent est convaincu que la personne est partie' }

const orders: Readonly<Record<OrderKind, string>> = {
  'departure-order': 'interdiction de séjour', 'exclusion-order': 'exclusion', 'deportation-order': 'expulsion', 'removal-order': 'mesure de renvoi d’un juge', 'in-absentia-order': 'mesure de renvoi par défaut',
  'expedited-order': 'mesure de renvoi accélérée', 'administrative-order': 'mesure de renvoi administrative', 'reinstated-order': 'mesure de renvoi rétablie', 'voluntary-departure-lapsed': 'mesure après départ volontaire non effectué',
}

const inventories: Readonly<Record<Inventory, { readonly name: string; readonly means: string }>> = {
  stayed: { name: 'Sursis', means: 'Le droit retient le départ, quelle que soit la destination.' },
  monitoring: { name: 'Suivi', means: 'L’autorité n’a rien à faire pour l’instant\u00a0: il n’y a pas de mesure, la personne est injoignable, ou chaque demande est auprès d’un État.' },
  working: { name: 'En traitement', means: 'L’autorité a quelque chose à faire.' },
  'ready-to-return': { name: 'Retour possible', means: 'Personne identifiée, munie d’un document valide et joignable, dont aucun verrou ne retient le départ.' },
  departed: { name: 'Partie', means: 'La personne est partie et le dossier n’est pas encore fermé.' },
  closed: { name: 'Fermé', means: 'Le dossier est fermé.' },
}

const notDeemed: Readonly<Record<NotDeemed, string>> = {
  'no-agreement': 'aucun accord en vertu duquel la demande a été envoyée n’est en vigueur ce jour-là', 'two-agreements': 'deux versions de l’accord sont en vigueur ce jour-là', 'agreement-not-verified': 'le texte de l’accord n’a pas été lu',
  'silence-means-nothing': 'l’accord ne dit pas que le silence vaut consentement', 'reply-days-not-verified': 'le délai de réponse n’a pas été lu dans l’accord', 'not-acknowledged': 'le délai court à partir d’un accusé de réception, et il n’y en a pas',
  'holidays-not-known': 'les jours ouvrables ne sont pas connus jusqu’à cette date', 'period-not-passed': 'le délai de réponse n’est pas écoulé', answered: 'l’État a répondu',
}

const refusals: RefusalWords = {
  'no-case': () => 'Aucun dossier ne porte ce numéro. Vérifiez le numéro.',
  'case-already-open': () => 'Un dossier porte déjà ce numéro. Prenez-en un autre, ou ouvrez ce dossier.',
  'stale-version': ({ expected, actual }) => `Le dossier a changé depuis que vous l’avez lu (version ${actual}, vous avez vu la ${expected}). Relisez-le, puis décidez de nouveau.`,
  'case-closed': ({ reason, closedOn }) => `Le dossier a été fermé le ${day(closedOn)}\u00a0: ${closings[reason]}. Rouvrez-le d’abord.`,
  'case-not-closed': () => 'Le dossier est ouvert. Il n’y a rien à rouvrir.',
  'case-merged': ({ into }) => `Le dossier a été fusionné avec ${into}. Travaillez dans ce dossier-là, ou annulez la fusion.`,
  'case-not-merged': () => 'Le dossier n’a pas été fusionné. Il n’y a rien à annuler.',
  'person-has-left': ({ leftOn }) => `La personne est partie le ${day(leftOn)}. Consignez l’arrivée si elle n’a pas été admise.`,
  'person-has-not-left': () => 'Aucun départ consigné ne tient encore.',
  'impossible-day': ({ field, value }) => value === '' ? `Il manque un jour (${fieldName(field, 'fr')}). Écrivez-le comme 2026-09-30.` : `«\u00a0${value}\u00a0» (${fieldName(field, 'fr')}) n’est pas un jour du calendrier. Écrivez-le comme 2026-09-30.`,
  'day-in-future': ({ field, day: on }) => `Le ${day(on)} (${fieldName(field, 'fr')}) n’est pas encore venu. Consignez ce qui a eu lieu.`,
  'day-in-past': ({ field, day: on }) => `Le ${day(on)} (${fieldName(field, 'fr')}) est passé. Donnez un jour à venir.`,
  'not-today': ({ day: on, today }) => `Les verrous sont interrogés le jour de l’étape. Nous sommes le ${day(today)}, et non le ${day(on)}.`,
  'out-of-order': ({ day: on, after, afterDay }) => `Le ${day(on)} précède le ${day(afterDay)} (${happeningName(after, 'fr')}), qui doit venir d’abord. Vérifiez les deux jours.`,
  'empty-field': ({ field }) => `«\u00a0${fieldName(field, 'fr')}\u00a0» n’est pas rempli.`,
  'not-in-list': ({ field, value, allowed = [] }) => `«\u00a0${value}\u00a0» n’est pas une valeur de «\u00a0${fieldName(field, 'fr')}\u00a0».${allowed.length === 0 ? '' : ` Choisissez parmi\u00a0: ${allowed.join(', ')}.`}`,
  'no-source': () => 'La source manque. Dites où cela peut être vérifié.',
  'unknown-country': ({ country }) => `«\u00a0${country}\u00a0» n’est pas un État que Comity connaît par deux lettres (ISO 3166-1). Vérifiez le code.`,
  'status-code-as-country': ({ country }) => `«\u00a0${country}\u00a0» dit un statut et non un État. Une nationalité ou une destination est un État.`,
  'own-state-as-destination': ({ country }) => `${state(country)}\u00a0: c’est l’État de l’autorité elle-même, et non une destination.`,
  'own-citizen': ({ country }) => `La personne est consignée comme ressortissante (${state(country)}). Nul n’est renvoyé de son propre État. Réglez d’abord la nationalité.`,
  'id-in-use': ({ id }) => `Le numéro ${id} est déjà pris. Prenez-en un autre.`,
  'unknown-fact': ({ fact }) => `«\u00a0${fact}\u00a0» n’est pas un fait qu’une règle demande. «\u00a0comity case facts\u00a0» en donne la liste.`,
  'fact-is-computed': ({ fact }) => `«\u00a0${fact}\u00a0» découle du dossier ou du droit. On ne le consigne pas à la main.`,
  'fact-needs-destination': ({ fact }) => `«\u00a0${fact}\u00a0» met fin à quelque chose pour un seul État. Dites lequel.`,
  'fact-has-no-place': ({ fact }) => `«\u00a0${fact}\u00a0» ne porte pas sur une partie d’un pays. N’indiquez pas de lieu.`,
  'fact-has-no-destination': ({ fact }) => `«\u00a0${fact}\u00a0» concerne la personne. N’indiquez pas de destination.`,
  'unknown-fact-record': ({ factId }) => `Il n’y a pas d’inscription ${factId} dans ce dossier.`,
  'already-corrected': ({ factId }) => `L’inscription ${factId} a déjà été corrigée. Corrigez la correction.`,
  'nothing-changed': () => 'C’est déjà ce qui est consigné.',
  'unknown-correction': ({ correctionId }) => `Il n’y a pas de correction ${correctionId} dans ce dossier.`,
  'not-a-recipient': ({ recipient }) => `Aucun avis n’est dû\u00a0: ${recipientName(recipient, 'fr')} n’a pas reçu ce qui a été corrigé, ou en est déjà avisé.`,
  'unknown-nationality': ({ country }) => `Cette nationalité n’est pas consignée\u00a0: ${state(country)}.`,
  'nationality-already-recorded': ({ country }) => `Cette nationalité est déjà consignée pour ce motif\u00a0: ${state(country)}.`,
  'unknown-order': ({ orderId }) => `Il n’y a pas de mesure ${orderId} dans ce dossier.`,
  'order-ended': ({ orderId }) => `La mesure ${orderId} a pris fin.`,
  'unknown-destination': ({ destination }) => `${state(destination)}\u00a0: État non proposé, ou autre que celui de cette demande.`,
  'destination-already-proposed': ({ destination }) => `${state(destination)}\u00a0: destination déjà proposée.`,
  'destination-set-aside': ({ destination }) => `${state(destination)}\u00a0: destination écartée. Proposez-la d’abord de nouveau.`,
  'destination-not-asked': ({ destination }) => `${state(destination)}\u00a0: État non encore consulté. Une réponse suppose une question.`,
  'no-other-answer-period': ({ destination, clause }) => `Aucun autre délai de réponse ne peut être fixé au titre de ${clause} (${state(destination)}).`,
  'unknown-counsel': ({ counselId }) => `Il n’y a pas de conseil ${counselId} dans ce dossier.`,
  'no-counsel': () => 'Personne n’est consigné comme conseil à cette date.',
  'counsel-ended': ({ counselId }) => `Le conseil ${counselId} n’agit plus pour la personne.`,
  'same-officer': ({ officer }) => `Le dossier est déjà entre les mains de ${officer}.`,
  'not-detained': () => 'Aucune détention en cours n’est consignée.',
  'not-travelling-with-others': () => 'La personne n’est pas consignée comme voyageant avec d’autres.',
  'unknown-request': ({ requestId }) => `Il n’y a pas de demande ${requestId} dans ce dossier.`,
  'unknown-agreement': ({ agreement }) => `«\u00a0${agreement}\u00a0» n’est pas un accord avec cet État. Choisissez-en un dans la liste, ou aucun.`,
  'request-already-open': ({ requestId }) => `Le même document a été demandé au même bureau\u00a0: la demande ${requestId} est ouverte.`,
  'request-not-drafted': ({ requestId }) => `La demande ${requestId} a déjà été vérifiée.`,
  'request-not-checked': ({ requestId }) => `La demande ${requestId} n’attend pas d’approbation. Vérifiez-la d’abord, et de nouveau si les renseignements sur la personne ont changé.`,
  'request-not-approved': ({ requestId }) => `La demande ${requestId} n’est pas approuvée. Une seconde personne doit la lire.`,
  'request-not-sent': ({ requestId }) => `La demande ${requestId} n’a pas été envoyée.`,
  'request-left-elsewhere': ({ requestId }) => `La demande ${requestId} a été envoyée avant d’être consignée ici\u00a0: aucun message n’en est conservé qu’une correction pourrait nommer. Retirez-la et envoyez une nouvelle demande.`,
  'request-already-sent': ({ requestId }) => `La demande ${requestId} a déjà été envoyée.`,
  'request-ended': ({ requestId }) => `La demande ${requestId} a pris fin. Rédigez-en une nouvelle.`,
  'already-acknowledged': ({ requestId }) => `Il a déjà été accusé réception de la demande ${requestId}.`,
  'self-approval': ({ officer }) => `${officer} a rédigé cette demande. Une autre personne doit l’approuver.`,
  'outcome-cannot-follow': ({ outcome, standing }) => `«\u00a0${outcomes[outcome]}\u00a0» ne peut pas suivre ${standing === 'none' ? 'une demande sans réponse' : `«\u00a0${outcomes[standing]}\u00a0»`}.`,
  'outcome-follows-from-another-command': ({ outcome }) => `«\u00a0${outcomes[outcome]}\u00a0» ne se consigne pas comme réponse. Retirez la demande, ou consignez l’arrivée.`,
  'not-deemed-accepted': ({ why, lastDay }) => `Ici, le silence n’est pas un consentement\u00a0: ${notDeemed[why]}${lastDay === undefined ? '' : ` (dernier jour\u00a0: ${day(lastDay)})`}.`,
  'unknown-document': ({ documentId }) => `Il n’y a pas de document ${documentId} dans ce dossier.`,
  'document-lost': ({ documentId, lostOn }) => `Le document ${documentId} a été perdu le ${day(lostOn)}.`,
  'document-not-valid': ({ documentId, day: on, validFrom, validUntil }) => `Le document ${documentId} ne peut pas servir le ${day(on)}. Il est valide du ${day(validFrom)} au ${day(validUntil)}, pour un seul voyage.`,
  'document-for-another-destination': ({ documentId, destination }) => `Le document ${documentId} vaut pour un voyage vers un autre État (et non\u00a0: ${state(destination)}).`,
  'document-not-issued': ({ requestId }) => `Aucune réponse à la demande ${requestId} n’apporte de document. Consignez d’abord la réponse.`,
  'unknown-booking': ({ bookingId }) => `Il n’y a pas de réservation ${bookingId} dans ce dossier.`,
  'booking-cancelled': ({ bookingId }) => `La réservation ${bookingId} a été annulée.`,
  'booking-already-open': ({ bookingId }) => `La réservation ${bookingId} est ouverte. Annulez-la avant d’en faire une autre.`,
  'already-handed-over': ({ bookingId }) => `La personne a déjà été remise pour la réservation ${bookingId}.`,
  'not-the-booked-day': ({ bookingId, departsOn, day: on }) => `La réservation ${bookingId} est pour le ${day(departsOn)}, et non pour le ${day(on)}. Annulez-la et réservez de nouveau.`,
  'already-confirmed': () => 'Le départ est déjà confirmé.',
  'already-arrived': () => 'L’arrivée est déjà consignée.',
  'not-confirmed': () => 'Le départ n’est pas confirmé. Consignez comment on sait que la personne est partie.',
  'no-such-removal': ({ bookingId }) => `Personne n’a été renvoyé au titre de la réservation ${bookingId}.`,
  'removal-not-found-unlawful': ({ bookingId }) => `Le renvoi au titre de la réservation ${bookingId} n’est pas consigné comme illégal.`,
  'return-to-be-considered': ({ bookingId, foundOn }) => `Le renvoi au titre de la réservation ${bookingId} a été reconnu illégal le ${day(foundOn)}. L’autorité doit examiner le retour de la personne, et le consigner, avant la fermeture du dossier.`,
  'still-open': ({ requests, bookings }) => `Il reste quelque chose d’ouvert\u00a0: ${list([...requests.map((id) => `demande ${id}`), ...bookings.map((id) => `réservation ${id}`)])}. Retirez-le ou annulez-le d’abord.`,
  'reason-does-not-fit': ({ reason }) => `«\u00a0${closings[reason]}\u00a0» n’est pas ce que dit le dossier. Choisissez le motif qui convient.`,
  'other-case-missing': () => 'L’autre dossier de la fusion est introuvable.',
  'same-case': () => 'Un dossier ne peut pas être fusionné avec lui-même.',
  'minority-would-be-lost': ({ bornOn }) => `L’autre dossier indique la naissance «\u00a0${bornOn}\u00a0»\u00a0: la personne est peut-être mineure, ce que ne dit pas le dossier qui reste. Établissez d’abord la naissance dans les deux dossiers.`,
  'other-jurisdiction': () => 'Les deux dossiers relèvent du droit d’États différents.',
  'not-absorbed': ({ caseId }) => `L’autre dossier n’a pas repris ${caseId} dans son état actuel. Faites-le d’abord reprendre.`,
  'already-absorbed': ({ caseId }) => `${caseId} a déjà été repris.`,
  'still-merged': ({ caseId }) => `${caseId} est encore fusionné. Annulez-y d’abord la fusion.`,
  'correction-would-be-lost': ({ factIds }) => `Des corrections faites ici seraient perdues\u00a0: ${list(factIds)}. Faites-les d’abord dans l’autre dossier.`,
  'gate-held': ({ step, destination, answer }) => {
    const holding = answer.gates.filter(({ holds }) => holds.length > 0).map(({ gate }) => gate)
    return `Étape retenue\u00a0: ${steps[step]}, ${state(destination)}, ${answer.state === 'held-here' ? 'pour cette destination' : 'pour toute destination'}. ${holding.length === 0 ? 'Aucun verrou n’a été interrogé.' : `Verrous\u00a0: ${list(holding)}.`} Les motifs disent ce qui ouvrirait chacun.`
  },
}

const events: EventWords = {
  'case-opened': ({ openedOn }) => `Dossier ouvert le ${day(openedOn)}.`,
  'identity-recorded': () => 'Identité consignée de nouveau.',
  'nationality-recorded': ({ country, basis }) => `Nationalité consignée\u00a0: ${state(country)}. Fondement\u00a0: ${bases[basis]}.`,
  'nationality-withdrawn': ({ country }) => `Nationalité retirée du dossier\u00a0: ${state(country)}.`,
  'order-recorded': ({ orderKind, madeOn }) => `Mesure consignée\u00a0: ${orders[orderKind]}, ${day(madeOn)}.`,
  'order-ended': ({ orderId, reason }) => `La mesure ${orderId} a pris fin\u00a0: ${reason}.`,
  'officer-assigned': ({ officer }) => `Dossier confié à ${officer}.`,
  'travels-with': ({ group }) => `Voyage avec d’autres (${group}). Chaque personne a ses propres verrous.`,
  'travels-alone': () => 'Voyage seule.',
  'case-absorbed': ({ caseId }) => `Ce qui était consigné dans ${caseId} a été repris.`,
  'absorption-undone': ({ caseId }) => `Ce qui venait de ${caseId} a été rendu.`,
  'merged-into': ({ caseId }) => `Dossier fusionné avec ${caseId}.`,
  'merge-undone': ({ caseId }) => `Fusion avec ${caseId} annulée.`,
  'case-closed': ({ reason }) => `Dossier fermé\u00a0: ${closings[reason]}.`,
  'case-reopened': () => 'Dossier rouvert.',
  'fact-recorded': ({ record }) => (record.corrects === undefined ? 'Fait consigné.' : `Inscription ${record.corrects} corrigée.`),
  'recipient-told': ({ recipient }) => `Avisé d’une correction\u00a0: ${recipientName(recipient, 'fr')}.`,
  'correction-sent': ({ destination }) => `Correction envoyée\u00a0: ${state(destination)}.`,
  'destination-proposed': ({ destination, place, clause }) => `Destination proposée\u00a0: ${placed(destination, place)} (${clause}).`,
  'destination-asked': ({ destination }) => `État consulté sur l’accueil de la personne\u00a0: ${state(destination)}.`,
  'destination-answered': ({ destination, answer }) => `Réponse (${state(destination)})\u00a0: ${{ willing: 'accord', unwilling: 'refus', 'not-final': 'pas de réponse définitive' }[answer]}.`,
  'answer-period-set': ({ destination, answerBy }) => `Réponse attendue au plus tard le ${day(answerBy)} (${state(destination)}).`,
  'destination-set-aside': ({ destination, clause }) => `Destination écartée\u00a0: ${state(destination)} (${clause}).`,
  'counsel-recorded': ({ name }) => `Conseil consigné\u00a0: ${name}.`,
  'counsel-ended': () => 'Le conseil n’agit plus.',
  'notice-given': ({ to, about }) => `Avis donné ${to === 'person' ? 'à la personne' : 'au conseil'}\u00a0: ${about}.`,
  'contact-made': ({ destination }) => `Contact établi\u00a0: ${state(destination)}.`,
  'risk-recorded': ({ destination, finding }) => `Conclusion (${state(destination)})\u00a0: ${findings[finding]}.`,
  'availability-recorded': ({ available }) => (available ? 'La personne est joignable.' : 'La personne est injoignable.'),
  'detention-recorded': ({ detained, on }) => (detained ? `Détention depuis le ${day(on)}.` : `Mise en liberté le ${day(on)}.`),
  'custody-reviewed': () => 'La détention a été contrôlée.',
  'request-drafted': ({ destination, documentType }) => `Demande rédigée\u00a0: ${documents[documentType]}, ${state(destination)}.`,
  'earlier-request-recorded': ({ destination, sentOn }) => `Demande antérieure consignée\u00a0: ${state(destination)}, envoyée le ${day(sentOn)}.`,
  'request-checked': ({ requestId }) => `Demande ${requestId} vérifiée.`,
  'request-approved': ({ requestId }) => `Demande ${requestId} approuvée par une seconde personne.`,
  'request-sent': ({ destination }) => `Demande envoyée\u00a0: ${state(destination)}.`,
  'request-acknowledged': ({ requestId }) => `Accusé de réception de la demande ${requestId}.`,
  'person-copy-given': ({ requestId }) => `La personne a reçu copie de la demande ${requestId}.`,
  'interview-arranged': ({ heldOn }) => `Entrevue prévue le ${day(heldOn)}.`,
  'interview-held': ({ destination }) => `Entrevue tenue\u00a0: ${state(destination)}.`,
  'outcome-recorded': ({ outcome }) => `${outcomes[outcome]}.`,
  'request-withdrawn': ({ requestId, reason }) => `Demande ${requestId} retirée, parce que ${withdrawals[reason]}. Vu de l’extérieur, ce retrait ne se distingue d’aucun autre.`,
  'document-taken': ({ documentType, validUntil }) => `Document reçu\u00a0: ${documents[documentType]}, valide jusqu’au ${day(validUntil)}.`,
  'document-lost': ({ documentId }) => `Document ${documentId} perdu.`,
  'booking-made': ({ destination, place, departsOn }) => `Voyage réservé\u00a0: ${placed(destination, place)}, le ${day(departsOn)}.`,
  'booking-cancelled': () => 'Réservation annulée.',
  'handed-over': () => 'Personne remise pour le voyage.',
  departed: ({ destination, on }) => `Départ le ${day(on)}\u00a0: ${state(destination)}.`,
  'left-without-removal': ({ on }) => `Départ le ${day(on)}, sans renvoi.`,
  'departure-confirmed': ({ how }) => `Départ confirmé\u00a0: ${confirmations[how]}.`,
  'arrival-recorded': ({ outcome }) => `À l’arrivée\u00a0: ${arrivals[outcome]}.`,
  'removal-found-unlawful': ({ bookingId }) => `Le renvoi au titre de la réservation ${bookingId} a été reconnu illégal. L’autorité doit examiner le retour de la personne.`,
  'return-considered': ({ bookingId }) => `L’autorité a examiné le retour de la personne renvoyée au titre de la réservation ${bookingId}.`,
}

export const casework: typeof english = { steps, standings, outcomes, withdrawals, documents, arrivals, bases, findings, closings, confirmations, orders, inventories, refusals, events }
