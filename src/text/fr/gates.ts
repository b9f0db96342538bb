import type { gates as english } from '../en/gates.ts'

export const gates: typeof english = {
  states: { open: 'ouvert', 'held-here': 'retenu pour cette destination', 'held-everywhere': 'retenu pour toute destination' },
  reasons: {
    so: 'Retenu par',
    'may-be-so': `Retenu, car on ne sait pas que ceci ne s’applique pas\u00a0:`,
    draft: `Retenu par une ébauche dont le texte n’a pas été trouvé; un réviseur juridique doit consigner le fondement\u00a0:`,
    conflict: 'Retenu, car des inscriptions se contredisent. L’une d’elles doit être corrigée.',
    'no-rule': 'Retenu, car le recueil n’a aucune version de cette règle pour ce jour. Un réviseur juridique doit l’examiner.',
    'two-rules': 'Retenu, car le recueil a plus d’une version de cette règle pour ce jour. Un réviseur juridique doit l’examiner.',
  },
  authorities: { statute: 'loi', regulation: 'règlement', instrument: 'instrument', court: 'ordonnance judiciaire', policy: 'politique, et non loi', none: 'aucun fondement' },
  texts: { verified: 'texte lu', unverified: 'texte non vérifié', draft: 'ébauche' },
  acts: { 'I-2.5': 'LIPR', 'SOR/2002-227': 'RIPR', 'P-21': 'Loi sur la protection des renseignements personnels', 'A-18.8': 'Loi visant à éviter la complicité dans les cas de mauvais traitements infligés par des entités étrangères', 'C-44.6': 'Loi sur le système correctionnel et la mise en liberté sous condition' },
  conditions: {
    always: 'dans tous les cas',
    notBefore: ({ fact, other }) => `${fact} (pas avant\u00a0: ${other})`,
    no: (text) => `le contraire de\u00a0: ${text}`,
    all: ' et ',
    any: ' ou ',
    passed: ({ length, since }) => `${length} se sont écoulés depuis\u00a0: ${since}`,
    reached: ({ length, since }) => `le dernier de ${length} est arrivé, à compter de\u00a0: ${since}`,
    within: ({ length, since, happened }) => `${happened}, dans un délai de ${length} à compter de\u00a0: ${since}`,
    days: (length) => (length === 1 ? '1 jour' : `${length} jours`),
    months: (length) => `${length} mois`,
  },
  labels: {
    unsettled: 'Non consigné, ou contradictoire',
    opensWhen: 'S’ouvre quand',
    opensNever: 'Rien ne l’ouvre dans un texte vérifié',
    ignored: 'C’est le cas, mais le texte n’est pas vérifié et n’ouvre rien',
    weighed: 'À peser; ne retient rien',
    alarms: (gates) => `Quelqu’un doit examiner\u00a0: ${gates}.`,
    noGate: 'Aucun verrou n’a été interrogé, donc l’étape est retenue.',
    note: 'Note',
  },
}
