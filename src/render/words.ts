import { charts as chartsInEnglish } from '../text/en/charts.ts'
import { figures as figuresInEnglish } from '../text/en/figures.ts'
import { methods as methodsInEnglish } from '../text/en/methods.ts'
import { report as reportInEnglish } from '../text/en/report.ts'
import { charts as chartsInFrench } from '../text/fr/charts.ts'
import { figures as figuresInFrench } from '../text/fr/figures.ts'
import { methods as methodsInFrench } from '../text/fr/methods.ts'
import { report as reportInFrench } from '../text/fr/report.ts'

/** What this room says, in both languages. */
export const words = {
  en: { charts: chartsInEnglish, figures: figuresInEnglish, methods: methodsInEnglish, report: reportInEnglish },
  fr: { charts: chartsInFrench, figures: figuresInFrench, methods: methodsInFrench, report: reportInFrench },
}
