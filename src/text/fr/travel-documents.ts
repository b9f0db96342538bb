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
}
