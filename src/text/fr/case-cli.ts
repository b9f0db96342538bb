import type { caseCli as english } from '../en/case-cli.ts'
import { fieldName } from '../field-name.ts'
import { formatChoices } from '../format.ts'
import { recipientName } from '../recipient-name.ts'
import { stateName } from '../state-name.ts'
import { systemFault } from '../system-fault.ts'
import { lawFaults } from './law-faults.ts'

const kinds = { text: 'un texte', 'yes-or-no': 'true ou false', texts: 'une liste de textes', identity: 'une identité', documents: 'une liste de documents', number: 'un nombre entier' }

// What stands for a value in the usage of a command, as the French usage calls it.
const standIns: Readonly<Record<string, string>> = {
  CASE: 'DOSSIER', FACT: 'FAIT', RECORD: 'INSCRIPTION', REQUEST: 'DEMANDE', STEP: 'ÉTAPE', FILE: 'FICHIER', OFFICER: 'AGENT', TEXT: 'TEXTE', DAYS: 'JOURS', NAME: 'NOM',
  SYSTEM: 'SYSTÈME', REFERENCE: 'RÉFÉRENCE', YYYY: 'AAAA', STAYS: 'RESTE', DUPLICATE: 'DOUBLON', UPDATE: 'MODIFICATION', DIGEST: 'EMPREINTE',
}

const ask: (typeof english)['ask'] = {
  'bad-id': ({ field, value }) => `«\u00a0${value}\u00a0» n’est pas un identifiant (${fieldName(field, 'fr')}). Les identifiants ont la forme 123e4567-e89b-42d3-a456-426614174000, en minuscules; ${field === 'updateId' ? '«\u00a0comity case law list\u00a0» donne ceux qui attendent.' : '«\u00a0comity case find\u00a0» donne celui d’un dossier.'}`,
  'no-officer': () => 'Dites qui fait ceci\u00a0: --officer NOM, ou définissez COMITY_OFFICER.',
  'fictional-with-real': () => 'L’un des deux dossiers est fictif. Un dossier réel et un dossier fictif ne sont jamais fusionnés\u00a0: les dossiers fictifs peuvent être supprimés.',
  'not-json': () => 'Ceci n’est pas une commande en JSON. Il faut un seul objet, de la forme {"kind":"…",…}.',
  'unknown-command': ({ kind }) => `«\u00a0${kind}\u00a0» n’est pas une commande de dossier. La partie «\u00a0Commands as JSON\u00a0» de docs/reference/command-line.md dit où elles sont énumérées.`,
  'field-missing': ({ field }) => `Le champ «\u00a0${field}\u00a0» (${fieldName(field, 'fr')}) manque.`,
  'field-not-known': ({ field }) => `Cette commande n’a pas de champ «\u00a0${field}\u00a0». Rien n’a été fait, au cas où il serait mal écrit.`,
  'field-wrong': ({ field, expected }) => `Le champ «\u00a0${field}\u00a0» (${fieldName(field, 'fr')}) doit contenir ${kinds[expected]}.`,
  'no-destination': () => 'Le dossier ne nomme aucun pays sur lequel interroger. Nommez-en un avec --destination.',
  'moment-in-future': ({ moment }) => `${moment} est encore à venir. Nommez un moment passé.`,
  'not-known-yet': ({ moment }) => `Rien n’était consigné sur ce dossier à ${moment}.`,
}

const append: (typeof english)['append'] = {
  'command-repeated-differently': ({ commandId }) => `Une commande portant l’identifiant ${commandId} a déjà été faite et demandait autre chose. Utilisez un nouvel identifiant.`,
  'decision-missing': () => 'Il n’y a pas de décision ouverte des verrous sur le dossier tel qu’il est. Demandez de nouveau.',
  'decision-outdated': () => 'La décision des verrous est plus ancienne que le droit en vigueur, ou date de plus d’une heure. Demandez de nouveau.',
  'log-unwitnessed': () => 'Rien ne part\u00a0: aucun partenaire n’a attesté récemment le journal de ce nœud. Avisez les responsables de Comity (comity log status), puis envoyez de nouveau.',
  'log-halted': () => 'Rien ne part\u00a0: le journal de ce nœud a été arrêté, car il n’est pas celui que ses témoins ont vu. Avisez les responsables de Comity (comity log status).',
  'text-not-storable': () => 'Un texte contient un caractère qui ne peut être conservé (NUL, ou la moitié d’une paire). Retirez-le.',
}

