import type { countriesWork as english } from '../en/countries-work.ts'

const topics: typeof english.topics = {
  'who-to-ask': 'À qui s’adresser', form: 'Formulaire', photographs: 'Photographies', fingerprints: 'Empreintes digitales', 'proof-of-identity': 'Preuve d’identité', 'proof-of-nationality': 'Preuve de nationalité', interview: 'Entrevue', language: 'Langue', fee: 'Frais',
  'how-to-send': 'Mode d’envoi', 'reply-time': 'Délai de réponse', validity: 'Validité du document', 'hand-over': 'Remise', other: 'Autre',
  ministry: 'Ministère', embassy: 'Ambassade', consulate: 'Consulat', 'honorary-consulate': 'Consulat honoraire', 'liaison-office': 'Bureau de liaison', 'police-registry': 'Police ou état civil',
  accepted: 'accepté', refused: 'refusé', unknown: 'inconnu',
}

const missing = (field: string) => `${field}\u00a0: rien n’est inscrit. Inscrivez ce renseignement.`
const tooLong = (field: string) => `${field}\u00a0: trop long. Abrégez.`
const notListed = (field: string) => `${field}\u00a0: choisissez un élément de la liste.`
const notADay = (field: string) => `${field}\u00a0: ce jour n’existe pas au calendrier. Écrivez l’année, le mois et le jour, comme 2026-03-02.`
const inFuture = (field: string) => `${field}\u00a0: ce jour n’est pas encore venu.`

