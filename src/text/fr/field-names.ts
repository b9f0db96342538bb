import type { fieldNames as english } from '../en/field-names.ts'

const fields: (typeof english)['fields'] = {
  answerBy: 'dernier jour pour répondre', on: 'jour', source: 'source', value: 'valeur', validFrom: 'premier jour de validité', validUntil: 'dernier jour de validité', departsOn: 'jour du départ', heldOn: 'jour de l’entrevue', draftedOn: 'jour de rédaction', bornOn: 'date de naissance',
  about: 'objet de l’avis', address: 'adresse', clause: 'disposition de la loi', consulate: 'consulat', familyName: 'nom de famille', givenNames: 'prénoms', group: 'groupe', id: 'numéro', name: 'nom', note: 'note', number: 'numéro du document',
  officer: 'agent', reason: 'motif', reasons: 'motifs', receipt: 'accusé de réception', answer: 'réponse', basis: 'fondement de la nationalité', documentType: 'genre de document', finding: 'conclusion', how: 'moyen de confirmation', jurisdiction: 'ressort',
  orderKind: 'genre de mesure', outcome: 'issue', sex: 'sexe', to: 'destinataire de l’avis', photograph: 'photographie', identityDocuments: 'documents d’identité', copy: 'copie ou original', country: 'pays', bornInCountry: 'pays de naissance',
  bornIn: 'lieu de naissance', destination: 'destination', otherNames: 'autres noms', height: 'taille', fingerprints: 'empreintes digitales', visa: 'visa', files: 'fichiers', agreement: 'accord', gender: 'genre', criminalBackground: 'antécédents criminels',
  birthYear: 'année de naissance', caseId: 'dossier', commandId: 'commande', otherCaseId: 'autre dossier', updateId: 'modification du droit', nationalities: 'nationalités', identity: 'identité', fact: 'fait', factId: 'inscription', factIds: 'inscriptions', corrects: 'inscription à corriger',
  correctionId: 'correction', recipient: 'destinataire', requestId: 'demande', riskId: 'conclusion sur le risque', detained: 'détention ou non', place: 'lieu', counselId: 'conseil', noticeId: 'avis', available: 'joignable ou non', bookingId: 'réservation', documentId: 'document',
  orderId: 'mesure', kind: 'genre de commande',
}

const happenings: (typeof english)['happenings'] = {
  'removal-found-unlawful': 'constat de l’illégalité du renvoi', 'case-opened': 'ouverture du dossier', 'case-closed': 'fermeture du dossier', 'nationality-recorded': 'consignation de la nationalité', 'order-recorded': 'date de la mesure', 'request-drafted': 'rédaction de la demande', 'request-checked': 'vérification de la demande',
  'request-approved': 'approbation de la demande', 'request-sent': 'envoi de la demande', 'earlier-request': 'envoi de la demande antérieure', 'outcome-recorded': 'dernière réponse', 'destination-proposed': 'proposition de la destination',
  'destination-asked': 'question posée à l’État', 'availability-recorded': 'dernière mention disant si la personne est joignable', 'counsel-recorded': 'consignation du conseil', 'detention-recorded': 'dernière mention de détention', 'custody-reviewed': 'dernier contrôle de la détention',
  validFrom: 'début de la validité', 'document-taken': 'réception du document', 'booking-made': 'réservation du voyage', departed: 'départ de la personne',
}

export const fieldNames: typeof english = { fields, happenings }
