/**
 * Writes what d3-geo draws as a short SVG path: steps from point to point in tenths of a unit.
 *
 * Rings too small to be seen are left out, but never all of a shape's rings.
 */
export class PathWriter {
  #rings: [number, number][][] = []

  moveTo(x: number, y: number): void {
    this.#rings.push([[Math.round(x * 10), Math.round(y * 10)]])
  }

  lineTo(x: number, y: number): void {
    this.#rings.at(-1)?.push([Math.round(x * 10), Math.round(y * 10)])
  }

  // d3-geo asks for these two; neither areas nor rings need them.
  arc(): void {}
  beginPath(): void {}

  closePath(): void {}

  /** The path so far, and a clean sheet. */
  take(): string {
    const rings = this.#rings
    this.#rings = []
    const seen = rings.filter((ring) => extent(ring) >= 12)
    return (seen.length > 0 ? seen : rings.slice(0, 1)).map(ringPath).join('')
  }
}

function extent(ring: readonly [number, number][]): number {
  const [across, up] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  return Math.max(Math.max(...across) - Math.min(...across), Math.max(...up) - Math.min(...up))
}

function ringPath(ring: readonly [number, number][]): string {
  const [[x, y] = [0, 0], ...rest] = ring
  let [lastX, lastY] = [x, y]
  const steps = rest.flatMap(([nextX, nextY]) => {
    const step = [nextX - lastX, nextY - lastY] as const
    ;[lastX, lastY] = [nextX, nextY]
    return step[0] === 0 && step[1] === 0 ? [] : [`${tenths(step[0])}${step[1] < 0 ? '' : ' '}${tenths(step[1])}`]
  })
  return steps.length === 0 ? '' : `M${tenths(x)} ${tenths(y)}l${steps.reduce((path, step) => path + (step.startsWith('-') ? '' : ' ') + step)}z`
}

/** 12 → 1.2, -5 → -.5, 30 → 3 */
function tenths(number: number): string {
  return String(number / 10).replace(/^(-?)0\./, '$1.')
}
