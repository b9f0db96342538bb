import type { log as english } from '../en/log.ts'
import { systemFault } from '../system-fault.ts'

/** Le journal d’un nœud\u00a0: ce qui empêche de démarrer, et ce qui en est dit à la ligne de commande. */
export const log: typeof english = {
  refusals: {
    'keys-unreadable': ({ file, cause }) => `La clé du nœud ${file} ne peut être ni lue ni créée (${systemFault(cause, 'fr')}). Comity doit pouvoir lire et écrire son dossier de clés; personne d’autre ne le devrait.`,
    'key-of-other-kind': ({ file, found, needed }) => `${file} contient une clé du type ${found}; ici se place une clé du type ${needed}. Rétablissez le bon fichier à partir de votre sauvegarde.`,
    'origin-not-a-name': ({ origin }) => `COMITY_LOG=${origin} n’est pas un nom de journal. Écrivez-le comme une adresse sans https, par exemple comity.example.org/journal, sans espace ni signe plus.`,
    'log-of-other-key': ({ folder, origin }) => `Le journal conservé n’a pas été signé par la clé de ${folder} sous le nom ${origin}. Indiquez le dossier et le nom avec lesquels il a été commencé; une autre clé commencerait un second journal à sa place.`,
    'log-half-set': () => 'COMITY_KEYS et COMITY_LOG vont ensemble\u00a0: donnez les deux, ou aucune.',
  },
  cli: {
    needs: 'Utilisation\u00a0: comity log status | tick | ask | publish DOSSIER | policy FICHIER [--disclosures-stop-after HEURES] [--outbound-stops-after HEURES] | witness CLÉ-DE-VÉRIFICATION | end-witness ORIGINE | prove DOSSIER-DE-LA-PERSONNE NUMÉRO DOSSIER',
    noLog: 'Ce nœud n’a pas de journal\u00a0: donnez COMITY_KEYS et COMITY_LOG.',
    origin: ({ origin, key }) => `Journal ${origin}\nClé de vérification du journal\u00a0: ${key}`,
    witnessKey: (key) => `Clé de vérification comme témoin\u00a0: ${key}`,
    empty: 'Le journal est vide\u00a0: il grandira à la prochaine échéance.',
    tip: ({ size, at, waiting }) => `${size} feuilles depuis ${at}; ${waiting} actes attendent une place.`,
    unwitnessed: 'Aucune règle ne dit quels témoins suffisent\u00a0: personne d’autre que ce nœud ne répond de ce journal, et rien ne s’arrête faute de témoin.',
    never: 'Pas encore attesté par assez de témoins.',
    witnessed: ({ size, at }) => `Assez de témoins ont vu ${size} feuilles, le dernier nécessaire à ${at}.`,
    stopped: { 'log-halted': 'Arrêt\u00a0: le journal n’est pas celui que ses témoins ont vu.', 'log-unwitnessed': 'Arrêt\u00a0: aucune contre-signature récente.' },
    stops: { disclosure: 'Les communications', outbound: 'Ce qui part vers les États' },
    halted: ({ code, at, facts }) => `Arrêté à ${at} (${code})\u00a0: ${facts}. Le journal ne signe plus. Gardez la base de données telle quelle, rétablissez à côté la sauvegarde la plus récente, et comparez.`,
    witnessing: ({ origin, size, ended }) => `Témoin de ${origin}\u00a0: vu jusqu’à ${size}${ended ? ' (terminé)' : ''}`,
    evidence: ({ origin, code, at }) => `PREUVE contre ${origin}, trouvée à ${at}\u00a0: ${code}`,
    grown: ({ size, acts, left }) => `Le journal compte ${size} feuilles; ${acts} actes y ont pris place, ${left} attendent.`,
    asked: { cosigned: 'a contresigné', 'not-reached': 'injoignable', refused: 'a refusé', 'bad-cosignature': 'a répondu par une signature qui n’est pas la sienne', 'rolled-back': 'a présenté un journal plus long, signé par notre clé\u00a0: arrêt', forked: 'a présenté un autre journal, signé par notre clé\u00a0: arrêt' },
    nobodyAsked: 'Aucun témoin n’a été interrogé\u00a0: il n’y a pas de règle avec des adresses, ou le journal est vide ou arrêté.',
    published: ({ folder, written, kept }) => `${folder}\u00a0: ${written} fichiers écrits, ${kept} s’y trouvaient.`,
    policySet: 'La règle vaut dès maintenant.',
    witnessAdded: (origin) => `Ce nœud est désormais témoin de ${origin}.`,
    witnessKnown: (origin) => `${origin} a déjà ce nœud pour témoin, ou l’a eu. Un journal qui a changé de clé est un autre journal\u00a0: donnez-lui un autre nom.`,
    witnessEnded: (origin) => `Ce nœud n’est plus témoin de ${origin}.`,
    proved: ({ folder, leaf }) => `Feuille ${leaf}\u00a0: le contenu et la preuve sont dans ${folder}. Quiconque a les deux et la règle peut les vérifier\u00a0: comity verify.`,
    badFile: ({ file, cause }) => `${file} ne peut être ni lu ni écrit\u00a0: ${systemFault(cause, 'fr')}.`,
    badPolicy: ({ code, line }) => `Ce n’est pas un fichier de règle (${code}${line === undefined ? '' : `, ligne ${line}`}). Le format est tlog-policy\u00a0: des lignes «\u00a0log\u00a0», «\u00a0witness\u00a0», «\u00a0group\u00a0» et une seule «\u00a0quorum\u00a0».`,
    badKey: (code) => `Ce n’est pas la clé de vérification d’un journal (${code}). Elle s’écrit nom+8 chiffres hexadécimaux+base64.`,
    badHours: 'Les heures sont des nombres entiers de 1 à 168; les envois ne s’arrêtent pas avant les communications.',
    refusals: {
      'log-halted': 'Le journal est arrêté\u00a0: voyez comity log status.', 'log-damaged': 'Ce qui est conservé du journal n’est pas l’arbre qui a été signé. Rien n’a été ajouté. Rétablissez la sauvegarde la plus récente à côté de cette base de données, et comparez.',
      'grown-just-now': 'Le journal vient de grandir.', 'no-such-act': 'Cet événement n’existe pas.', 'not-in-log-yet': 'Cet événement n’a pas encore de place dans le journal. Réessayez après la prochaine échéance.',
      'key-destroyed': 'La clé de ce dossier a été détruite, comme la loi le demandait. Personne ne peut plus ouvrir ses feuilles.', 'log-empty': 'Le journal est vide.',
    },
  },
}
