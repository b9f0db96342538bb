import { fieldName } from '../field-name.ts'
import { formatDay, formatList } from '../format.ts'
import type { api as english } from '../en/api.ts'
import { stateName } from '../state-name.ts'
import { casework } from './casework.ts'

export const api: typeof english = {
  statuses: {
    400: { title: 'La demande ne peut être lue', means: 'Une adresse, un en-tête ou le contenu n’est pas écrit comme le dit la description de l’API. Rien n’a été fait. Corrigez, puis envoyez de nouveau.' },
    401: { title: 'Il faut un jeton', means: 'La demande ne porte aucun jeton valable en ce moment. Créez-en un sur la page de votre compte et envoyez-le dans l’en-tête Authorization, après le mot Bearer.' },
    404: { title: 'Il n’y a rien ici', means: 'Cela n’existe pas, ou n’est pas destiné à qui demande\u00a0: la réponse est la même dans les deux cas.' },
    405: { title: 'Cela ne peut se faire ici', means: 'L’adresse existe, mais accepte une autre méthode. L’en-tête «\u00a0Allow\u00a0» dit laquelle.' },
    409: { title: 'Le dossier ne le permet pas en ce moment', means: 'La demande peut être lue, mais le droit, un verrou ou l’état du dossier s’y oppose. Lisez le dossier\u00a0: le code et ses données disent ce qui fait obstacle.' },
    412: { title: 'Le dossier a changé', means: 'Quelque chose a été consigné depuis que vous avez lu le dossier. Lisez-le de nouveau, puis décidez de nouveau.' },
    413: { title: 'C’est trop', means: 'Le contenu est plus volumineux que ce qui est accepté. Rien n’a été fait.' },
    415: { title: 'Ce type de contenu n’est pas accepté', means: 'Le contenu est envoyé en application/json, en UTF-8.' },
    422: { title: 'Le contenu n’est pas juste', means: 'Le contenu peut être lu, mais n’est pas ce que cette adresse accepte. Rien n’a été fait. Les défauts disent où.' },
    428: { title: 'La version manque', means: 'Une modification nomme la version du dossier sur laquelle elle a été décidée, par exemple «\u00a0"7"\u00a0» dans l’en-tête If-Match. La lecture du dossier la donne dans l’en-tête ETag.' },
    429: { title: 'Trop de demandes', means: 'Ce jeton ou cette adresse demande plus souvent qu’il n’est permis. Attendez aussi longtemps que le dit «\u00a0Retry-After\u00a0».' },
    500: { title: 'Le serveur est en défaut', means: 'Ce qui s’est passé figure dans le journal du serveur, sous la référence. Renvoyer une modification avec la même Idempotency-Key ne fait rien deux fois.' },
    503: { title: 'Le serveur ne peut répondre en ce moment', means: 'Essayez de nouveau dans un moment. Renvoyer une modification avec la même Idempotency-Key ne fait rien deux fois.' },
  },

  refusals: {
    'no-token': () => 'Envoyez un jeton valable dans l’en-tête Authorization, après le mot Bearer. Il a peut-être expiré ou été révoqué. Les témoins (cookies) ne sont pas lus.',
    'not-found': () => 'Cela n’existe pas, ou vous n’y avez pas accès. Vérifiez l’adresse.',
    'method-not-allowed': ({ allowed }) => `Cette adresse accepte ${formatList(allowed, 'fr')}.`,
    'not-json': () => 'Le contenu n’est pas en JSON. Envoyez une seule valeur JSON, en UTF-8.',
    'body-too-large': ({ mostBytes }) => `Le contenu dépasse ${mostBytes} octets.`,
    'media-type-wrong': () => 'Envoyez le contenu en application/json.',
    'header-missing': ({ header }) => `L’en-tête ${header} manque. La description dit ce qu’il contient.`,
    'header-wrong': ({ header, example }) => `L’en-tête ${header} n’est pas écrit comme il le faut. Un exemple\u00a0: ${example}`,
    'version-missing': () => 'Dites sur quelle version du dossier ceci a été décidé, par exemple «\u00a0"7"\u00a0» dans l’en-tête If-Match. La lecture du dossier donne sa version.',
    'purpose-unknown': ({ allowed }) => `L’en-tête Comity-Purpose ne nomme aucune des fins de la liste\u00a0: ${allowed.join(', ')}.`,
    'query-wrong': ({ faults }) => `Dans l’adresse\u00a0: ${faults.map(({ said }) => said).join(' ')}`,
    'content-wrong': ({ faults }) => faults.map(({ said }) => said).join(' '),
    'search-empty': () => 'Dites ce que vous cherchez\u00a0: un nom de famille, ou l’identifiant d’un dossier.',
    'search-needs-family-name': () => 'On ne cherche pas par les seuls prénoms. Ajoutez le nom de famille.',
    'search-too-short': () => 'Le nom de famille doit compter au moins deux lettres.',
    'search-too-long': () => 'On ne cherche pas un nom de plus de 200 lettres.',
    'too-many-requests': ({ seconds }) => `Attendez ${seconds}\u00a0s, puis envoyez de nouveau.`,
    'server-fault': ({ reference }) => `Le journal du serveur dit ce qui s’est passé, sous ${reference}.`,
  },

  instead: {
    'gate-held': ({ step, destination, answer }) => `Étape retenue\u00a0: ${casework.steps[step]}, ${stateName(destination, 'fr')}, ${answer.state === 'held-here' ? 'pour cette destination' : 'pour toute destination'}. Les verrous du dossier disent ce qui l’ouvrirait.`,
    'case-closed': ({ closedOn }) => `Le dossier a été fermé le ${formatDay(closedOn, 'fr')}. Rouvrez-le d’abord.`,
    'unknown-fact': ({ fact }) => `«\u00a0${fact}\u00a0» n’est pas un fait qu’une règle interroge. La description les énumère.`,
    'no-destination': () => 'Le dossier ne nomme aucun pays sur lequel interroger. Nommez-en un par le paramètre «\u00a0destination\u00a0».',
  },

  faults: {
    'missing': ({ field }) => `«\u00a0${field}\u00a0» (${fieldName(field, 'fr')}) manque.`,
    'not-known': ({ field }) => `«\u00a0${field}\u00a0» n’est pas connu ici. Rien n’a été fait, au cas où ce serait mal écrit.`,
    'wrong-kind': ({ field, expected }) => `«\u00a0${field}\u00a0» doit contenir une valeur d’un autre type\u00a0: ${expected}.`,
    'not-in-list': ({ field, allowed }) => `«\u00a0${field}\u00a0» doit être l’une de ces valeurs\u00a0: ${allowed.join(', ')}.`,
    'impossible-day': ({ field }) => `«\u00a0${field}\u00a0» doit être un jour du calendrier, comme 2026-09-30.`,
    'not-so': ({ field }) => `«\u00a0${field}\u00a0» n’est pas écrit comme il le faut. La description dit comment.`,
    'not-an-object': () => 'Le contenu doit être un seul objet JSON.',
  },

  problemPage: {
    title: (code) => `Problème\u00a0: ${code}`,
    status: 'État',
    unknown: 'Aucun problème ne porte ce nom.',
  },

  tokens: {
    title: 'Jetons pour programmes',
    lead: 'Un jeton permet à un de vos programmes d’interroger l’API en votre nom\u00a0: il peut ce que vous pouvez, et tout est consigné comme venant de vous. Qui l’a passe pour vous. Gardez-le comme un mot de passe et révoquez-le dès qu’il ne sert plus.',
    description: 'Ce que l’API accepte et répond',
    none: 'Vous n’avez aucun jeton.',
    noneAtAll: 'Il n’y a aucun jeton.',
    columns: { name: 'Nom', whose: 'Compte', made: 'Créé', ends: 'Fin', seen: 'Dernière utilisation', state: 'État', action: 'Action' },
    states: { good: 'valable', over: 'expiré', revoked: (by) => `révoqué par ${by}` },
    never: 'jamais',
    revoke: 'Révoquer',
    revokeNamed: (name) => `Révoquer le jeton ${name}`,
    make: 'Créer un jeton',
    name: 'À quoi sert-il?',
    nameHint: 'Un nom auquel vous le reconnaîtrez, comme «\u00a0importation de nuit\u00a0».',
    days: 'Pour combien de jours?',
    daysHint: (most) => `De 1 à ${most}. Il expire ensuite, et vous en créez un autre.`,
    demonstration: 'Le jeton d’un compte de démonstration expire après un jour, quoi qu’on demande.',
    madeTitle: 'Votre jeton',
    madeText: (name, days) => `Voici le jeton «\u00a0${name}\u00a0», valable ${days === 1 ? 'un jour' : `${days}\u00a0jours`}. Il n’est montré que maintenant\u00a0: personne, pas même un administrateur, ne pourra le lire ensuite.`,
    madeLabel: 'Jeton',
    back: 'Retour à vos jetons',
    problem: 'Aucun jeton n’a été créé',
    refusals: {
      'name-wrong': 'Donnez-lui un nom d’une à 100 lettres.',
      'days-wrong': 'Donnez un nombre entier de jours, de 1 à 90.',
      'too-many': 'Vous avez vingt jetons valables. Révoquez-en un d’abord.',
      'made-already': 'Ce formulaire a déjà été envoyé, et son jeton a été montré alors. Si vous ne l’avez pas gardé, révoquez-le et créez-en un autre.',
      'no-account': 'Aucun compte ne porte ce nom. «\u00a0comity account list\u00a0» montre ceux qui existent.',
      'account-disabled': 'Ce compte est désactivé. Réactivez-le d’abord.',
    },
    ofEverybody: 'Jetons de tous',
    ofEverybodyLead: 'Tous les jetons par lesquels un programme peut interroger l’API, ceux qui sont valables d’abord. Le jeton lui-même n’est conservé nulle part.',
    cut: (most) => `Les ${most} premiers sont montrés.`,
    cliNeeds: 'comity account token NOM --name NOM --days JOURS',
    cliMade: ({ name, days }) => `Le jeton «\u00a0${name}\u00a0», valable ${days === 1 ? 'un jour' : `${days}\u00a0jours`}. Il n’est montré que maintenant\u00a0:`,
  },
}
