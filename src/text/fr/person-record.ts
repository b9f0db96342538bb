import type { personRecord as english } from '../en/person-record.ts'

const documentTypes = { passport: 'passeport', 'identity-card': 'carte d’identité', 'birth-certificate': 'acte de naissance', 'seafarers-book': 'livret de marin', 'driving-licence': 'permis de conduire' }

export const personRecord: typeof english = {
  fictional: 'FICTIF\u00a0: cette personne est inventée.',
  title: 'Ce qui est conservé à votre sujet',
  made: ({ at, caseId }) => `Établi le ${at} à partir du dossier ${caseId}.`,
  moment: ({ at, written }) => `${at} (${written})`,
  identity: 'Votre identité, telle que consignée',
  document: ({ number, country }) => `Document ${number}, ${country}`,
  facts: 'Faits consignés',
  fact: ({ on, value, name, where, source, corrected }) => `${on}\u00a0: ${name}${where === '' ? '' : ` (${where})`}\u00a0: ${value}. Source\u00a0: ${source}.${corrected ? ' Corrigé depuis.' : ''}`,
  values: { yes: 'oui', no: 'non', unknown: 'inconnu' },
  decisions: 'Ce que les verrous juridiques ont répondu',
  decision: ({ at, step, place, on, state }) => `${at}\u00a0: ${step}, ${place}, pour le ${on}\u00a0: ${state}.`,
  messages: 'Ce qui a été envoyé à un autre État à votre sujet',
  message: ({ at, to }) => `${at}, à l’État suivant\u00a0: ${to}`,
  correction: ({ at, to }) => `${at}, pour corriger une demande antérieure, à l’État suivant\u00a0: ${to}`,
  history: 'Tout ce qui s’est passé dans le dossier',
  event: ({ sequence, at, text }) => `${sequence}. ${at}\u00a0: ${text}`,
  nothing: 'Rien.',
  leftOut: 'Omis\u00a0: les noms des agents (numérotés dans le relevé lisible par machine) et des personnes qui voyagent avec vous. Ce que le paragraphe 49(4) de la Loi sur l’immigration et la protection des réfugiés demande de dénombrer est conservé à part et ne figure pas dans ce dossier; demandez-le séparément.',
  field: ({ label, value }) => `${label}\u00a0: ${value}`,
  request: {
    fields: {
      request: 'Numéro de la demande', to: 'À', document: 'Document demandé', familyName: 'Nom de famille', givenNames: 'Prénoms', bornOn: 'Date de naissance', bornIn: 'Lieu de naissance', bornInCountry: 'Pays de naissance', sex: 'Sexe',
      nationality: 'Nationalité invoquée', photograph: 'Photographie', identityDocument: 'Pièce d’identité', otherNames: 'Autres noms', height: 'Taille (cm)', fingerprints: 'Empreintes digitales', visa: 'Visa', file: 'Fichier joint',
    },
    sexes: { female: 'féminin', male: 'masculin' },
    bases: { 'own-document': 'un document qui vous appartient', 'copy-of-document': 'une copie d’un document', 'own-statement': 'votre propre déclaration', 'register-answer': 'la réponse d’un registre', 'consular-statement': 'une déclaration consulaire', 'on-record': 'consignée' },
    identityDocument: ({ documentType, number, copy }) => `${documentTypes[documentType]} ${number}${copy ? ', une copie' : ''}`,
    yes: 'jointe à la demande',
  },
  copy: {
    title: ({ to, consulate }) => `Votre copie de la demande adressée à l’État suivant\u00a0: ${to}, ${consulate}`,
    sent: (on) => `Envoyée le ${on}.`,
    draft: 'Pas encore envoyée. Voici la demande telle qu’elle partirait aujourd’hui.',
    nothingElse: 'La demande ne contient rien d’autre.',
    receipt: 'Accusé de réception',
    received: (digest) => `J’ai reçu une copie de cette demande. Son empreinte (SHA-256) est ${digest}.`,
    refused: 'Si vous ne souhaitez pas signer, dites-le\u00a0: cela est consigné et ne change rien.',
    signature: 'Date et signature\u00a0: ______________________________',
  },
}
