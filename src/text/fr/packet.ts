import type { packet as english } from '../en/packet.ts'

export const packet: typeof english = {
  title: 'Demande de titre de voyage',
  about: 'La demande', person: 'La personne', papers: 'Pièces d’identité', required: 'Exigé par un accord', files: 'Fichiers joints',
  fields: {
    format: 'Forme du message', request: 'Référence', to: 'État sollicité', document: 'Document demandé', familyName: 'Nom', givenNames: 'Prénoms', bornOn: 'Date de naissance', bornIn: 'Lieu de naissance',
    bornInCountry: 'Pays de naissance', sex: 'Sexe', nationality: 'Nationalité', photograph: 'Photographie (SHA-256)', identityDocuments: 'Pièces d’identité', required: 'Exigé par un accord', files: 'Fichiers joints',
  },
  extras: { otherNames: 'Autres noms', height: 'Taille', fingerprints: 'Empreintes digitales (SHA-256)', visa: 'Visa' },
  bases: {
    'own-document': 'un document de la personne', 'copy-of-document': 'la copie d’un document', 'own-statement': 'la déclaration de la personne', 'register-answer': 'la réponse d’un registre',
    'consular-statement': 'la déclaration d’un consulat', 'on-record': 'au dossier',
  },
  basis: 'Fondement de la nationalité', kinds: { 'comity-request/1': 'Demande', 'comity-correction/1': 'Correction d’une demande' },
  papersKinds: { passport: 'passeport', 'identity-card': 'carte d’identité', 'birth-certificate': 'acte de naissance', 'seafarers-book': 'livret de marin', 'driving-licence': 'permis de conduire' },
  columns: { kind: 'Genre', number: 'Numéro', held: 'Détenu en', file: 'Fichier (SHA-256)', format: 'Format' }, copy: 'copie', original: 'original',
  sexes: { female: 'féminin', male: 'masculin' }, notStated: 'non indiqué', none: 'Aucun.', centimetres: (count) => `${count}\u00a0cm`, article: ({ agreement, article }) => `${agreement}, ${article}`, visa: ({ number, from, until }) => `${number}, ${from} – ${until}`,
  draft: 'Projet. La demande n’est pas partie.', sent: (day) => `Envoyée le ${day}.`,
  page: {
    name: 'Ce qui part', title: 'Ce qui part vers l’État', back: 'Retour au dossier', pdf: 'La même chose en PDF',
    lead: 'En voici l’intégralité. Une demande est faite de ces champs et n’en a pas d’autres\u00a0: rien sur la protection, la santé, la criminalité, les proches ou les motifs ne peut y figurer.',
    draft: 'Rien n’est encore parti. Voici ce qui partirait aujourd’hui; ce qu’un accord exige en plus, et les fichiers, s’y ajoutent au moment de l’envoi.',
    left: ({ at, digest }) => `Ceci est parti le ${at}. SHA-256 de ses octets\u00a0: ${digest}`,
    refused: 'En l’état, rien ne pourrait partir', withdrawn: 'La demande a été retirée avant son départ. Rien ne partira.', unprintable: 'Le PDF n’a pu être composé ici\u00a0: une lettre n’existe dans aucune police de cette machine, ou le programme de composition y manque. Lisez l’envoi sur cette page.',
    message: (number) => `Message ${number}`,
  },
}
