import { html, type Markup } from './html.ts'

// One for each line style, so that bars beside each other differ without colour too.
const drawings: readonly Markup[] = [
  html``,
  html`<path class="bar-ink" d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>`,
  html`<path class="bar-ink" d="M0 3h6"/>`,
  html`<path class="bar-ink" d="M0 3h6M3 0v6"/>`,
  html`<path class="bar-ink" d="M3 0v6"/>`,
  html`<path class="bar-ink" d="M-1 5l2 2M0 0l6 6M5-1l2 2"/>`,
  html`<path class="bar-ink" d="M2 3h2"/>`,
  html`<path class="bar-ink" d="M0 1h6M0 4h6"/>`,
]

/** A fill for each line style; ids begin with that of the picture. */
export function barPatterns(id: string, styles: Iterable<number>): Markup {
  return html`<defs>${[...new Set(styles)].map((style) =>
    html`<pattern id="${id}-bar-${style}" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="bar-ground line-${style}" width="6" height="6"/>${drawings[style]}</pattern>`)}</defs>`
}
