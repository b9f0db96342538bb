import type { travelDocuments as english } from '../en/travel-documents.ts'

export const travelDocuments: typeof english = {
  captions: {
    'issuing-state': 'État de délivrance', 'document-number': 'Numéro du document', 'family-name': 'Nom', 'given-names': 'Prénoms', 'date-of-birth': 'Date de naissance', sex: 'Sexe',
    nationality: 'Nationalité', 'distinguishing-marks': 'Signes particuliers', 'address-at-destination': 'Adresse à destination, si elle est connue', destination: 'Destination', authority: 'Autorité',
    'place-of-issue': 'Lieu de délivrance', 'issued-on': 'Date de délivrance', 'valid-until': 'Valable jusqu’au', 'single-journey': 'Valable pour un seul voyage', departure: 'Départ (timbre)', arrival: 'Arrivée (timbre)',
  },
  sheet: {
    title: 'SPECIMEN\u00a0: document de voyage pour un seul voyage',
    sentence: 'Pour essai seulement. Ce n’est pas un document de voyage\u00a0: il ne nomme personne et ne permet de franchir aucune frontière.',
    photograph: 'Photographie',
    seal: 'Code à barres (DataMatrix) portant le sceau numérique visible signé. Il répète les deux lignes de la zone de lecture automatique et porte la mention SPECIMEN.',
  },
  specimen: {
    name: 'Produire le spécimen d’un document de voyage',
    title: 'Produire le spécimen d’un document de voyage',
    lead: 'Un spécimen montre comment le document pour un seul voyage d’un État qui renvoie est disposé, lu et vérifié. C’est celui de l’Utopie, un pays qui n’existe pas; il porte la mention SPECIMEN sur la page, dans la zone de lecture automatique et dans le code à barres signé.',
    fictional: 'N’y inscrivez rien sur une personne réelle. Rien n’en est conservé.',
    familyName: 'Nom', familyHint: 'SPECIMEN est placé devant.', givenNames: 'Prénoms', givenHint: 'Peut rester vide.',
    dateOfBirth: 'Date de naissance', birthHint: 'Laissez les trois cases vides si elle est inconnue.',
    sex: 'Sexe', sexes: { female: 'Féminin', male: 'Masculin', unspecified: 'Non précisé' },
    marks: 'Signes particuliers', address: 'Adresse à destination', issuedOn: 'Date de délivrance', validUntil: 'Valable jusqu’au', serial: 'Dernier chiffre du numéro du document', serialHint: 'Le numéro est SPECIMEN suivi d’un chiffre.',
    button: 'Produire le spécimen (PDF)', problem: 'Aucun spécimen n’a été produit', toZone: 'Lire une zone de lecture automatique',
    faults: { sex: 'Choisissez l’une des trois réponses.', serial: 'Écrivez un chiffre, de 0 à 9.', 'too-long': 'C’est trop long\u00a0: écrivez au plus 60 caractères.', 'control-characters': 'Écrivez ceci sans saut de ligne ni caractère de commande.', 'no-pdf': 'Le PDF n’a pu être composé\u00a0: une lettre n’existe dans aucune police de cette machine, ou le programme de composition y manque. Essayez en lettres latines.' },
  },
  zone: {
    name: 'Lire une zone de lecture automatique',
    title: 'Lire une zone de lecture automatique',
    lead: 'Saisissez ou collez les lignes au bas d’un passeport, d’une carte ou d’un visa. Chaque champ est jugé pour lui-même; il n’y a pas de verdict sur l’ensemble, car il n’y en a pas sur une personne.',
    kept: 'Ce que vous collez est lu puis oublié\u00a0: rien n’en passe dans un dossier, un journal ou une adresse.',
    lines: 'Lignes de la zone', hint: 'Deux ou trois lignes, exactement comme elles sont imprimées, avec tous les signes de remplissage (<).', button: 'Lire', problem: 'La zone n’a pas été lue', empty: 'Collez au moins une ligne.',
    result: 'Ce que dit la zone', field: 'Champ', printed: 'Tel qu’imprimé', means: 'Signification', verdict: 'Ce que dit son chiffre de contrôle', format: (format) => `Format ${format} du Doc 9303 de l’OACI.`,
    sex: 'sexe', composite: 'chiffre de contrôle sur plusieurs champs', nothing: 'Rien', faultsTitle: 'Ce qui ne peut être exact', noFaults: 'Rien n’a été trouvé qui ne puisse être exact.',
    mayBeCut: 'Le nom remplit sa place jusqu’au bout\u00a0: il peut en manquer une partie.', readings: (numbers) => `On peut le lire ainsi\u00a0: ${numbers}.`,
    statusTitle: 'Cette zone révèle un statut',
    status: (fields) => `Ces champs contiennent un code qui révèle l’apatridie, le refuge ou un autre statut\u00a0: ${fields}. Un tel code n’est pas une nationalité. Il ne doit pas parvenir à un État d’origine\u00a0: aucune demande ne peut le contenir, et il n’a pas été conservé ici.`,
    statusTag: 'Révèle un statut',
    codes: { organization: 'une organisation', specimen: 'l’Utopie, pour les spécimens', status: 'un statut, non une nationalité', unknown: 'personne que Comity connaisse' }, withdrawn: (name) => `${name} (code du passé)`,
    unknownParts: 'non connue en entier', noDay: 'aucun jour du calendrier', twoDays: ({ first, second }) => `${first} ou ${second}`, noSex: 'ni F, ni M, ni <',
    copying: 'Un chiffre exact dit que les caractères ont probablement été bien recopiés. Il ne dit pas si le document est authentique, ni à qui il appartient.',
  },
}
