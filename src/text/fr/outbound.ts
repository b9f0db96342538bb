import type { outbound as english, FindingWords, OutboundWords } from '../en/outbound.ts'
import type { PacketFinding } from '../../casework/packet-finding.ts'
import { fieldName } from '../field-name.ts'
import { capitalise } from '../format.ts'
import { stateName } from '../state-name.ts'

const data = { 'other-names': 'd’autres noms', height: 'la taille', fingerprints: 'les empreintes digitales', visa: 'les données de visa' } as const

/** Pourquoi une demande à un État d’origine n’a pas été écrite, à l’intention de l’agent; personne à l’extérieur ne lit ces phrases. */
const refusals: OutboundWords = {
  'unknown-field': ({ field }) => `Une demande n’a pas de champ pour «\u00a0${field}\u00a0». Rien n’a été envoyé.`,
  'not-in-list': ({ field, value }) => `«\u00a0${value}\u00a0» ne fait pas partie des valeurs que «\u00a0${fieldName(field, 'fr')}\u00a0» peut avoir dans une demande.`,
  'id-not-opaque': () => 'L’identifiant de la demande n’est pas aléatoire. Rédigez la demande de nouveau pour qu’elle en reçoive un autre.',
  'name-missing': () => 'Il faut un nom de famille ou des prénoms dans une demande.',
  'text-not-allowed': ({ field }) => `${capitalise(fieldName(field, 'fr'))}\u00a0: il s’y trouve un caractère qui ne peut pas sortir\u00a0: seuls le peuvent les lettres et leurs signes, les espaces simples, les traits d’union, les apostrophes et les points. Corrigez l’identité.`,
  'text-too-long': ({ field, most }) => `${capitalise(fieldName(field, 'fr'))}\u00a0: plus de ${most} caractères. Abrégez comme le fait le document de la personne.`,
  'text-tells-of-claim': ({ field }) => `${capitalise(fieldName(field, 'fr'))}\u00a0: il s’y trouve un mot qui révélerait une demande de protection. Corrigez l’identité.`,
  'number-not-allowed': ({ field }) => `${capitalise(fieldName(field, 'fr'))}\u00a0: ce n’est pas un numéro qui peut sortir\u00a0: seuls le peuvent les majuscules, les chiffres et, entre eux, des espaces simples, traits d’union ou barres obliques.`,
  'impossible-day': ({ field, value }) => `«\u00a0${value}\u00a0» (${fieldName(field, 'fr')}) n’est pas un jour du calendrier.`,
  'too-many': ({ field, most }) => `Il y a plus de ${most} éléments dans «\u00a0${fieldName(field, 'fr')}\u00a0». Gardez ceux dont l’État a besoin.`,
  'unknown-country': ({ field, country }) => `«\u00a0${country}\u00a0» (${fieldName(field, 'fr')}) n’est pas un code de pays.`,
  'status-code': ({ field, country }) => `«\u00a0${country}\u00a0» (${fieldName(field, 'fr')}) désigne un statut et non une nationalité, et ne sort jamais.`,
  'nationality-not-recorded': ({ country }) => `Aucun fondement n’est consigné pour la nationalité de cet État\u00a0: ${stateName(country, 'fr')}. Consignez-en un, ou adressez-vous à un autre État.`,
  'document-not-allowed': ({ documentType }) => `Les documents de ce genre (${documentType}) ne sont pas nommés dans les demandes\u00a0: ils peuvent révéler une protection.`,
  'agreement-not-in-force': ({ agreement }) => (agreement === '' ? 'La demande ne nomme aucun accord qui exigerait plus que l’identité.' : `L’accord «\u00a0${agreement}\u00a0» n’est pas en vigueur avec cet État, ou plusieurs de ses versions le sont.`),
  'not-required': ({ datum }) => `L’accord n’exige pas ${data[datum]}. Ce qu’il n’exige pas n’est pas envoyé.`,
  'requirement-not-verified': ({ datum }) => `Personne n’a vérifié dans le texte de l’accord qu’il exige ${data[datum]}. Un réviseur juridique doit d’abord le faire.`,
  'file-not-checked': ({ field }) => `Le fichier nommé (${fieldName(field, 'fr')}) n’est pas parmi ceux qui ont été vérifiés. Ajoutez-le ou retirez la mention.`,
  'authority-missing': ({ for: what }) => ({
    fingerprints: 'Il faut une autorisation consignée, pour cet État, d’envoyer des empreintes digitales. Consignez-la comme un fait, avec sa source.',
    visa: 'Il faut une autorisation consignée, pour cet État, d’envoyer des données de visa. Consignez-la comme un fait, avec sa source.',
    child: 'La personne est mineure ou l’est peut-être. Une décision sur l’intérêt supérieur de l’enfant concernant cet État doit d’abord être consignée; si le jour de naissance n’est pas connu, consignez ce qu’on en sait.',
  })[what],
  'request-not-left': () => 'Aucune demande n’est partie d’ici vers cet État\u00a0: il n’y a rien à corriger.',
  'request-withdrawn': () => 'La demande a été retirée. Rien de plus n’en est dit; s’il faut de nouveau s’adresser à cet État, rédigez une autre demande.',
}