export const countriesWork: typeof english = {
  none: 'Rien n’est inscrit.',
  notKnown: 'Inconnu',
  problem: 'Ceci n’a pas été inscrit',
  record: 'Inscrire',
  topics,
  documents: {
    any: 'tout document', 'national-passport': 'passeport national', 'emergency-travel-document': 'titre de voyage d’urgence', 'single-journey-document': 'document pour un seul voyage de l’État qui renvoie', 'eu-return-document': 'document de voyage européen destiné au retour',
    'uk-letter': 'lettre du Royaume-Uni', 'chicago-convention-letter': 'lettre fondée sur la Convention de Chicago', 'charter-clearance': 'autorisation de vol nolisé', 'border-agreement': 'accord de remise à la frontière',
  },
  kinds: { playbook: 'Guide', acceptance: 'Acceptation', contact: 'Coordonnées' },
  entryFields: { kind: 'Genre', consulate: 'Consulat', topic: 'Sujet', document: 'Document', says: 'Ce que l’on sait', language: 'Langue de l’inscription', owner: 'Bureau responsable', source: 'Source', checkedOn: 'Vérifié le', reviewBy: 'À revérifier au plus tard le', withdrawn: 'Ne vaut plus' },
  entryFaults: {
    missing, 'too-long': tooLong, 'not-listed': notListed, 'not-a-day': notADay,
    'in-future': (field) => `${field}\u00a0: ce jour n’est pas encore venu. Inscrivez le jour de la vérification.`, 'not-after-check': (field) => `${field}\u00a0: doit suivre le jour de la vérification.`, 'over-two-years': (field) => `${field}\u00a0: au plus deux ans après la vérification.`,
  },
  rungs: {
    'working-level': 'Note de travail', demarche: 'Démarche ou ambassadeur', 'joint-work': 'Groupe de travail conjoint, mission ou agent de liaison', agreement: 'Protocole, procédure ou accord', positive: 'Mesure favorable', 'targeted-visa': 'Mesure sur les visas de fonctionnaires', 'class-visa': 'Mesure sur des catégories de visas', 'broad-visa': 'Mesure plus large sur les visas, droits ou limite d’entrée', 'trade-or-aid': 'Lien avec le commerce ou l’aide',
  },
  standings: { decided: 'décidée, pas encore commencée', 'in-force': 'en vigueur', lapsed: 'échue', ended: 'terminée' },
  events: { decided: 'Décision', started: 'Début', replied: 'Réponse de l’État', reviewed: 'Examen', ended: 'Fin' },
  engagementFields: { on: 'Jour', rung: 'Échelon', what: 'Ce qui est fait', legalBasis: 'Fondement juridique', decidedBy: 'Bureau qui décide', startsOn: 'Commence le', sunsetOn: 'Échéance', reviewBy: 'À examiner au plus tard le', source: 'Source', says: 'Ce qui a été dit ou constaté', kind: 'Ce qui s’est passé' },
  engagementFaults: {
    missing: (field) => `${field}\u00a0: rien n’est inscrit. Aucune mesure n’est inscrite sans ce renseignement.`, 'too-long': tooLong, 'not-listed': notListed, 'not-a-day': notADay, 'in-future': inFuture,
    'before-last': (field) => `${field}\u00a0: précède la dernière inscription. Vérifiez le jour.`, 'not-after-start': (field) => `${field}\u00a0: doit suivre le début.`, 'not-before-sunset': (field) => `${field}\u00a0: doit précéder l’échéance.`, 'not-after-today': (field) => `${field}\u00a0: doit suivre le jour de la décision ou de l’examen.`,
    over: () => 'La mesure est terminée. Décidez-en une nouvelle si elle est reprise.', 'started-already': () => 'Le début est déjà inscrit.', 'not-started': () => 'La mesure n’a pas commencé. Inscrivez son début avant un examen.',
  },
  commitmentFields: { kind: 'Genre', whatEn: 'Objet, en anglais', whatFr: 'Objet, en français', number: 'Nombre', unit: 'Unité', from: 'Premier jour', until: 'Dernier jour', announcedBy: 'Annoncé par', announcedOn: 'Annoncé le (facultatif)', source: 'Source', series: 'Dénombré par' },
  commitmentFaults: { missing, 'too-long': tooLong, 'not-listed': notListed, 'not-a-day': notADay, 'in-future': inFuture, 'not-after-start': (field) => `${field}\u00a0: doit suivre le premier jour.`, 'not-a-number': (field) => `${field}\u00a0: écrivez un nombre supérieur à zéro, comme 20\u00a0000.` },
  texts: { verified: 'texte vérifié', unverified: 'texte non vérifié', draft: 'ébauche' },
  languages: { en: 'anglais', fr: 'français' },
  dayHint: 'Année, mois et jour, comme 2026-03-02',
  list: {
    name: 'Pays', title: 'Pays', lead: 'Tous les pays, par nom. Les nombres disent combien d’éléments sont inscrits, et rien de la conduite d’un pays.', caption: 'Pays, par nom',
    country: 'Pays', recorded: 'Inscrit', jump: 'Lettres',
    entries: ({ number, count }) => (number === 1 ? 'une inscription' : `${count} inscriptions`), outOfDate: ({ number, count }) => (number === 1 ? 'dont une périmée' : `dont ${count} périmées`),
    measures: ({ number, count }) => (number === 1 ? 'une mesure ouverte' : `${count} mesures ouvertes`), instruments: ({ number, count }) => (number === 1 ? 'un moratoire ou une désignation' : `${count} moratoires ou désignations`),
  },
  page: {
    cases: 'Dossiers ouverts qui concernent ce pays',
    title: (country) => `${country}\u00a0: ce que l’on sait`,
    contents: 'Sur cette page', evidence: 'Éléments de preuve pour les contrôles et les tribunaux', history: 'Toutes les inscriptions', publicPage: 'Page publique de ce pays', effect: 'Une mesure a-t-elle eu un effet?',
    addPlaybook: 'Ajouter au guide', addAcceptance: 'Inscrire ce qui est accepté', addContact: 'Ajouter des coordonnées', addMeasure: 'Décider une mesure',
    playbook: 'Guide', acceptance: 'Ce qu’il accepte', contacts: 'Bureaux à joindre', agreements: 'Accords', instruments: 'Moratoires et désignations', measures: 'Mesures de cette autorité', announced: 'Mesures annoncées par d’autres', figures: 'Chiffres',
    forDocument: (document) => `Pour\u00a0: ${document}`, itself: 'l’État lui-même', of: 'De', subject: 'Sujet', says: 'Ce que l’on sait', owner: 'Tenu par', source: 'Source', checked: 'Vérifié', review: 'À revérifier au plus tard le', outOfDate: 'Périmé', outOfDateSince: (day) => `périmé depuis le ${day}`,
    acceptanceLead: 'Inconnu veut dire que personne n’a inscrit de réponse. Cela ne veut pas dire refusé.',
    reply: ({ length, unit }) => `${length} ${unit}`, units: { 'calendar-days': 'jours civils', 'working-days': 'jours ouvrables', months: 'mois' },
    agreement: 'Accord', inForce: 'En vigueur', replyTime: 'Réponse en', silence: 'Silence', silences: { consent: 'vaut consentement', nothing: 'ne veut rien dire' }, text: 'Texte',
    from: (day) => `depuis le ${day}`, until: (day) => `jusqu’au ${day}`, knownOn: (day) => `connu en vigueur le ${day}`, noStart: 'début inconnu',
    instrument: 'Moratoire ou désignation', standing: 'Aujourd’hui', parts: (parts) => `seulement ${parts}`,
    instrumentStandings: { 'in-force': 'en vigueur', 'may-be-in-force': 'peut-être en vigueur\u00a0: non vérifié', over: 'terminé', 'to-come': 'à venir' },
    measure: 'Mesure', rung: 'Échelon', starts: 'Début', sunset: 'Échéance', state: 'État', takenBy: 'Prise par', legalBasis: 'Fondement juridique', european: 'Union européenne',
    announcedLead: 'Selon des sources qui n’ont pas été lues en entier. La liste n’est pas complète.', whenSaid: ({ from, until }) => `${from} à ${until}`, lookAt: (day) => `A-t-elle eu un effet? (${day})`,
    noFigures: 'Aucun chiffre sur ce pays n’est chargé.',
  },
  history: { title: (country) => `${country}\u00a0: toutes les inscriptions`, lead: 'Tout ce qui a été inscrit, le plus récent d’abord. Parmi les inscriptions sur un même objet, la plus récente vaut.', caption: 'Inscriptions', recorded: 'Inscrit', stands: 'Vaut', yes: 'oui', no: 'plus maintenant', withdrawn: 'retirée' },
  entry: {
    titles: { playbook: (country) => `${country}\u00a0: ajouter au guide`, acceptance: (country) => `${country}\u00a0: inscrire ce qui est accepté`, contact: (country) => `${country}\u00a0: ajouter des coordonnées` },
    lead: 'Ce que vous inscrivez prend la place de la dernière inscription sur le même consulat, le même sujet et le même document. L’ancienne reste dans l’historique.',
    noPerson: 'Ne parlez que de bureaux\u00a0: ni nom, ni numéro, ni adresse d’une personne.',
    consulateHint: 'Son lieu, par exemple Ottawa. Laissez vide pour l’État lui-même.', ownerHint: 'Le bureau qui revérifiera.', sourceHint: 'Où c’est écrit ou qui l’a dit, pour que quelqu’un d’autre puisse vérifier.', answer: 'Réponse', contactTopic: 'Genre de bureau',
    withdraw: 'Ceci ne vaut plus, et rien ne prend sa place',
  },
  measure: {
    title: (what) => `Mesure\u00a0: ${what}`,
    decideTitle: (country) => `${country}\u00a0: décider une mesure`,
    decideLead: 'Rien n’est inscrit sans fondement juridique, bureau qui décide, échéance et examen avant celle-ci. Les éléments de preuve sur le pays, tels qu’ils sont en ce moment, sont conservés avec la décision.',
    decide: 'Inscrire la décision', office: 'Un bureau, jamais une personne.', evidence: 'Éléments sur lesquels elle repose', evidenceLink: (digest) => `tels que conservés, ${digest}`, decidedBy: 'Bureau qui a décidé', decidedOn: 'Décidée le', reviewBy: 'À examiner au plus tard le',
    happened: 'Ce qui s’est passé', day: 'Jour', what: 'Quoi', recorded: 'Inscrit', next: 'Inscrire la suite', nextLead: 'Un examen fixe le jour du prochain examen et peut déplacer l’échéance, avec ses motifs. Pour toute autre chose, laissez ces deux champs vides.',
    movedOn: 'Autre chose a été inscrit entre-temps. Lisez-le ci-dessous, puis recommencez si votre inscription tient toujours.', over: 'La mesure est terminée; plus rien ne peut être inscrit.',
    sunsetMoved: ({ reviewBy, sunset }) => `Prochain examen au plus tard le ${reviewBy}, échéance le ${sunset}`,
  },
  calendar: {
    name: 'Calendrier des mesures', title: 'Calendrier des mesures', lead: 'Débuts, examens et échéances de toutes les mesures qui ne sont pas terminées, par jour.', caption: 'Ce qui vient, et ce qui est en retard', day: 'Jour', country: 'Pays', what: 'Quoi', measure: 'Mesure',
    points: { start: 'commence', review: 'examen dû', sunset: 'échéance' }, overdue: 'En retard', none: 'Aucune mesure n’est ouverte. La liaison avec les partenaires en décide une sur la page du pays.', past: 'Mesures terminées', lapsed: 'Échue; sa fin n’a pas été inscrite',
  },
  effect: {
    title: (country) => `${country}\u00a0: une mesure a-t-elle eu un effet?`,
    lead: 'Les nombres du pays avant et après un jour, par régression segmentée, à côté de placebos\u00a0: le même examen à des jours antérieurs, et dans d’autres pays le même jour.',
    association: 'Ceci montre une association dans le temps et non une cause. Tout ce qui a changé ce jour-là ou vers ce jour-là y est aussi\u00a0: arrivées, politiques, exécution, façon d’inscrire.',
    on: 'Jour où la mesure a commencé', look: 'Examiner', badDay: 'Écrivez l’année, le mois et le jour, comme 2026-03-02.', choose: 'Mesures dont le jour est connu', none: 'Aucune série sur ce pays n’est chargée, et il n’y a pas de dossiers\u00a0: rien ne peut être examiné.',
    series: { 'own-answers': 'Cette autorité\u00a0: réponses par jour de demande ouverte, par mois', 'own-departures': 'Cette autorité\u00a0: départs par jour, par mois' }, fictional: 'dossiers fictifs',
    lengths: { month: 'par mois', quarter: 'par trimestre', year: 'par année' },
    notEnough: 'Pas assez pour dire quoi que ce soit',
    refusals: {
      'too-few-periods-before': ({ has, needs }) => `Périodes avant ce jour\u00a0: ${has}; il en faut ${needs}.`, 'too-few-periods-after': ({ has, needs }) => `Périodes après ce jour\u00a0: ${has}; il en faut ${needs}.`,
      'too-few-events-before': ({ has, needs }) => `Dénombrés avant ce jour\u00a0: ${has}; il en faut ${needs}.`, 'no-estimate': () => 'Aucune estimation ne se stabilise, comme lorsque rien n’a été dénombré d’un côté.',
    },
    caption: 'Ce qui a changé', what: 'Changement', ratio: 'Fois', limits: 'Limites à 95\u00a0%', p: 'Valeur p',
    trendBefore: 'Chaque année, avant', levelChange: 'D’un coup, ce jour-là', slopeChange: 'Chaque année après, par rapport à avant',
    inTime: 'Placebos dans le temps', inSpace: 'Placebos dans d’autres pays', placebo: ({ placebos, p }) => `Examinés\u00a0: ${placebos}; autant ou plus arrive tout seul avec p = ${p}`, noPlacebo: 'aucun n’a pu être examiné',
    behind: ({ before, after, straddling }) => `Périodes avant\u00a0: ${before}; après\u00a0: ${after}; laissées de côté, car la mesure y a commencé\u00a0: ${straddling}.`,
    cautions: {
      'regression-to-the-mean': 'Une mesure prise en mauvaise période est suivie de jours meilleurs sans y être pour rien.', 'unusual-before': 'Les six dernières périodes avant la mesure s’écartaient de leur tendance\u00a0: un tel retour à l’habitude est probable ici.', overdispersed: 'Les nombres varient plus que le hasard; les limites ont été élargies.', autocorrelated: 'Les périodes voisines se ressemblent\u00a0: les limites sont trop étroites.', 'few-placebos': 'Moins de 19 placebos\u00a0: aucune de leurs valeurs p ne peut atteindre 5\u00a0%.',
    },
    method: (method) => `Méthode\u00a0: ${method}. Les saisons ne sont pas modélisées.`,
  },
  evidence: { unprintable: 'Le PDF n’a pas pu être composé ici\u00a0: une lettre ne se trouve dans aucune police de cette machine, ou le programme de composition manque. Tout le texte figure sur cette page.', title: 'Éléments de preuve', printed: 'En PDF', json: 'En données (JSON)', kept: 'Édition conservée\u00a0: voici sur quoi une mesure reposait.', both: 'Voici tout le texte, le même pour quiconque l’imprime. Son empreinte est la même dans les deux langues.' },
  commitments: {
    replaced: 'Ce dont ceci devait prendre la place ne vaut plus\u00a0: quelqu’un l’a remplacé. Consultez la liste, puis recommencez si votre inscription tient toujours.',
    name: 'Engagements', title: 'Engagements', lead: 'Ce qui a été annoncé, ce qui a été dénombré et ce à quoi s’attendre. Rien ici n’est ventilé par agent ni par personne.', caption: 'Engagements et nombres', add: 'Inscrire un engagement', replace: 'Inscrire à sa place', replaceNamed: (what) => `Inscrire à la place de\u00a0: ${what}`,
    targets: 'Cibles', capacities: 'Capacité', what: 'Objet', number: 'Annoncé', period: 'Jours', actual: 'Dénombré', forecast: 'À prévoir', announced: 'Annoncé par',
    kinds: { target: 'Cible', capacity: 'Capacité' }, units: { removals: 'renvois', returns: 'retours', documents: 'documents', staff: 'employés', dollars: 'dollars', other: 'autre' },
    days: ({ from, until }) => `du ${from} au ${until}`, on: ({ by, on }) => `${by}, ${on}`,
    noSeries: 'Aucune série n’est indiquée.', notLoaded: 'La série indiquée n’est pas chargée.', counted: ({ count, through, days, all }) => `${count} jusqu’au ${through} (${days} jours sur ${all})`,
    nothingCounted: 'Aucune période entière de la série n’est comprise dans ces jours.', straddling: (periods) => `Non dénombré, car une partie seulement y est comprise\u00a0: ${periods}.`, fictional: 'Nombres tirés de dossiers fictifs.',
    made: ({ value, lower, upper }) => `${value} en tout (limites à 95\u00a0%\u00a0: ${lower} à ${upper})`, otherYear: ({ value, lower, upper, from, until }) => `Pour une autre année, du ${from} au ${until}, selon laquelle la source dénombre\u00a0: ${value} (limites à 95\u00a0%\u00a0: ${lower} à ${upper})`,
    record: ({ held, tried }) => `Éprouvée sur son propre passé\u00a0: juste ${held} fois sur ${tried}.`, untried: 'Série trop courte pour l’éprouver sur son propre passé.',
    over: 'Tout est dénombré.', notAYear: 'Non faite au-delà d’un an.', tooFew: ({ years, needed }) => `Non montrée\u00a0: il faut ${needed} années de nombres, et il y en a ${years}.`,
    method: (method) => `Méthode de prévision\u00a0: ${method}. Autant que dans la même partie de la dernière année connue; les limites viennent de l’écart d’une année à l’autre (marche aléatoire du logarithme, t de Student). Une rupture d’un genre jamais vu n’est pas prévue.`,
    formTitle: 'Inscrire un engagement', formLead: 'Ce qu’une autorité a annoncé, ou les moyens qu’elle a. Rien n’y est ventilé par agent ni par personne.', noCounts: 'Aucune série', ownSeries: { departed: 'Cette autorité\u00a0: départs', 'document-taken': 'Cette autorité\u00a0: documents reçus' },
  },
}
