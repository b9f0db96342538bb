import { html, type Markup } from './html.ts'

// From sparse to dense, so that order is seen without colour: dots, more dots, lines, closer lines, crossed lines, plain dark.
const drawings: readonly Markup[] = [
  html`<circle class="ink-dot" cx="3" cy="3" r=".6"/>`,
  html`<circle class="ink-dot" cx="1.5" cy="1.5" r=".8"/><circle class="ink-dot" cx="4.5" cy="4.5" r=".8"/>`,
  html`<path class="ink" d="M0 1.5h6M0 4.5h6"/>`,
  html`<path class="ink" d="M-1 1l2-2M0 6l6-6M5 7l2-2M-1 4l5-5M2 7l5-5"/>`,
  html`<path class="ink" d="M0 1.5h6M0 4.5h6M1.5 0v6M4.5 0v6"/>`,
  html``,
]

/** A fill pattern for each class and one for areas without a figure; ids begin with that of the picture. */
export function mapPatterns(id: string, classes: number): Markup {
  return html`<defs>${drawings.slice(0, classes).map((drawing, index) => pattern(`${id}-class-${index}`, `class-${index}`, drawing))}
${pattern(`${id}-class-none`, 'class-none', html`<path class="ink" d="M0 0l8 8"/>`, 8)}</defs>`
}

function pattern(id: string, fill: string, drawing: Markup, size = 6): Markup {
  return html`<pattern id="${id}" class="${fill}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect class="ground" width="${size}" height="${size}"/>${drawing}</pattern>`
}