// The reader names parts as their format does; the few words among them are English.
const partNames: readonly (readonly [RegExp, string])[] = [
  [/^byte /, 'octet '], [/^object /, 'objet '], [/^pages$/, 'pages'], [/^names$/, 'noms'], [/^catalog\b/, 'catalogue'], [/^trailer\b/, 'fin du fichier'], [/\bentry$/, 'entrée'], [/\bcolours$/, 'couleurs'], [/\bopacity$/, 'opacité'],
  [/^zip or office document$/, 'archive ou document de bureautique'], [/^old office document$/, 'ancien document de bureautique'], [/^HEIC or video$/, 'HEIC ou vidéo'], [/^file$/, 'fichier'], [/^chunk$/, 'bloc'], [/^name$/, 'nom'],
]
const partOf = ({ place }: PacketFinding) => partNames.reduce((text, [pattern, word]) => text.replace(pattern, word), place)
const at = (finding: PacketFinding) => `(${partOf(finding)})`

/** Ce que le vérificateur a trouvé dans un fichier, et ce qu’il faut faire. */
const findings: FindingWords = {
  'format-not-accepted': (finding) => `Ce fichier est d’un autre genre ${at(finding)}. Seuls JPEG, PNG et PDF peuvent être lus jusqu’au dernier octet\u00a0: enregistrez les pages comme images.`,
  'too-large': () => 'Le fichier dépasse 20 mégaoctets. Enregistrez-le à une résolution plus faible.',
  'cannot-be-read': (finding) => `Le fichier est endommagé, ou une de ses parties ne peut pas être lue ${at(finding)}. Ce qui ne peut pas être lu ne sort pas\u00a0: enregistrez les pages comme images.`,
  locked: (finding) => `Le fichier est verrouillé ${at(finding)}. Enregistrez-le sans mot de passe.`,
  'unknown-part': (finding) => `Le fichier a une partie dont rien ne dit qu’elle est sans danger ${at(finding)}. Enregistrez les pages comme images.`,
  'left-behind': (finding) => `Le fichier contient encore un état antérieur, ou quelque chose qu’il ne montre plus ${at(finding)}. Enregistrez-le comme nouveau fichier.`,
  'data-after-end': (finding) => `Quelque chose suit la fin du fichier ${at(finding)}. Enregistrez-le comme nouveau fichier.`,
  metadata: (finding) => `Le fichier dit qui ou quoi l’a produit ${at(finding)}. Enregistrez-le sans propriétés.`,
  'camera-data': (finding) => `L’image contient des données de l’appareil photo ${at(finding)}. Enregistrez-la sans elles.`,
  position: (finding) => `L’image dit où elle a été prise ${at(finding)}. Enregistrez-la sans données de l’appareil.`,
  date: (finding) => `Le fichier dit quand il a été produit ou modifié ${at(finding)}. Enregistrez-le sans dates.`,
  comment: (finding) => `Le fichier contient un commentaire ou un texte qu’il ne montre pas ${at(finding)}. Enregistrez-le sans lui.`,
  'colour-profile': (finding) => `Le fichier contient un profil de couleurs, où tout peut être écrit ${at(finding)}. Enregistrez-le en sRGB, sans profil.`,
  thumbnail: (finding) => `Le fichier contient une seconde image, plus petite et peut-être antérieure ${at(finding)}. Enregistrez-le sans aperçu.`,
  'embedded-file': (finding) => `Il y a un autre fichier dans celui-ci ${at(finding)}. Retirez-le.`,
  program: (finding) => `Le fichier agit à son ouverture ${at(finding)}. Enregistrez-le sans actions.`,
  annotation: (finding) => `Le fichier a des notes ou des champs de formulaire ${at(finding)}. Retirez-les, ou enregistrez les pages comme images.`,
  layer: (finding) => `Le fichier a des calques qui peuvent être masqués ${at(finding)}. Enregistrez les pages comme images.`,
  'hidden-text': (finding) => `Le fichier a du texte que personne ne voit ${at(finding)}, issu peut-être d’une reconnaissance de texte. Enregistrez les pages comme images.`,
  'unreadable-text': (finding) => `Le fichier a du texte dont les lettres ne peuvent pas être lues ${at(finding)}. Enregistrez les pages comme images, et parcourez-les.`,
  'telling-word': (finding) => `Le fichier contient un mot qui révèle une demande de protection ${at(finding)}. Il ne doit pas sortir.`,
  'telling-name': () => 'Le nom du fichier révèle une demande de protection. Assurez-vous que c’est le bon fichier, puis donnez-lui un autre nom.',
}

export const outbound: typeof english = { refusals, findings }
