import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  roles: {
    officer: 'agent', 'legal-reviewer': 'réviseur juridique', analyst: 'analyste', 'partner-liaison': 'liaison avec les partenaires',
    'disclosure-officer': 'agent d’accès aux renseignements', auditor: 'vérificateur', administrator: 'administrateur',
  },
  reaches: {
    officer: 'Vous lisez et modifiez vos propres dossiers, et lisez ce que l’on sait des pays.',
    'legal-reviewer': 'Vous lisez tous les dossiers, approuvez ce qui exige deux personnes et proposez des modifications du droit.',
    analyst: 'Vous lisez et modifiez ce que l’on sait des pays, ainsi que les chiffres. Vous n’avez accès à aucun dossier.',
    'partner-liaison': 'Vous lisez ce que l’on sait des pays et décidez des mesures à leur égard. Vous n’avez accès à aucun dossier.',
    'disclosure-officer': 'Vous lisez des dossiers, dans un but précis, afin de remettre aux personnes leurs renseignements.',
    auditor: 'Vous lisez tout, et voyez qui a consulté quoi. Vous ne modifiez rien.',
    administrator: 'Vous tenez les comptes, les sessions et les réglages. Vous n’avez accès à aucun dossier.',
  },

  navigation: { start: 'Accueil', work: 'Mon travail', account: 'Mon compte' },
  signedInAs: 'Session ouverte par',
  signOut: 'Fermer la session',
  publicPages: 'Pages publiques',
  otherLanguage: 'English', keepAndSwitch: 'Keep my answers and go on in English',

  door: {
    title: 'Ouvrir une session',
    lead: 'Pour les personnes qui travaillent avec les dossiers et avec ce que l’on sait des pays. Les chiffres et les méthodes se lisent sans ouvrir de session.',
    provider: 'Continuer avec le compte de votre organisme',
    passkeyHeading: 'Avec une clé d’accès',
    passkeyText: 'Une clé d’accès est une clé sur votre appareil, ou une clé de sécurité, que vous avez déjà enregistrée ici. Elle exige JavaScript.',
    passkey: 'Continuer avec une clé d’accès',
    noAccount: 'Vous n’avez pas de compte? Un administrateur de cette installation en crée un et vous remet un lien.',
    problem: 'Votre session n’est pas ouverte',
    refusals: {
      'not-recognised': 'L’ouverture de session n’a pas réussi. Recommencez. Si cela persiste, adressez-vous à un administrateur de cette installation.',
      'too-many': 'Il y a eu trop de tentatives. Attendez un quart d’heure, puis recommencez.',
      'provider-silent': 'Le service d’ouverture de session de votre organisme ne répond pas. Réessayez dans quelques minutes. Si cela persiste, avisez les responsables de cette installation.',
      'known-already': 'Cette clé d’accès est déjà enregistrée. Utilisez un autre appareil ou une autre clé de sécurité.',
      'recognise-first': 'Confirmez que c’est bien vous, puis ajoutez la clé d’accès.',
    },
  },

  demonstration: {
    heading: 'Explorer avec un compte de démonstration',
    text: 'Tous les dossiers sont inventés, et seul cet ordinateur a accès à ce serveur. Choisissez votre rôle. Les comptes de démonstration disparaissent quand l’installation devient une vraie installation.',
    as: (role) => `Continuer à titre de ${role}`,
    name: (roles) => `compte de démonstration (${roles})`,
    banner: 'Démonstration\u00a0: tous les dossiers sont inventés.',
  },

  passkey: {
    title: 'Utiliser votre clé d’accès',
    lead: 'Votre navigateur demande maintenant votre clé d’accès. S’il ne se passe rien, appuyez sur le bouton.',
    use: 'Utiliser ma clé d’accès',
    addTitle: 'Ajouter une clé d’accès',
    addLead: 'Donnez à la clé d’accès un nom que vous reconnaîtrez, puis laissez votre navigateur la créer.',
    name: 'Nom de la clé d’accès',
    nameHint: 'Par exemple\u00a0: clé de sécurité, portable de travail',
    usualName: 'Ma clé d’accès',
    add: 'Créer la clé d’accès',
    noScript: 'Les clés d’accès exigent JavaScript, qui est désactivé dans ce navigateur.',
    noScriptProvider: 'Utilisez plutôt le compte de votre organisme.',
    failed: 'La clé d’accès n’a pas servi. Appuyez sur le bouton pour réessayer.',
    unknownHere: 'Ce navigateur n’a pas de clés d’accès. Utilisez un autre navigateur, ou ouvrez la session autrement.',
    back: 'Retour à l’ouverture de session',
  },

  invited: {
    title: 'Bienvenue',
    lead: (name) => `Ce lien permet à ${name} d’ouvrir une session pour la première fois. Il sert une seule fois.`,
    choose: 'Choisissez comment vous serez reconnu désormais.',
    passkey: 'Enregistrer une clé d’accès',
    provider: 'Associer le compte de mon organisme',
    badTitle: 'Ce lien ne fonctionne pas',
    bad: 'Il a déjà servi, date de plus de trois jours ou a été copié de façon incomplète. Demandez-en un autre à un administrateur de cette installation.',
  },

  landing: {
    title: 'Accueil',
    hello: (name) => `Votre session est ouverte sous le nom ${name}.`,
    rolesHeading: 'Ce que vous pouvez faire',
    waiting: (count: number) => (count === 1 ? 'Une proposition attend une seconde personne.' : `${count} propositions attendent une seconde personne.`),
    groups: { cases: 'Dossiers', two: 'Ce qui exige deux personnes', countries: 'Pays', checks: 'Contrôle après coup', running: 'Administration de Comity', documents: 'Titres de voyage', own: 'Vous-même' },
  },

  account: {
    title: 'Mon compte',
    name: 'Nom', handle: 'Nom dans les registres', roles: 'Rôles',
    sessions: 'Où votre session est ouverte',
    sessionsText: 'Une session se ferme après douze heures, ou après une heure sans page. Fermez toutes celles que vous ne reconnaissez pas.',
    began: 'Depuis', seen: 'Dernière page', how: 'Reconnu par', browser: 'Navigateur', action: 'Action',
    recognised: { provider: 'compte de l’organisme', passkey: 'clé d’accès', demonstration: 'démonstration' },
    thisOne: 'cette session',
    end: 'Fermer',
    endNamed: (since) => `Fermer la session ouverte depuis le ${since}`,
    endOthers: 'Fermer toutes les autres sessions',
    passkeys: 'Clés d’accès',
    noPasskeys: 'Vous n’avez pas de clé d’accès ici.',
    added: 'Ajoutée', used: 'Dernier usage', never: 'jamais', kind: 'Conservée',
    kinds: { one: 'sur un seul appareil', several: 'copie possible sur plusieurs appareils' },
    remove: 'Retirer',
    removeNamed: (name) => `Retirer la clé d’accès ${name}`,
    removeText: 'Une clé d’accès retirée ne sert plus jamais, toutes vos autres sessions se ferment et vos jetons sont révoqués.',
    addPasskey: 'Ajouter une clé d’accès',
  },

  recognise: {
    title: 'Confirmez que c’est bien vous',
    lead: 'L’étape suivante demande votre présence, et pas seulement ce navigateur. Confirmez, et vous reviendrez où vous étiez.',
    provider: 'Confirmer avec le compte de votre organisme',
    passkey: 'Confirmer avec une clé d’accès',
    demonstration: 'Confirmer (démonstration)',
  },

  signedOut: {
    title: 'Votre session est fermée',
    text: 'Personne ne peut la poursuivre, ici ou ailleurs. Fermez la fenêtre si d’autres personnes utilisent cet ordinateur.',
    providerText: 'Le compte de votre organisme est peut-être encore ouvert dans ce navigateur; la prochaine personne qui s’en sert pourrait ouvrir une session ici à votre nom.',
    provider: 'Fermer aussi la session du compte de votre organisme',
    again: 'Ouvrir une nouvelle session',
  },

  refused: {
    title: 'Ce formulaire n’a pas été envoyé',
    text: 'Il venait d’un autre site, ou d’une page ouverte pendant que quelqu’un ouvrait ou fermait une session. Rien n’a été modifié. Revenez en arrière, rechargez la page et envoyez-le de nouveau.',
    largeTitle: 'C’est trop volumineux',
    large: 'L’envoi dépasse ce que ce formulaire accepte. Rien n’a été modifié.',
  },

  start: {
    signInAt: (url) => `Ouvrir une session\u00a0: ${url}`,
    demonstration: 'Les comptes de démonstration sont actifs, un par rôle\u00a0: tous les dossiers sont inventés, et seul cet ordinateur est servi.',
    off: 'Personne ne peut ouvrir de session\u00a0: ce serveur répond à d’autres ordinateurs et COMITY_ORIGIN ne dit pas à quelle adresse on le joint.',
    realCases: 'Les comptes de démonstration sont désactivés, car il y a des dossiers qui n’ont pas été inventés. Partez d’un dossier vide (COMITY_DATA) pour explorer, ou créez un compte\u00a0: npx comity account invite IDENTIFIANT --name NOM --role administrator',
    refusals: {
      'demonstration-not-here': ({ because }) =>
        `COMITY_SIGN_IN=demonstration est refusé, car ${{ 'not-loopback': 'ce serveur répondrait à d’autres ordinateurs. Retirez COMITY_HOST', 'not-embedded': 'la base de données est celle d’un serveur. Retirez DATABASE_URL', 'real-cases': 'la base de données contient des dossiers qui n’ont pas été inventés. Désignez un dossier vide par COMITY_DATA' }[because]}, ou retirez COMITY_SIGN_IN.`,
      'sign-in-wrong': ({ wished }) => `COMITY_SIGN_IN=${wished} n’est pas une façon d’ouvrir une session. Utilisez demonstration, provider ou passkeys, ou retirez cette variable.`,
      'approval-wrong': ({ wished }) => `COMITY_APPROVAL=${wished} n’est pas une façon de donner son accord. Utilisez passkey ou any, ou retirez cette variable.`,
      'origin-wrong': ({ origin }) => `COMITY_ORIGIN=${origin} est inutilisable. C’est https:// suivi d’un nom, d’un port au besoin, et de rien d’autre; http:// est réservé à cet ordinateur.`,
      'origin-missing': () => 'COMITY_ORIGIN manque\u00a0: l’adresse à laquelle on joint ce serveur, comme https://comity.example. Les clés d’accès et le fournisseur y sont liés.',
      'proxy-wrong': ({ proxy }) => `COMITY_PROXY=${proxy} ne désigne aucun serveur. Utilisez des adresses ou des plages, séparées par des virgules\u00a0: 192.0.2.1, 10.0.0.0/8.`,
      'provider-incomplete': ({ missing }) => `L’ouverture de session chez un fournisseur exige aussi ${missing}. Voyez docs/operating/sign-in.md.`,
      'issuer-wrong': ({ issuer }) => `COMITY_ISSUER=${issuer} n’est pas l’adresse d’un fournisseur. C’est une adresse https://; http:// est réservé à cet ordinateur.`,
      'agreements-unreadable': ({ file }) => `«\u00a0${file}\u00a0», que désigne COMITY_AGREEMENTS, ne se lit pas comme des accords. «\u00a0comity case help\u00a0» dit ce qu’il doit contenir.`,
    },
  },

  cli: {
    needs: 'comity account invite IDENTIFIANT --name NOM --role RÔLE [--role RÔLE …] | link IDENTIFIANT | roles IDENTIFIANT --role RÔLE [--role RÔLE …] | disable IDENTIFIANT | enable IDENTIFIANT | list',
    invited: ({ handle, link }) => `${handle} peut ouvrir une première session par ce lien, une seule fois, d’ici trois jours\u00a0:\n${link}`,
    changed: (handle) => `${handle}\u00a0: rôles modifiés. La session de quiconque a perdu un rôle est fermée.`,
    disabled: (handle) => `Toutes les sessions de ${handle} sont fermées, et aucune ne peut s’ouvrir.`,
    enabled: (handle) => `${handle} peut de nouveau ouvrir une session.`,
    none: 'Il n’y a aucun compte.',
    stateDisabled: 'désactivé',
    stateDemonstration: 'démonstration',
    refusals: {
      'handle-taken': () => 'Un compte porte déjà cet identifiant. Choisissez-en un autre; «\u00a0comity account link IDENTIFIANT\u00a0» crée un nouveau lien pour celui qui existe.',
      'handle-wrong': () => 'Un identifiant est fait de minuscules a à z, de chiffres, de points et de traits d’union; il commence et finit par une lettre ou un chiffre, et compte au plus 60 caractères.',
      'name-wrong': () => 'Un nom est nécessaire, d’au plus 200 caractères\u00a0: --name "Exemple Personne"',
      'no-account': () => 'Aucun compte ne porte cet identifiant. «\u00a0comity account list\u00a0» montre ceux qui existent.',
      'a-demonstration': () => 'Les comptes de démonstration ne se modifient pas.',
      'no-roles': () => 'Au moins un rôle est nécessaire\u00a0: officer, legal-reviewer, analyst, partner-liaison, disclosure-officer, auditor ou administrator.',
      'role-unknown': ({ role }) => `«\u00a0${role}\u00a0» n’est pas un rôle. Les rôles sont officer, legal-reviewer, analyst, partner-liaison, disclosure-officer, auditor et administrator.`,
      'role-alone': ({ role }) => `Le rôle ${role} se détient seul\u00a0: qui le détient ne doit ni vérifier ni se donner ce que font les autres.`,
    },
  },
}
