/** Each method in plain language: what it answers, how, and what it does not say. */
export const methods = {
  'answer-time/1': {
    title: 'Time to an answer',
    paragraphs: [
      'How long does a country take to answer, and how likely is an answer by a given day? Any decision of the requested state counts as an answer, a refusal too.',
      'Requests that were still open on the day of the data are counted for as long as they were watched, and no longer. A request that was already open when recording began counts from the day it was first watched. Time when the law forbade a step is left out where the file says so.',
      'Each way to end a request is followed on its own, with the others competing (the Aalen–Johansen estimator). The shares of all endings and of requests still open make 100%.',
      'Our own delay, from the order to the request, and the state’s delay, from the request to its answer, run on two clocks and are never added.',
    ],
  },
  'document-time/1': {
    title: 'Time to a document or an admission',
    paragraphs: [
      'The same as the time to an answer, but only what lets a person travel counts: a document issued, an agreement at the border, an admission. A refusal competes with it.',
    ],
  },
  'conditional-time/1': {
    title: 'Time of completed cases, conditional on completion',
    paragraphs: [
      'The file has completed cases only. Whoever waited longer than the file reaches is not in it, so a median of its durations says too little and moves the wrong way when an old backlog is cleared.',
      'The durations are therefore read in reversed time (Kalbfleisch and Lawless, 1989): each case is compared only with those that the file could have shown just as well. The result holds among cases completed within the window and is no waiting time.',
      'Cases that began before the window are counted but not timed.',
    ],
  },
  'conditional-time-released/1': {
    title: 'Time of completed cases, rounded for release',
    paragraphs: [
      'The same question as for the time of completed cases, answered so that everybody may see it. Every share is of the cases completed within a year, in every country alike: countries can be compared, and no day that is shown was chosen by a single case.',
      'Counts and shares are rounded to fives, together, so that totals still add up. Before anything goes out, a program tries to work the true counts out from all that is published; no count under ten may be left with fewer than five possible values.',
      'Limits come from the rounded numbers alone. They allow for the rounding, for chance, and for departures in batches. Countries with fewer than a hundred such cases have no shares.',
    ],
  },
  'leaving-shares/1': {
    title: 'How people left, by length of stay',
    paragraphs: [
      'The source gives people who left, by how they left and by band of length. Each figure is a share of those who left. People who have not left are not part of it.',
      'The people present on the count day are shown beside it by length. The two are different people and are never added.',
    ],
  },
  'counts/1': {
    title: 'Counts',
    paragraphs: ['The numbers of the source, counted over each period by the source’s own date. They are complete counts and carry no sampling interval.'],
  },
  'return-rate/1': {
    title: 'Returns divided by orders to leave',
    paragraphs: [
      'Returns of a period divided by orders to leave of the same period. The people returned in a year were often ordered to leave in an earlier one, so the rate can pass 100%.',
      'The source rounds its counts. The limits show the lowest and the highest rate that the rounded counts allow; they say nothing of chance.',
      'A low rate can mean that return would be unlawful or unsafe. It is not by itself a measure of what a consulate does.',
    ],
  },
}
