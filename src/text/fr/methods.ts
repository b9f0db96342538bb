import type { methods as english } from '../en/methods.ts'

export const methods: typeof english = {
  'answer-time/1': {
    title: 'Délai de réponse',
    paragraphs: [
      'Combien de temps un pays met-il à répondre, et quelle est la probabilité d’une réponse à un jour donné? Toute décision de l’État sollicité compte comme réponse, un refus aussi.',
      'Les demandes encore ouvertes à la date des données comptent aussi longtemps qu’elles ont été observées, et pas davantage. Une demande déjà ouverte au début des observations compte à partir du premier jour où elle a été observée. Le temps où la loi interdisait d’agir est exclu lorsque le fichier l’indique.',
      'Chaque issue est suivie séparément, les autres étant concurrentes (estimateur d’Aalen-Johansen). Les parts de toutes les issues et des demandes encore ouvertes font 100\u00a0%.',
      'Notre propre délai, de l’ordre à la demande, et celui de l’État, de la demande à la réponse, ont chacun leur horloge et ne sont jamais additionnés.',
    ],
  },
  'document-time/1': {
    title: 'Délai d’obtention d’un document ou d’une admission',
    paragraphs: [
      'Comme le délai de réponse, mais seul compte ce qui permet à la personne de voyager\u00a0: un document délivré, un accord à la frontière, une admission. Un refus est une issue concurrente.',
    ],
  },
  'conditional-time/1': {
    title: 'Durée des cas achevés, conditionnelle à leur achèvement',
    paragraphs: [
      'Le fichier ne contient que des cas achevés. Quiconque a attendu au-delà de la période couverte n’y figure pas. Une médiane de ces durées dit donc trop peu et évolue à contresens lorsqu’un vieil arriéré se résorbe.',
      'Les durées sont donc lues en temps inversé (Kalbfleisch et Lawless, 1989)\u00a0: chaque cas n’est comparé qu’à ceux que le fichier aurait pu montrer tout aussi bien. Le résultat vaut parmi les cas achevés dans la période couverte et n’est pas un délai d’attente.',
      'Les cas commencés avant cette période sont dénombrés, mais leur durée n’est pas mesurée.',
    ],
  },
  'conditional-time-released/1': {
    title: 'Durée des cas achevés, arrondie pour la diffusion',
    paragraphs: [
      'La même question que pour la durée des cas achevés, avec une réponse que tout le monde peut voir. Chaque part se rapporte aux cas achevés en moins d’un an, de la même façon pour tous les pays\u00a0: on peut comparer les pays, et aucun jour affiché ne dépend d’un cas particulier.',
      'Les nombres et les parts sont arrondis ensemble à des multiples de cinq, de sorte que les totaux restent justes. Avant toute diffusion, un programme essaie de retrouver les vrais nombres à partir de tout ce qui est publié; pour un nombre inférieur à dix, au moins cinq valeurs doivent rester possibles.',
      'Les limites viennent des seuls nombres arrondis. Elles tiennent compte de l’arrondi, du hasard et des départs par groupes. Les pays qui comptent moins de cent de ces cas n’ont pas de parts.',
    ],
  },
  'leaving-shares/1': {
    title: 'Façons de sortir, selon la durée du séjour',
    paragraphs: [
      'La source donne les personnes sorties, selon la façon de sortir et par tranche de durée. Chaque chiffre est une part des personnes sorties. Les personnes encore présentes n’en font pas partie.',
      'Les personnes présentes le jour du dénombrement figurent à côté, selon la durée de leur présence. Ce ne sont pas les mêmes personnes, et les deux ne sont jamais additionnées.',
    ],
  },
  'counts/1': {
    title: 'Dénombrements',
    paragraphs: ['Les nombres de la source, comptés pour chaque période selon la date retenue par la source. Ce sont des dénombrements complets, sans intervalle d’échantillonnage.'],
  },
  'return-rate/1': {
    title: 'Retours divisés par les ordres de quitter le territoire',
    paragraphs: [
      'Retours d’une période divisés par les ordres de quitter le territoire de la même période. Les personnes retournées une année ont souvent reçu leur ordre une année antérieure. Le taux peut donc dépasser 100\u00a0%.',
      'La source arrondit ses nombres. Les limites sont le taux le plus bas et le taux le plus élevé que permettent les nombres arrondis et ne disent rien du hasard.',
      'Un taux faible peut signifier qu’un retour serait illégal ou dangereux. Il ne mesure pas à lui seul ce que fait un consulat.',
    ],
  },
}
