import type { personCopy as english } from '../en/person-copy.ts'

export const personCopy: typeof english = {
  heldBy: (question) => `Retenu par la question\u00a0: ${question}`,
  receipt: (number) => `Récépissé numéro\u00a0${number}`,

  name: 'Copie pour la personne',
  ask: {
    title: 'Établir la copie pour la personne',
    lead: 'Tout ce qui est conservé au sujet d’une personne, pour cette personne\u00a0: ce qui est détenu et d’où cela vient, ce que les verrous ont répondu, ce qui a été envoyé, à qui et quand. Le fait qu’elle est établie, et pourquoi, est consigné avec votre nom avant que vous la voyiez.',
    caseId: 'Numéro du dossier', idHint: 'Par exemple 123e4567-e89b-42d3-a456-426614174000.',
    purpose: 'Pourquoi est-elle établie?', purposes: { 'disclosure-request': 'La personne a demandé son propre dossier', 'complaint-or-court': 'Pour répondre à une plainte ou à un tribunal' },
    language: 'Dans quelle langue?', languageHint: 'La langue officielle que la personne a choisie.', languages: { en: 'English', fr: 'Français' },
    button: 'Établir la copie', problem: 'Aucune copie n’a été établie', problemText: 'À corriger\u00a0:',
    faults: { empty: 'Écrivez le numéro du dossier.', 'bad-id': 'Ce n’est pas le numéro d’un dossier. Un numéro compte 32 chiffres et lettres en cinq groupes.', 'no-case': 'Ce dossier n’existe pas.', purpose: 'Choisissez pourquoi elle est établie.', language: 'Choisissez la langue.' },
  },
  show: {
    title: 'La copie, avant sa remise', back: 'Établir une autre copie', toCase: 'Au dossier',
    lead: 'Lisez-la jusqu’au bout avant de la remettre. Les sources et les motifs y figurent tels que quelqu’un les a écrits\u00a0: ils peuvent nommer d’autres personnes, ou relever de ce que la loi permet de ne pas communiquer. Comity omet les noms des agents et des accompagnateurs et ne décide rien d’autre; ce qui ne doit pas être communiqué, retirez-le selon vos propres règles avant la remise.',
    number: (number) => `Numéro du récépissé\u00a0: ${number}. Il est conservé avec l’empreinte de cette copie et figure sur le papier.`,
    html: 'Enregistrer comme page (HTML)', pdf: 'Enregistrer pour l’impression (PDF)',
    unprintable: 'Cette machine ne peut pas composer de PDF, ou une lettre du dossier n’y a pas de police. Enregistrez plutôt la page.',
    problem: 'Il n’y a pas de PDF',
    changedTitle: 'Le dossier a changé', changed: 'Quelque chose a été consigné depuis que cette copie a été établie; elle n’est donc plus affichée. Établissez-en une nouvelle, qui a son propre numéro.',
  },
}