export const caseCli: typeof english = {
  ask, append,
  usage: `Dossiers\u00a0: de qui il s’agit, ce qui s’est passé, et ce que la loi retient.

  comity case open --jurisdiction CA|US --family-name NOM --given-names NOM --sex SEXE --on JOUR --source TEXTE
                   [--born-on JOUR] [--born-in LIEU] [--born-in-country XX]      ouvre un dossier et en affiche l’identifiant
  comity case show DOSSIER [--json]                  le dossier tel qu’il est, et ce qui s’est passé
  comity case do DOSSIER --command FICHIER|-         exécute une commande (JSON) d’un fichier ou de l’entrée standard
  comity case fact DOSSIER FAIT yes|no|unknown --on JOUR --source TEXTE [--destination XX]
  comity case facts CA|US                            les codes des faits qui peuvent être consignés, et ce que chacun dit
  comity case gates DOSSIER --step ÉTAPE [--destination XX] [--place NOM] [--on JOUR] [--as-known MOMENT]
  comity case decisions DOSSIER                      décide de nouveau chaque décision conservée et compare
  comity case packet FICHIER…                        cherche ce qu’un fichier dirait outre ce qu’il montre
  comity case packet clean FICHIER --out NOUVEAU     retire cela d’une image (JPEG, PNG)
  comity case request DOSSIER draft --destination XX --consulate NOM --document TYPE [--agreement CODE]
  comity case request DOSSIER check|approve|send|acknowledge|outcome|withdraw DEMANDE … [--attach FICHIER]…
  comity case correct DOSSIER INSCRIPTION yes|no|unknown --on JOUR --source TEXTE  corrige une inscription; show dit qui informer
  comity case worklist [--of AGENT|--unassigned|--country XX] [--inventory I] [--due-by JOUR] [--limit N]
  comity case stalled --before JOURS                 dossiers ouverts où rien ne s’est passé depuis si longtemps
  comity case find NOM[, PRÉNOM] | DOSSIER | --reference SYSTÈME/RÉFÉRENCE
  comity case hand-over --to AGENT --note TEXTE DOSSIER… | --from AGENT
  comity case merge RESTE DOUBLON --reason TEXTE     deux dossiers d’une même personne; unmerge défait la fusion
  comity case export DOSSIER [--out FICHIER.json|FICHIER.txt]  tout ce qui concerne une personne, dans la langue de --lang
  comity case copy DOSSIER DEMANDE [--out FICHIER.txt]  la copie de la personne et son accusé; --receipt TEXTE consigne la remise
  comity case import FICHIER --profile FICHIER.json [--dry-run] [--report FICHIER.csv]
  comity case law propose FICHIER | list | effects MODIFICATION | approve MODIFICATION --seen EMPREINTE
  comity case statutory record DOSSIER --origin XX --gender G --criminal-background B [--birth-year ANNÉE]
  comity case statutory report AAAA-MM               LIPR 49(3) à (5); demande COMITY_RELEASE_KEY
  comity case withdrawals                            envoie ce qui part au moment hebdomadaire
  comity case refresh                                ce par quoi les listes sont triées, à ce jour; une fois par jour

Ce qui change un dossier demande --officer NOM (ou COMITY_OFFICER). Étapes\u00a0: contact, request, interview, document, booking,
hand-over, departure. Toute commande\u00a0: --lang en|fr, et --json là où quelque chose est montré.

Codes de sortie\u00a0: 0 fait; 1 fait, et quelque chose a été trouvé (un verrou retient, une ligne est refusée, une décision diffère); 2 refusé, rien n’a changé; 70 notre erreur.`,
  unknownCommand: (command) => `«\u00a0${command}\u00a0» n’est pas une commande sur les dossiers. «\u00a0comity case help\u00a0» en donne la liste.`,
  unknownOption: (option) => `«\u00a0${option}\u00a0» n’est pas une option des commandes sur les dossiers. «\u00a0comity case help\u00a0» en donne la liste.`,
  optionNotTaken: ({ option, command }) => `«\u00a0comity case ${command}\u00a0» n’accepte pas ${option}; rien n’a été fait. «\u00a0comity case help\u00a0» montre les options acceptées.`,
  optionWithoutValue: (option) => `L’option «\u00a0${option}\u00a0» doit être suivie d’une valeur. «\u00a0comity case help\u00a0» indique laquelle.`,
  noFilesOf: (officer) => `Aucun dossier ouvert n’est confié à «\u00a0${officer}\u00a0»; rien n’a été remis. «\u00a0comity case worklist --of\u00a0» montre à qui les dossiers sont confiés.`,
  needs: (what) => `Il manque quelque chose\u00a0: ${what.replaceAll(/[A-Z]{3,}/g, (word) => standIns[word] ?? word)}. «\u00a0comity case help\u00a0» montre comment.`,
  badStep: (value) => `«\u00a0${value}\u00a0» n’est pas une étape. Les étapes sont contact, request, interview, document, booking, hand-over et departure.`,
  badDay: (value) => `«\u00a0${value}\u00a0» n’est pas un jour du calendrier. Écrivez-le sous la forme AAAA-MM-JJ.`,
  badTimeZone: (value) => `COMITY_TIME_ZONE=${value} n’est pas un fuseau horaire. Écrivez-le comme America/Toronto, ou retirez cette variable.`,
  badMoment: (value) => `«\u00a0${value}\u00a0» n’est pas un moment. Écrivez-le sous la forme 2026-03-01T12:00:00Z.`,
  badInventory: ({ value, known }) => `«\u00a0${value}\u00a0» n’est pas un inventaire. Les inventaires sont ${known}.`,
  badCountry: (value) => `«\u00a0${value}\u00a0» n’est pas un État que Comity connaît par deux lettres (ISO 3166-1), comme GH.`,
  badNumber: (value) => `«\u00a0${value}\u00a0» n’est pas un nombre entier qui convient ici.`,
  fileUnreadable: ({ file, cause }) => `«\u00a0${file}\u00a0» ne peut être lu (${systemFault(cause, 'fr')}).`,
  done: ({ caseId, version, repeated }) => `${caseId}\u00a0: version ${version}${repeated ? ' (cette commande avait déjà été faite)' : ''}`,
  fileNotClean: (file) => `«\u00a0${file}\u00a0» contient plus que ce qu’il montre, ou n’a pas pu être lu en entier; il ne sort pas ainsi.`,
  howToClean: 'D’un JPEG ou d’un PNG, «\u00a0comity case packet clean FICHIER --out NOUVEAU-FICHIER\u00a0» retire tout ce qui ne dessine pas l’image. Un PDF n’est pas nettoyé\u00a0: enregistrez ou numérisez ses pages en JPEG ou en PNG, parcourez-les et joignez-les.',
  cannotClean: (file) => `«\u00a0${file}\u00a0» n’a pas pu être nettoyé; rien n’a été écrit. Ce qui s’y trouve encore\u00a0:`,
  cleaned: ({ file, digest, removed, looksDifferent }) => `${file}\u00a0: maintenant propre; parties retirées\u00a0: ${removed}. SHA-256 ${digest}${looksDifferent ? ' Regardez-le\u00a0: ses couleurs ont pu changer, ou l’image peut être sur le côté. Dans ce cas, tournez d’abord l’original.' : ''}`,
  fileClean: ({ file, digest }) => `${file}\u00a0: rien d’autre que ce qu’il montre. SHA-256 ${digest}`,
  agreementsWrong: ({ file, field }) => `Le fichier «\u00a0${file}\u00a0» n’est pas une liste d’accords telle que Comity la lit; voyez ${field === '' ? 'l’ensemble' : field}. docs/operating/cases.md dit ce qu’il doit contenir.`,
  agreementsUnreadable: ({ file, cause }) => `Les accords de «\u00a0${file}\u00a0» ne peuvent être lus (${systemFault(cause, 'fr')}). Corrigez le fichier que nomme COMITY_AGREEMENTS, ou retirez cette variable.`,

  show: {
    fictional: 'FICTIF\u00a0: cette personne est inventée.',
    heading: ({ name, caseId }) => `${name}  ${caseId}`,
    born: (text) => `Naissance\u00a0: ${text}`,
    standing: ({ inventory, version, jurisdiction }) => `${jurisdiction}, ${inventory}, version ${version}`,
    officer: (name) => `Dossier confié à ${name}`,
    nobody: 'Aucun agent n’en est chargé',
    due: ({ on, for: what }) => `À faire le ${on}\u00a0: ${what}`,
    toTell: ({ recipient, correctionId }) => `À informer de la correction ${correctionId}\u00a0: ${recipientName(recipient, 'fr')} [${recipient}]`,
    toTellInDuplicate: ({ caseId, recipient, correctionId }) => `À informer d’après le doublon ${caseId}, de la correction ${correctionId}\u00a0: ${recipientName(recipient, 'fr')} [${recipient}]. Cela ne se fait pas à partir du doublon tant que les deux dossiers sont fusionnés; docs/recipes/merge-two-records.md dit quoi faire.`,
    search: {
      heading: 'Recherche d’un pays, dans l’ordre de 8 USC 1231(b)',
      noLadder: 'Personne n’a consigné si la procédure a commencé à l’arrivée [proceedings-begun-on-arrival]; d’ici là, ce n’est le tour d’aucun pays.',
      inUse: (clauses) => `C’est le tour de\u00a0: ${clauses}`,
      line: ({ state, clause, standing, open, answerBy, waitsFor }) => `  ${state} (${clause})\u00a0: ${open ? 'ouvert' : 'non ouvert'}; ${standing}${answerBy === '' ? '' : `; dernier jour pour répondre\u00a0: ${answerBy}`}${waitsFor === '' ? '' : `; attend ${waitsFor}`}`,
      standings: {
        'in-turn': 'c’est son tour', 'no-final-answer': 'pas de réponse définitive à temps, ce qui n’est pas un refus', barred: 'le renvoi vers ce pays est exclu ou reporté', 'set-aside': 'écarté', unwilling: 'son gouvernement n’est pas disposé à accueillir la personne',
        'not-accepted': 'son gouvernement n’a pas accepté', 'earlier-clause': 'le tour d’une disposition antérieure n’est pas terminé', 'no-such-clause': 'sa disposition n’est pas de cet ordre',
      },
    },
    fact: ({ on, value, name, where, id, corrected }) => `  ${on}  ${value}  ${name}${where === '' ? '' : ` (${where})`}  [${id}]${corrected ? ' corrigé depuis' : ''}`,
    values: { yes: 'oui', no: 'non', unknown: 'inconnu' },
    record: ({ sentence, name, where, value, code }) => `${sentence}\u00a0: ${name}${where === '' ? '' : ` (${where})`}\u00a0: ${value} [${code}]`,
    facts: 'Faits',
    left: 'Ce qui est parti vers un autre État',
    kinds: { request: 'demande', correction: 'correction de la demande' },
    message: ({ kind, at, to, requestId, digest }) => `  ${at}, ${kind} ${requestId}, à l’État suivant\u00a0: ${to}, SHA-256 ${digest}`,
    history: 'Ce qui s’est passé',
    event: ({ sequence, at, by, text }) => `  ${sequence}. ${at}, ${by}\u00a0: ${text}`,
  },

  dues: {
    'return-to-consider': 'examiner le retour de la personne renvoyée illégalement', 'custody-review': 'contrôle de la détention', departure: 'départ', 'recheck-before-departure': 'revérifier le dossier avant le départ', 'recheck-before-interview': 'revérifier le dossier avant l’entrevue',
    interview: 'entrevue', 'state-reply': 'réponse de l’État', 'document-expiry': 'expiration du document',
  },
  collisions: {
    'document-lost-before-departure': 'le document du voyage réservé est perdu', 'document-expires-before-departure': 'le document n’est pas valide le jour du voyage réservé',
    'gate-held-before-departure': 'un verrou retient le voyage réservé dans l’état actuel', 'booking-not-used': 'le jour du voyage réservé est passé', 'document-expired-unused': 'un document a expiré sans servir',
    'document-expires-unbooked': 'un document arrive à expiration et aucun voyage n’est réservé', 'gate-held-until-expiry': 'un document arrive à expiration alors qu’un verrou retient tout voyage',
  },
  list: {
    none: 'Aucun dossier.',
    line: ({ due, name, inventory, country, officer, caseId, fictional }) => `${due === '' ? 'rien à faire' : due}  ${name}  ${inventory}${country === '' ? '' : `, ${country}`}${officer === '' ? ', sans agent' : `, ${officer}`}  ${caseId}${fictional ? '  FICTIF' : ''}`,
    detail: ({ on, what }) => `    ${on}\u00a0: ${what}`,
    collision: (what) => `    Collision\u00a0: ${what}`,
    more: 'Il y en a d’autres. Restreignez la liste, ou augmentez --limit.',
    since: ({ on, name, caseId, fictional }) => `${on}  ${name}  ${caseId}${fictional ? '  FICTIF' : ''}`,
    refreshed: ({ cases, today }) => `Mis à jour au ${today}; dossiers ouverts\u00a0: ${cases}.`,
  },

  gates: {
    heading: ({ step, on, version, knownAt }) => `Étape\u00a0: ${step}; jour\u00a0: ${on}; version ${version} du dossier${knownAt === '' ? '' : `; selon ce qui était connu le ${knownAt}`}`,
    answer: ({ place, state }) => `${place}\u00a0: ${state}`,
    kept: ({ at, same }) => (same ? `  La décision conservée le ${at} dit la même chose, octet pour octet.` : `  LA DÉCISION CONSERVÉE LE ${at} DIT AUTRE CHOSE.`),
    law: (digest) => `Recueil ${digest}`,
  },

  law: {
    refusals: {
      'law-update-unreadable': ({ at }) => `Ceci n’est pas une modification du droit telle que Comity la lit; voyez ${at === '' ? 'le tout' : at}.`,
      'law-update-refused': ({ faults }) => `La modification rendrait le recueil incohérent\u00a0: ${faults.map((fault) => (lawFaults[fault.code] as (facts: object) => string)(fault)).join('; ')}.`,
      'no-update': () => 'Il n’y a pas de telle proposition, ou elle a déjà été approuvée.',
      'approved-already': () => 'Cette modification a déjà été approuvée.',
      'same-person': () => 'Qui propose une modification ne l’approuve pas. Une autre personne doit la lire.',
      'seen-otherwise': () => 'La proposition n’est pas celle qui a été lue. Lisez-la de nouveau.',
      'not-json': () => 'La modification n’est pas en JSON.',
      'no-officer': ask['no-officer'],
      'bad-id': ask['bad-id'],
      'rule-without-gate': ({ rule }) => `Aucun verrou n’interroge la règle ${rule}; elle ne retiendrait rien. Un nouveau verrou demande une nouvelle version de Comity.`,
      'gate-without-fact': ({ gate, fact }) => `Le verrou ${gate} n’énumère pas le fait ${fact}; une contradiction à son sujet ne fermerait rien. Il faut une nouvelle version de Comity.`,
      'effects-changed': () => 'Les effets de cette modification ne forment pas la liste que vous nommez; elle a peut-être changé depuis. Lisez-la avec «\u00a0comity case law effects\u00a0».',
    },
    proposed: (updateId) => `Proposé\u00a0: ${updateId}. Une autre personne lit «\u00a0comity case law effects ${updateId}\u00a0» et l’approuve.`,
    none: 'Aucune modification du droit n’attend une seconde personne.',
    waiting: ({ updateId, title, by, at }) => `${updateId}  ${title} (${by}, le ${at})`,
    heading: ({ title, source, asked, changed }) => `${title}. Source\u00a0: ${source}. Dossiers ouverts interrogés\u00a0: ${asked}; dossiers dont la réponse change\u00a0: ${changed}.`,
    days: (days) => `Jours interrogés\u00a0: ${days}`,
    effect: ({ caseId, version, step, place, on, before, after, gates }) => `${caseId} (version ${version})\u00a0: ${step}, ${place}, ${on}\u00a0: ${before === after ? `${before}, pour d’autres motifs` : `${before} → ${after}`} (${gates})`,
    seen: (digest) => `Pour approuver exactement ceci\u00a0: --seen ${digest}`,
    approved: (revision) => `Approuvé\u00a0: le recueil est maintenant à la révision ${revision}. Exécutez «\u00a0comity case refresh\u00a0».`,
  },
  import: {
    refusals: {
      'workbook-broken': ({ file }) => `«\u00a0${file}\u00a0» n’est pas un classeur XLSX entier. Ouvrez-le et enregistrez-le de nouveau, ou enregistrez-le en CSV.`,
      'workbook-too-large': ({ file, mostBytes }) => `«\u00a0${file}\u00a0» dépasse ${mostBytes} octets. Enregistrez-le en CSV, qui est lu par morceaux.`,
      'sheet-missing': ({ file, sheet }) => `«\u00a0${file}\u00a0» n’a pas de feuille «\u00a0${sheet}\u00a0».`,
    },
    rows: {
      'row-structure': ({ fault }) => `la ligne n’est pas comme l’en-tête (${fault})`,
      'no-reference': () => 'la ligne n’a pas de référence',
      'ambiguous-country': ({ name, candidates }) => `«\u00a0${name}\u00a0» peut désigner plus d’un État\u00a0: ${formatChoices(candidates.map((code) => `${stateName(code, 'fr')} (${code})`), 'fr')}; écrivez les deux lettres`,
      'repeated-in-file': ({ reference, firstLine }) => `la référence ${reference} figurait déjà à la ligne ${firstLine}`,
      'already-there': ({ reference, caseId }) => `un dossier portant la référence ${reference} existe déjà (${caseId}); rien n’y a été changé`,
    },
    sum: ({ read, made, refused }) => `Lignes lues ${read} = dossiers ouverts ${made} + lignes refusées ${refused}`,
    dry: 'Essai à blanc\u00a0: rien n’a été conservé.',
    row: ({ line, column, why, value }) => `  ligne ${line}${column === '' ? '' : `, ${column}`}\u00a0: ${why}${value === '' ? '' : ` (${value})`}`,
    header: ['ligne', 'colonne', 'valeur', 'code', 'motif'],
    more: (count) => `  autres\u00a0: ${count}; --report FICHIER.csv les énumère toutes`,
    badReport: (file) => `Comity ne sait pas quoi écrire dans «\u00a0${file}\u00a0». Terminez le nom par .csv.`,
  },
  handedOver: ({ done, refused }) => `Remis\u00a0: ${done}; refusés\u00a0: ${refused}.`,
  refusedFor: ({ caseId, why }) => `${caseId}\u00a0: ${why}`,
  wrote: (file) => `Écrit\u00a0: ${file}`,
  badOutput: (file) => `Comity ne sait pas quoi écrire dans «\u00a0${file}\u00a0». Terminez le nom par .json ou .txt.`,
  cannotWrite: ({ file, cause }) => `«\u00a0${file}\u00a0» n’a pas pu être écrit (${systemFault(cause, 'fr')}).`,
  readFirst: 'Lisez-le avant de le remettre\u00a0: ce qui a été écrit comme source ou motif peut nommer d’autres personnes ou relever d’une exception.',
  withdrawals: ({ moment, left, waiting }) => `Le ${moment}\u00a0: retraits partis\u00a0: ${left}; en attente du moment hebdomadaire\u00a0: ${waiting}.`,
  statutory: {
    refusals: {
      'bad-month': ({ month }) => `«\u00a0${month}\u00a0» n’est pas un mois. Écrivez-le sous la forme AAAA-MM.`,
      'month-not-over': ({ month }) => `${month} n’est pas terminé.`,
      'no-release-key': () => 'Définissez COMITY_RELEASE_KEY\u00a0: les petits effectifs sont arrondis avec cette clé, qui doit être la même chaque mois (au moins 16 caractères).',
    },
    recorded: 'Consigné. Personne ne peut plus le lire, sauf le rapport mensuel.',
    title: ({ month, madeOn }) => `Mesures de renvoi, ${month} (LIPR 49(3) à (5)); établi le ${madeOn}`,
    enforced: (count) => `Exécutées dans le mois\u00a0: ${count}`,
    notEnforced: 'Non exécutées à la fin du mois, selon l’état de leur dossier le jour où ce rapport a été établi\u00a0:',
    definition: 'Le renvoi au paragraphe 49(3) semble circulaire. Comptée ici comme non exécutée\u00a0: toute mesure prise avant la fin du mois qui n’avait alors ni pris fin ni été exécutée, dans un dossier alors ouvert; un réviseur juridique doit arrêter la définition.',
    line: ({ name, count }) => `  ${name}\u00a0: ${count}`,
    tables: { country: 'Pays d’origine', 'age-and-gender': 'Âges (atteints dans l’année) et genres', 'criminal-background': 'Antécédents criminels' },
    names: { unknown: 'non connu', female: 'femmes', male: 'hommes', another: 'autre genre', 'none-recorded': 'aucun consigné', security: 'sécurité (34)', 'rights-violations': 'atteinte aux droits humains ou internationaux (35)', 'serious-criminality': 'grande criminalité (36(1))', criminality: 'criminalité (36(2))', 'organized-criminality': 'activités de criminalité organisée (37)' },
    held: 'retenu\u00a0: même arrondi, ce tableau désignerait des personnes',
    rounded: 'Les effectifs de ces tableaux sont arrondis au hasard à des multiples de 5, de sorte qu’ils s’additionnent.',
    all: 'ensemble',
  },

  decisions: {
    none: 'Aucune décision des verrous n’est conservée pour ce dossier.',
    line: ({ at, step, place, on, state, verdict }) => `Le ${at}\u00a0: ${step}, ${place}, ${on}\u00a0: ${state}. ${verdicts[verdict]}`,
  },
}

const verdicts = { same: 'Décidé de nouveau\u00a0: la même réponse, octet pour octet.', different: 'DÉCIDÉ DE NOUVEAU, LA RÉPONSE EST AUTRE.', 'other-law': 'Décidé avec un recueil que cette version de Comity ne contient pas.' }
