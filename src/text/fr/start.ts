import type { start as english } from '../en/start.ts'
import { systemFault } from '../system-fault.ts'

const comma = (ratio: number) => String(ratio).replace('.', ',')

export const start: typeof english = {
  ready: (url) => `Comity est prêt\u00a0: ${url}`,
  howToStop: 'Appuyez sur Ctrl-C pour arrêter.',
  dataIn: (folder) => `Données\u00a0: ${folder}`,
  dataOnServer: 'Données\u00a0: sur le serveur que désigne DATABASE_URL',
  dataMoved: ({ folder, wished }) =>
    `Sous root, la base de données fonctionne sous un autre utilisateur, qui n’a pas accès à ${wished}. Les données sont plutôt dans ${folder}; définissez COMITY_DATA pour choisir un autre dossier.`,
  figuresLoaded: ({ files, added }) =>
    files === 0 ? 'Aucun chiffre public n’accompagne cette version.' : `Chiffres publics\u00a0: ${files}\u00a0mesures (nouvelles\u00a0: ${added}).`,
  measurementsShown: (count) => `Vos propres mesures, montrées pour cette exécution\u00a0: ${count}.`,
  fictionalCases: ({ loaded, present }) =>
    loaded > 0 ? `Dossiers\u00a0: ${loaded} dossiers fictifs, inventés à l’instant pour l’exploration.` : `Dossiers\u00a0: ${present} dossiers fictifs, inventés auparavant.`,
  databaseNews: {
    ended: 'La base de données s’est arrêtée de façon inattendue; elle est relancée. La cause peut se trouver dans server.log, dans le dossier de données.',
    failed: 'La base de données ne redémarre pas encore; les essais continuent. Ce qu’en dit PostgreSQL se trouve dans server.log, dans le dossier de données.',
    back: 'La base de données fonctionne de nouveau.',
  },
  stopping: 'Arrêt en cours…',
  stopped: 'Arrêté.',

  refusals: {
    'theme-unreadable': ({ file, cause }) => `COMITY_THEME=${file} ne peut être lu (${systemFault(cause, 'fr')}). Nommez la feuille de style qui contient vos jetons, ou retirez ce réglage.`,
    'theme-too-large': ({ file, mostKilobytes }) => `COMITY_THEME=${file} dépasse ${mostKilobytes} ko. Un thème ne règle que des jetons; retirez le reste.`,
    'theme-not-tokens': ({ file, line, text }) => `COMITY_THEME=${file}, ligne ${line}\u00a0: ${text === '' ? 'une accolade n’est pas fermée' : `«\u00a0${text}\u00a0» ne règle aucun jeton`}. Un thème contient des lignes comme «\u00a0--accent:#0f5470;\u00a0» dans «\u00a0:root { … }\u00a0», et ce bloc dans «\u00a0@media (prefers-color-scheme:dark) { … }\u00a0» pour le fond sombre.`,
    'theme-unknown-token': ({ file, line, name }) => `COMITY_THEME=${file}, ligne ${line}\u00a0: il n’y a pas ici de jeton «\u00a0--${name}\u00a0». Ils sont énumérés dans docs/operating/theme.md.`,
    'theme-wrong-value': ({ file, line, name, value }) => `COMITY_THEME=${file}, ligne ${line}\u00a0: «\u00a0--${name}\u00a0» ne peut être «\u00a0${value}\u00a0». Les couleurs s’écrivent #rrvvbb, les longueurs en rem, entre la moitié et le double des nôtres, les polices par leur nom.`,
    'theme-low-contrast': ({ file, dark, one, other, ratio, least }) =>
      `COMITY_THEME=${file}\u00a0: sur fond ${dark ? 'sombre' : 'clair'}, «\u00a0--${one}\u00a0» se détache de «\u00a0--${other}\u00a0» à raison de ${comma(ratio)} pour 1; il faut ${comma(least)} pour 1 pour que l’on puisse lire (WCAG 2.2). Choisissez des couleurs plus éloignées.`,
    'sample-size-wrong': ({ wished }) =>
      `COMITY_FICTIONAL_CASES=${wished} n’est pas un nombre de dossiers. Utilisez un nombre entier de 0 à 100000, ou retirez cette variable.`,
    'measurement-unreadable': ({ file, cause }) =>
      `«\u00a0${file}\u00a0» est illisible (${systemFault(cause, 'fr')}). Nommez un fichier écrit par «\u00a0comity measure … --out nom.json\u00a0».`,
    'not-a-measurement': ({ file }) =>
      `«\u00a0${file}\u00a0» n’est pas une mesure entière. Nommez un fichier écrit par «\u00a0comity measure … --out nom.json\u00a0», sans le modifier.`,
    'no-binaries': ({ platform }) =>
      `Aucun PostgreSQL empaqueté n’existe pour ${platform}. Définissez DATABASE_URL pour désigner un serveur PostgreSQL, version 15 ou ultérieure.`,
    'already-running': ({ folder, processId }) =>
      `Un autre Comity utilise les données de ${folder} (PostgreSQL est le processus ${processId}). Arrêtez-le d’abord, ou définissez COMITY_DATA pour choisir un autre dossier.`,
    'other-version': ({ folder, found, needed }) =>
      `Les données de ${folder} proviennent de PostgreSQL ${found}; ce Comity apporte PostgreSQL ${needed}. Rien n’a été modifié. Lancez le Comity précédent pour continuer avec ces données, ou désignez un dossier vide par COMITY_DATA pour repartir à neuf.`,
    'folder-not-reachable': ({ folder }) =>
      `Sous root, la base de données fonctionne sous un autre utilisateur, qui n’a pas accès à ${folder}. Désignez par COMITY_DATA un dossier que tout utilisateur peut traverser, par exemple sous /var/lib, ou lancez Comity comme utilisateur ordinaire.`,
    'folder-not-writable': ({ folder }) =>
      `Impossible d’écrire dans le dossier de données ${folder}. Désignez par COMITY_DATA un dossier qui vous appartient.`,
    'folder-of-another-user': ({ folder }) =>
      `Les données de ${folder} appartiennent à un autre utilisateur, comme lorsque Comity a déjà été lancé sous root. Lancez Comity sous cet utilisateur, ou désignez un autre dossier par COMITY_DATA.`,
    'passwords-missing': ({ file }) =>
      `Le fichier ${file} a disparu, et avec lui l’accès à la base de données. Rétablissez-le à partir d’une copie, ou désignez un dossier vide par COMITY_DATA pour repartir à neuf.`,
    'did-not-start': ({ log, lastLine }) =>
      `PostgreSQL n’a pas démarré. Son dernier message\u00a0: ${lastLine || '(aucun)'}. Le journal complet est dans ${log}.`,
    'server-too-old': ({ found, needed }) =>
      `Le serveur que désigne DATABASE_URL est un PostgreSQL ${found}; Comity a besoin de la version ${needed} ou d’une version ultérieure.`,
    'no-connection': ({ reason }) =>
      `Aucune connexion au serveur que désigne DATABASE_URL (ou DATABASE_OWNER_URL)\u00a0: ${systemFault(reason, 'fr')}. Vérifiez l’adresse, le mot de passe et que le serveur fonctionne.`,
    'role-missing': ({ role, user }) =>
      `Le rôle ${role} manque dans la base de données, ou ${user} ne peut pas le prendre, et cette connexion n’a pas le droit d’y remédier. Demandez à un administrateur d’exécuter\u00a0: create role ${role} nologin; grant ${role} to ${user};`,
    'migration-changed': ({ name }) =>
      `La base de données a été mise en forme par une autre version de l’étape ${name}. Rien n’a été modifié. Lancez le Comity qui l’a mise en forme, ou partez d’une base de données vide.`,
    'schema-too-new': ({ name }) =>
      `La base de données a été mise en forme par un Comity plus récent (étape ${name}). Rien n’a été modifié. Lancez ce Comity plus récent, ou partez d’une base de données vide.`,
    'port-busy': ({ port }) =>
      `Le port ${port} est utilisé par un autre programme. Choisissez-en un autre\u00a0: PORT=${port + 1} npm start`,
    'port-forbidden': ({ port }) =>
      `Cet utilisateur n’a pas le droit d’utiliser le port ${port}. Choisissez-en un à partir de 1024\u00a0: PORT=8080 npm start`,
    'port-wrong': ({ port }) =>
      `«\u00a0${port}\u00a0» n’est pas un port. PORT est un nombre entier de 1 à 65535\u00a0: PORT=8080 npm start`,
    'address-wrong': ({ host }) =>
      `Cet ordinateur n’a pas l’adresse «\u00a0${host}\u00a0». COMITY_HOST est une adresse de cet ordinateur; omettez-la pour ne servir que cet ordinateur.`,
  },
}
