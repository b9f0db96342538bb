type PlaceAndTime = { readonly country: string; readonly period: string }
type Ends = { readonly from: string; readonly to: string }

export const charts = {
  tableOf: 'The same numbers as a table',
  scrollable: (title: string) => `${title} (scrolls sideways)`,

  incidence: {
    title: (subject: string) => `How requests ended. ${subject}`,
    completedTitle: (subject: string) => `Completed cases by day. ${subject}`,
    description: ({ lines, day }: { readonly lines: string; readonly day: string }) =>
      `Step curves from day 0 to day ${day}, each inside a band of 95% limits. By day ${day}: ${lines}. The number at risk stands under the axis.`,
    line: ({ name, value }: { readonly name: string; readonly value: string }) => `${name} ${value}`,
    answered: 'Any answer',
    completed: 'Completed',
    open: 'Still open',
    completedAtRisk: 'At risk on a day are, here, the cases completed by that day that began early enough for a completion on it to be in the files; so the number can grow with the days.',
    axis: 'Days since the clock started',
    caption: ({ subject, behind }: { readonly subject: string; readonly behind: string }) => `${subject}. Share of ${behind} by day, in per cent, with 95% limits`,
    requests: (count: string, one: boolean) => (one ? `${count} request` : `${count} requests`),
    completedCases: (count: string, one: boolean) => (one ? `${count} completed case` : `${count} completed cases`),
  },

  funnel: {
    title: (measure: string) => `Which countries stand apart? ${measure}`,
    description: ({ points, beyond95, beyond998 }: { readonly points: string; readonly beyond95: string; readonly beyond998: string }) =>
      `Funnel plot of ${points} countries by number of cases. Countries beyond the 95% limits: ${beyond95}. Beyond the 99.8% limits: ${beyond998}.`,
    target: (value: string) => `All: ${value}`,
    axis: 'Cases behind the share, on a logarithmic scale',
    limits95: '95% limits',
    limits998: '99.8% limits',
    none: 'none',
    positions: { within: 'within the limits', 'beyond-95': 'beyond 95%', 'beyond-998': 'beyond 99.8%' },
    position: 'Position',
    expected: '95% limits of the funnel',
    seeRange: 'limits of the funnel beside it',
    effective: 'Effective number of cases',
    caption: (measure: string) => `${measure}, by country, in per cent; position against the funnel limits`,
    explained: 'Inside the funnel, a country does not stand apart from the others. If nothing set countries apart, about 5 of 100 would fall outside the 95% limits and about 1 of 500 outside the 99.8% limits.',
    overdispersion: (factor: string) => `The limits allow for more than chance: countries differ among themselves, so the variance that chance gives was multiplied by ${factor}.`,
    noOverdispersion: 'No overdispersion was found; the limits were not widened.',
    atRight: (names: string) => `Beyond the 99.8% limits: ${names}.`,
  },

  map: {
    title: (measure: string) => `World map: ${measure}`,
    description: ({ shown, missing }: { readonly shown: string; readonly missing: string }) =>
      `Countries shaded and patterned by class. ${shown} countries have a figure; ${missing} on the map have none and are hatched.`,
    legend: 'Classes of the map',
    noFigure: 'no figure, or too few cases',
    disclaimer: 'Boundaries and names on this map, from Natural Earth, are no statement about the legal status of any territory. Small states are drawn as circles.',
    class: 'Class',
    between: ({ from, to }: Ends) => `${from} to under ${to}`,
    last: ({ from }: Pick<Ends, 'from'>) => `${from} or more`,
    lastShare: ({ from, to }: Ends) => `${from} to ${to}`,
    caption: (measure: string) => `${measure}, by country, with the class on the map`,
  },

  interval: {
    title: ({ measure, from, to }: Ends & { readonly measure: string }) => `${measure}: ${from} to ${to}`,
    description: ({ countries, all }: { readonly countries: string; readonly all: string }) =>
      `Countries in alphabetical order, each as a dot with its limits as a line. Countries shown: ${countries}. The dashed line is the value of all countries, ${all}.`,
    descriptionWithoutAll: (countries: string) => `Countries in alphabetical order, each as a dot with its limits as a line. Countries shown: ${countries}.`,
    caption: ({ measure, from, to }: Ends & { readonly measure: string }) => `${measure}, with limits; countries in alphabetical order, ${from} to ${to}`,
    withheld: (count: string, one: boolean) => (one ? `${count} country is not in the picture` : `${count} countries are not in the picture`),
    why: 'Why',
    order: 'In alphabetical order: where limits overlap, an order of merit would be an order of chance.',
  },

  vintages: {
    title: ({ measure, earlier, later }: { readonly measure: string; readonly earlier: string; readonly later: string }) => `Two editions compared: ${measure}, ${earlier} and ${later}`,
    description: ({ compared, changed }: { readonly compared: string; readonly changed: string }) =>
      `For each of ${compared} rows a hollow ring marks the earlier edition and a filled dot the later one. ${changed} rows differ.`,
    caption: 'Earlier and later edition, with the difference',
    earlier: 'Earlier edition',
    later: 'Later edition',
    difference: 'Difference',
    row: 'Row',
    none: 'The two editions give the same value everywhere.',
    partly: (count: string) => `The picture has the first ${count} rows that differ; the table has every row.`,
    onlyIn: 'not in this edition',
    method: ({ earlier, later }: { readonly earlier: string; readonly later: string }) => `The editions were measured by different methods, ${earlier} and ${later}: a difference may come from either.`,
  },

  stock: {
    titles: {
      both: (country: string) => `${country}: people present by length, and how people left`,
      present: (country: string) => `${country}: people present by length`,
      left: (country: string) => `${country}: how people left, by length of stay`,
    },
    description: 'Bars by band of length, the shortest first.',
    presentTotal: (count: string) => `People present on the count day: ${count}.`,
    leftShares: (shares: string) => `Shares of those who left: ${shares}.`,
    presentPanel: 'Present on the count day',
    leftPanel: 'Left, share by outcome',
    band: 'Length of stay',
    firstBand: (to: string) => `Up to ${to} days`,
    between: ({ from, to }: Ends) => `${from} to ${to} days`,
    openBand: (from: string) => `${from} days or more`,
    captions: {
      both: ({ country, period }: PlaceAndTime) => `${country}, ${period}. People present, in persons, and shares of those who left, in per cent, by length of stay`,
      present: ({ country, period }: PlaceAndTime) => `${country}, ${period}. People present, in persons, by length of stay`,
      left: ({ country, period }: PlaceAndTime) => `${country}, ${period}. Shares of those who left, in per cent, by length of stay`,
    },
    apart: 'The two sides are different people and are never added.',
    nobody: 'no figure',
  },
}
