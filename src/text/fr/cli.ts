import type { cli as english } from '../en/cli.ts'
import { systemFault } from '../system-fault.ts'

export const cli: typeof english = {
  usage: `Comity mesure comment chaque pays de nationalité répond aux demandes de titre de voyage.

Utilisation
  comity measure FICHIER… [options]   compte les fichiers et dit comment répond chaque pays
  comity check FICHIER… [options]     cherche toutes les fautes d’un fichier, sans rien mesurer
  comity profiles [NOM]               dresse la liste des profils de source, ou en montre un
  comity case …                       dossiers, verrous et recueil de droit\u00a0: voir «\u00a0comity case help\u00a0»
  comity account …                    qui peut ouvrir une session, et dans quel rôle; un administrateur commence ici
  comity log …                        le journal de ce nœud\u00a0: son état, ses témoins, la preuve d’un événement
  comity approvals show|verify ID  ce qui a fait l’objet d’un accord, et si la signature tient
  comity verify FICHIER…              vérifie une preuve, un point de contrôle ou un journal entier (--log DOSSIER) avec les clés de --policy FICHIER
  comity fictional remove             supprime les dossiers inventés pour l’exploration, et aucun autre
  comity help                         ce texte
  comity version                      la version de Comity

Options de measure
  --profile NOM|FICHIER    manière de lire les fichiers; déduite de l’en-tête si elle n’est pas donnée
  --by LISTE               country (pays), area (région), disposition (type de décision), order-type (type d’ordre),
                           séparés par des virgules; par défaut\u00a0: country
  --as-of DATE             date d’arrêté des données (AAAA-MM-JJ)
  --method NOM             méthode; celle du profil si elle n’est pas donnée
  --published FICHIER      compare les effectifs à un tableau publié et liste chaque écart
  --rank-sets JOUR         ajoute les ensembles de rangs que les données n’excluent pas, selon la part ayant reçu réponse au JOUR
  --seed NOMBRE            germe de ce qui est tiré au sort (ensembles de rangs); affiché avec le résultat
  --out FICHIER            écrit un fichier .html, .csv, .json ou .parquet au lieu du tableau
  --quarantine FICHIER.csv écrit les lignes qui n’ont pas été utilisées

Partout
  --lang en|fr             langue de toutes les phrases (par défaut\u00a0: celle du système, sinon l’anglais)

Codes de sortie\u00a0: 0 fait; 1 fait, et quelque chose a été trouvé (un écart, une faute); 2 refusé, rien n’est écrit; 70 notre erreur.`,
  fictional: {
    needs: 'Dites «\u00a0comity fictional remove\u00a0». Cette commande supprime tout dossier marqué comme fictif, et aucun autre.',
    removed: (count) => `Dossiers fictifs supprimés\u00a0: ${count}. Un démarrage en invente d’autres dans une base sans dossiers, à moins que COMITY_FICTIONAL_CASES=0 ne soit défini.`,
  },
  unknownCommand: (command) => `«\u00a0${command}\u00a0» n’est pas une commande de Comity. «\u00a0comity help\u00a0» en donne la liste.`,
  unknownOption: (option) => `«\u00a0${option}\u00a0» n’est pas une option de cette commande. «\u00a0comity help\u00a0» en donne la liste.`,
  optionWithoutValue: (option) => `L’option «\u00a0${option}\u00a0» doit être suivie d’une valeur. «\u00a0comity help\u00a0» indique laquelle.`,
  noFiles: 'Nommez au moins un fichier. «\u00a0comity help\u00a0» montre comment.',
  badDate: (value) => `«\u00a0${value}\u00a0» n’est pas un jour du calendrier. Écrivez la date d’arrêté des données sous la forme AAAA-MM-JJ.`,
  badStratum: (value) => `«\u00a0${value}\u00a0» ne peut pas servir avec --by. Comity répartit par pays (country), région (area), type de décision (disposition) et type d’ordre (order-type), et par aucun trait d’une personne.`,
  badDay: (value) => `«\u00a0${value}\u00a0» n’est pas un jour de la grille. Utilisez 30, 60, 90, 180 ou 365.`,
  badSeed: (value) => `«\u00a0${value}\u00a0» n’est pas un nombre entier. Donnez comme germe un entier de 0 à 4294967295.`,
  badLanguage: (value) => `«\u00a0${value}\u00a0» n’est pas une langue de Comity. Utilisez --lang en ou --lang fr.`,
  badOutput: (file) => `Comity ne sait pas quoi écrire dans «\u00a0${file}\u00a0». Terminez le nom par .html, .csv, .json ou .parquet.`,
  overwrites: (file) => `«\u00a0${file}\u00a0» est aussi un fichier que Comity lit, ou dans lequel il écrit autre chose. Donnez un autre nom à ce qui est écrit.`,
  refusals: {
    'unknown-method': ({ name, known }) => `«\u00a0${name}\u00a0» n’est pas une méthode de Comity. Les méthodes sont ${known.join(', ')}.`,
    'method-does-not-fit': ({ method, fitting }) => `La méthode ${method} ne peut pas lire de tels fichiers. Utilisez ${fitting.join(' ou ')}, ou omettez --method.`,
    'files-do-not-go-together': ({ profiles }) => `Les fichiers viennent de sources qui ne peuvent pas être mesurées ensemble (${profiles.join(', ')}). Mesurez chaque source séparément.`,
    'too-few-countries': ({ countries }) => `Les ensembles de rangs demandent au moins deux pays ayant une part et ses limites; il y en a ${countries}. Omettez --rank-sets.`,
    'no-standard-error': ({ countries }) => `Il n’y a pas d’ensembles de rangs sans l’incertitude de chaque part; elle manque pour ${countries.join(', ')}. Omettez --rank-sets.`,
    'cannot-write': ({ file, cause }) => `«\u00a0${file}\u00a0» n’a pas pu être écrit (${systemFault(cause, 'fr')}); il n’en reste rien. Vérifiez le dossier, votre droit d’y écrire et la place sur le disque.`,
  },
  wrote: (file) => `Fichier écrit\u00a0: ${file}`,
  profilesHeading: 'Profils de source',
  progress: (facts) => `${facts.rows} lignes lues, ${facts.rate} par seconde${facts.left}`,
  timeLeft: (seconds) => `, encore ${seconds} s environ`,
  fault: 'Comity a commis une erreur et s’est arrêté; rien n’a été écrit. Veuillez signaler ce qui suit.',
  quarantineHeader: ['fichier', 'ligne', 'colonne', 'motif', 'valeur'],
  table: {
    title: (facts) => `Méthode ${facts.method}; données arrêtées au ${facts.asOf}`,
    country: 'Pays',
    stratum: 'Strate',
    clock: 'Horloge',
    period: 'Période',
    area: 'Région',
    outcome: 'Issue',
    requests: 'Nombre',
    open: 'Ouvertes',
    byDay: (day) => `Au jour ${day}`,
    half: 'Jours à la moitié',
    count: 'Effectif',
    rate: 'Taux',
    band: 'Durée (jours)',
    share: 'Part',
    all: 'Ensemble',
    withheld: {
      'too-few': 'trop peu de cas',
      'not-reached': 'non atteint',
      'past-data': 'non observé',
      'poor-coverage': 'trop incertain',
      suppressed: 'masqué',
      'not-published': 'non publié',
    },
    withheldMeans: (facts) => `«\u00a0${facts.short}\u00a0» – ${facts.reason}.`,
    conditional: (days) => `Parts conditionnelles\u00a0: parmi les cas achevés en ${days} jours ou moins. Ce ne sont pas des délais d’attente.`,
    leavers: 'Parts des personnes sorties pendant la période. Celles qui sont encore là n’en font pas partie\u00a0: ce ne sont pas des délais d’attente.',
    limits: 'Entre crochets\u00a0: limites à 95\u00a0%.',
    noLimits: 'Les effectifs sont complets et n’ont pas de limites.',
    rounding: 'Entre crochets\u00a0: ce que l’arrondi du diffuseur laisse possible.',
  },
  rows: (facts) => `Lignes lues ${facts.read} = utilisées ${facts.used} + en quarantaine ${facts.quarantined}`,
  quarantinedFor: (facts) => `  en quarantaine, ${facts.reason}\u00a0: ${facts.rows}`,
  countedOnly: (facts) => `  utilisées pour les effectifs mais non pour les durées, ${facts.reason}\u00a0: ${facts.rows}`,
  inputLine: (facts) => `${facts.name}\u00a0: profil ${facts.profile}, ${several(facts.rows, 'ligne')}, SHA-256 ${facts.sha256}`,
  publishedHeading: (facts) => `Comparaison avec ${facts.name}\u00a0: ${facts.compared} pays, dont ${facts.zero} à zéro des deux côtés, ${several(facts.differences, 'écart')}`,
  publishedAlias: (facts) => `  publié sous «\u00a0${facts.published}\u00a0», compté sous ${facts.country}`,
  publishedDifference: (facts) => `  ${facts.country}, ${facts.period}\u00a0: compté ${facts.ours}, publié ${facts.published}`,
  inadditive: (facts) =>
    `Somme inexacte\u00a0: ${facts.within === '' ? '' : `${facts.within}, `}${facts.period}, ${facts.outcome}\u00a0: total publié ${facts.total}, ${facts.over === 'areas' ? 'régions' : 'pays'} ensemble ${facts.sumOfParts}`,
  periodCounts: (facts) => `${facts.period}\u00a0: ${facts.rows}`,
  rankSets: (facts) => `Rangs que les données n’excluent pas, selon la part ${facts.completed ? `achevée au jour ${facts.day}, parmi les cas achevés` : `ayant reçu réponse au jour ${facts.day}`} (niveau ${facts.confidence}, tous les pays à la fois, germe ${facts.seed})`,
  rankLine: (facts) => `  ${facts.country}\u00a0: ${facts.lowest} à ${facts.highest} sur ${facts.countries}`,
  checkGood: (facts) => `${facts.name}\u00a0: chacune des ${facts.rows} lignes est utilisable.`,
  checkFaults: (facts) => `${facts.name}\u00a0: ${several(facts.faults, 'faute')} dans ${several(facts.rows, 'ligne')}.`,
  checkLine: (facts) => `  ligne ${facts.line}, ${facts.column}\u00a0: ${facts.reason} (${facts.value})`,
  unlisted: (rows) => `  autres lignes\u00a0: ${rows}`,
}

/** In French nought and one are singular. */
function several(count: string, word: string): string {
  return `${count} ${word}${count === '0' || count === '1' ? '' : 's'}`
}
