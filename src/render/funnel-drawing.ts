import type { Funnel, FunnelPoint } from '../cooperation/measurement.ts'
import { formatCount, formatPercent, formatWholePercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { html, type Markup } from './html.ts'
import { placeName } from './names.ts'
import { decades, linearScale, logarithmicScale, point, roundAxis, type Scale } from './scale.ts'
import { words } from './words.ts'

export const funnelSize = { width: 640, height: 400 }

const frame = { left: 58, right: 560, top: 14, bottom: 340 }

type Scales = { readonly x: Scale; readonly y: Scale; readonly low: number; readonly high: number; readonly top: number; readonly step: number }
type Limit = Funnel['limits'][number]

export function funnelDrawing(funnel: Funnel, language: Language): Markup {
  const scales = scalesOf(funnel)
  return html`${axes(scales, language)}
<path class="limit limit-998" d="${limitPath(funnel, 'lower998', scales)}"/><path class="limit limit-998" d="${limitPath(funnel, 'upper998', scales)}"/>
<path class="limit limit-95" d="${limitPath(funnel, 'lower95', scales)}"/><path class="limit limit-95" d="${limitPath(funnel, 'upper95', scales)}"/>
<path class="target" d="M${frame.left} ${point(scales.y(funnel.target))}H${frame.right}"/>
${funnel.points.map((one) => mark(one, scales, language))}
${names(funnel, scales, language)}
${legend(funnel, language)}`
}

function scalesOf({ points, limits, target }: Funnel): Scales {
  const sizes = [...points, ...limits].map((one) => one.denominator).filter((size) => size > 0)
  const [low, high] = [Math.min(10, ...sizes), Math.max(100, ...sizes) * 1.15]
  const highest = Math.max(target, ...points.map((one) => one.value))
  const { top, step } = highest <= 1 ? { top: 1, step: 0.25 } : roundAxis(highest)
  return { x: logarithmicScale([low, high], [frame.left, frame.right]), y: linearScale([0, top], [frame.bottom, frame.top]), low, high, top, step }
}

function axes({ x, y, low, high, top, step }: Scales, language: Language): Markup {
  const shares = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step)
  return html`<g class="axis">${shares.map((share) =>
    html`<path class="grid" d="M${frame.left} ${point(y(share))}H${frame.right}"/><text x="${frame.left - 6}" y="${point(y(share) + 4)}" text-anchor="end">${formatWholePercent(share, language)}</text>`)}
${decades(low, high).filter((size) => size >= low && size <= high).map((size) =>
    html`<path class="tick" d="M${point(x(size))} ${frame.bottom}v5"/><text x="${point(x(size))}" y="${frame.bottom + 18}" text-anchor="middle">${formatCount(size, language)}</text>`)}
<text x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 38}" text-anchor="middle">${words[language].charts.funnel.axis}</text></g>`
}

function limitPath({ limits }: Funnel, which: Exclude<keyof Limit, 'denominator'>, { x, y, top, low, high }: Scales): string {
  const inside = limits.filter(({ denominator }) => denominator >= low && denominator <= high)
  return inside.map((limit, index) => `${index === 0 ? 'M' : 'L'}${point(x(limit.denominator))} ${point(y(Math.max(0, Math.min(top, limit[which]))))}`).join('')
}

// Shape says the position as well as colour does: circle within, diamond beyond 95 %, square beyond 99.8 %.
const shapes: Readonly<Record<FunnelPoint['position'], string>> = {
  within: 'm-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z',
  'beyond-95': 'm0-5.5l5.5 5.5l-5.5 5.5l-5.5-5.5z',
  'beyond-998': 'm-4.5-4.5h9v9h-9z',
}

function mark({ country, denominator, value, position }: FunnelPoint, { x, y }: Scales, language: Language): Markup {
  return html`<path class="mark ${position}" d="M${point(x(denominator))} ${point(y(value))}${shapes[position]}"><title>${placeName(country, language)} ${formatPercent(value, language)}</title></path>`
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

// Widest of the common system fonts; an estimate is enough to keep names apart.
const letterWidth = 7.6

/** Names of the countries beyond the limits, the farthest first; a name that would cover another is left to the text below. */
function names(funnel: Funnel, scales: Scales, language: Language): Markup[] {
  const taken: Box[] = funnel.points.map((one) => around(scales.x(one.denominator), scales.y(one.value), 6))
  const order = ['beyond-998', 'beyond-95'].flatMap((position) => funnel.points.filter((one) => one.position === position))
  return order.flatMap((one) => {
    const text = placeName(one.country, language)
    const free = placesBeside(scales.x(one.denominator), scales.y(one.value), text.length * letterWidth)
      .find(({ box }) => box.left >= frame.left && box.right <= funnelSize.width && box.top >= 0 && box.bottom <= frame.bottom && !taken.some((other) => cover(box, other)))
    if (!free) return []
    taken.push(free.box)
    return [html`<text class="halo" x="${point(free.x)}" y="${point(free.box.top + 11)}" text-anchor="${free.anchor}">${text}</text>`]
  })
}

/** Right, left, above and below a point, in the order in which they are tried. */
function placesBeside(across: number, up: number, width: number): { readonly x: number; readonly anchor: string; readonly box: Box }[] {
  const row = (top: number, left: number): Box => ({ left, right: left + width, top, bottom: top + 14 })
  return [
    { x: across + 8, anchor: 'start', box: row(up - 7, across + 8) },
    { x: across - 8, anchor: 'end', box: row(up - 7, across - 8 - width) },
    { x: across, anchor: 'middle', box: row(up - 22, across - width / 2) },
    { x: across, anchor: 'middle', box: row(up + 8, across - width / 2) },
  ]
}

function around(across: number, up: number, half: number): Box {
  return { left: across - half, right: across + half, top: up - half, bottom: up + half }
}

function cover(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

function legend({ target }: Funnel, language: Language): Markup {
  const { funnel } = words[language].charts
  const line = frame.bottom + 54
  return html`<g class="axis"><path class="limit limit-95" d="M${frame.left} ${line - 4}h30"/><text x="${frame.left + 36}" y="${line}">${funnel.limits95}</text>
<path class="limit limit-998" d="M${frame.left + 170} ${line - 4}h30"/><text x="${frame.left + 206}" y="${line}">${funnel.limits998}</text>
<path class="target" d="M${frame.left + 340} ${line - 4}h30"/><text x="${frame.left + 376}" y="${line}">${funnel.target(formatPercent(target, language))}</text></g>`
}
