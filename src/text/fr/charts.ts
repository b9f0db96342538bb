import type { charts as english } from '../en/charts.ts'

export const charts: typeof english = {
  tableOf: 'Les mêmes nombres en tableau',
  scrollable: (title) => `${title} (défile de gauche à droite)`,

  incidence: {
    title: (subject) => `Issue des demandes. ${subject}`,
    completedTitle: (subject) => `Cas achevés selon le jour. ${subject}`,
    description: ({ lines, day }) =>
      `Courbes en escalier du jour 0 au jour ${day}, chacune dans une bande de limites à 95\u00a0%. Au jour ${day}\u00a0: ${lines}. Le nombre à risque figure sous l’axe.`,
    line: ({ name, value }) => `${name} ${value}`,
    answered: 'Toute réponse',
    completed: 'Achevés',
    open: 'Encore ouvertes',
    completedAtRisk: 'À risque un jour donné sont, ici, les cas achevés au plus tard ce jour-là et commencés assez tôt pour qu’un achèvement ce jour-là soit dans les fichiers; ce nombre peut donc croître avec les jours.',
    axis: 'Jours depuis le départ de l’horloge',
    caption: ({ subject, behind }) => `${subject}. Part de ${behind} selon le jour, en pourcentage, avec limites à 95\u00a0%`,
    requests: (count, one) => (one ? `${count}\u00a0demande` : `${count}\u00a0demandes`),
    completedCases: (count, one) => (one ? `${count}\u00a0cas achevé` : `${count}\u00a0cas achevés`),
  },

  funnel: {
    title: (measure) => `Quels pays se distinguent? ${measure}`,
    description: ({ points, beyond95, beyond998 }) =>
      `Graphique en entonnoir de ${points} pays selon le nombre de cas. Pays hors des limites à 95\u00a0%\u00a0: ${beyond95}. Hors des limites à 99,8\u00a0%\u00a0: ${beyond998}.`,
    target: (value) => `Ensemble\u00a0: ${value}`,
    axis: 'Cas pris en compte, sur une échelle logarithmique',
    limits95: 'limites à 95\u00a0%',
    limits998: 'limites à 99,8\u00a0%',
    none: 'aucun',
    positions: { within: 'dans les limites', 'beyond-95': 'hors de 95\u00a0%', 'beyond-998': 'hors de 99,8\u00a0%' },
    position: 'Position',
    expected: 'Limites à 95\u00a0% de l’entonnoir',
    seeRange: 'limites de l’entonnoir à côté',
    effective: 'Nombre effectif de cas',
    caption: (measure) => `${measure}, par pays, en pourcentage, avec la position par rapport à l’entonnoir`,
    explained: 'Dans l’entonnoir, un pays ne se distingue pas des autres. Si rien ne distinguait les pays, environ 5 sur 100 tomberaient hors des limites à 95\u00a0% et environ 1 sur 500 hors des limites à 99,8\u00a0%.',
    overdispersion: (factor) => `Les limites admettent plus que le hasard\u00a0: les pays diffèrent entre eux, et la variance que donne le hasard a donc été multipliée par ${factor}.`,
    noOverdispersion: 'Aucune surdispersion n’a été trouvée et les limites n’ont pas été élargies.',
    atRight: (names) => `Hors des limites à 99,8\u00a0%\u00a0: ${names}.`,
  },

  map: {
    title: (measure) => `Carte du monde\u00a0: ${measure}`,
    description: ({ shown, missing }) =>
      `Les pays portent la teinte et le motif de leur classe. ${shown} pays ont un chiffre. Les ${missing} autres pays de la carte n’en ont pas et sont hachurés.`,
    legend: 'Classes de la carte',
    noFigure: 'aucun chiffre, ou trop peu de cas',
    disclaimer: 'Les frontières et les noms de cette carte, tirés de Natural Earth, ne disent rien du statut juridique d’un territoire. Les petits États sont représentés par des cercles.',
    class: 'Classe',
    between: ({ from, to }) => `de ${from} à moins de ${to}`,
    last: ({ from }) => `${from} ou plus`,
    lastShare: ({ from, to }) => `de ${from} à ${to}`,
    caption: (measure) => `${measure}, par pays, avec la classe sur la carte`,
  },

  interval: {
    title: ({ measure, from, to }) => `${measure}\u00a0: ${from} à ${to}`,
    description: ({ countries, all }) =>
      `Pays en ordre alphabétique, chacun représenté par un point et ses limites par un trait. Pays montrés\u00a0: ${countries}. La ligne tiretée est la valeur de tous les pays, ${all}.`,
    descriptionWithoutAll: (countries) => `Pays en ordre alphabétique, chacun représenté par un point et ses limites par un trait. Pays montrés\u00a0: ${countries}.`,
    caption: ({ measure, from, to }) => `${measure}, avec limites, pays en ordre alphabétique (${from} à ${to})`,
    withheld: (count) => `${count}\u00a0pays hors de l’image`,
    why: 'Pourquoi',
    order: 'En ordre alphabétique\u00a0: là où les limites se chevauchent, un classement au mérite serait un classement au hasard.',
  },

  vintages: {
    title: ({ measure, earlier, later }) => `Deux éditions comparées\u00a0: ${measure}, ${earlier} et ${later}`,
    description: ({ compared, changed }) =>
      `Pour chacune des ${compared} lignes, un anneau vide marque l’édition antérieure et un point plein l’édition ultérieure. Lignes qui diffèrent\u00a0: ${changed}.`,
    caption: 'Édition antérieure et édition ultérieure, avec la différence',
    earlier: 'Édition antérieure',
    later: 'Édition ultérieure',
    difference: 'Différence',
    row: 'Ligne',
    none: 'Les deux éditions donnent partout la même valeur.',
    partly: (count) => `L’image montre les ${count} premières lignes qui diffèrent, et le tableau toutes les lignes.`,
    onlyIn: 'absent de cette édition',
    method: ({ earlier, later }) => `Les éditions ont été mesurées par des méthodes différentes, ${earlier} et ${later}\u00a0: une différence peut venir de l’une ou de l’autre.`,
  },

  stock: {
    titles: {
      both: (country) => `${country}\u00a0: personnes présentes selon la durée, et façons de sortir`,
      present: (country) => `${country}\u00a0: personnes présentes selon la durée`,
      left: (country) => `${country}\u00a0: façons de sortir, selon la durée du séjour`,
    },
    description: 'Barres par tranche de durée, la plus courte en premier.',
    presentTotal: (count) => `Personnes présentes le jour du dénombrement\u00a0: ${count}.`,
    leftShares: (shares) => `Parts des personnes sorties\u00a0: ${shares}.`,
    presentPanel: 'Présentes le jour du dénombrement',
    leftPanel: 'Sorties, part selon l’issue',
    band: 'Durée du séjour',
    firstBand: (to) => `Jusqu’à ${to} jours`,
    between: ({ from, to }) => `De ${from} à ${to} jours`,
    openBand: (from) => `${from} jours ou plus`,
    captions: {
      both: ({ country, period }) => `${country}, ${period}. Personnes présentes, en nombre, et parts des personnes sorties, en pourcentage, selon la durée du séjour`,
      present: ({ country, period }) => `${country}, ${period}. Personnes présentes, en nombre, selon la durée du séjour`,
      left: ({ country, period }) => `${country}, ${period}. Parts des personnes sorties, en pourcentage, selon la durée du séjour`,
    },
    apart: 'Les deux côtés portent sur des personnes différentes et ne sont jamais additionnés.',
    nobody: 'aucun chiffre',
  },
}
