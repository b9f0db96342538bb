import { notUnderstood, type PdfDictionary } from './pdf-values.ts'

/** Takes back what was done to rows before packing them (PNG filters, ISO 32000-1 7.4.4.4). Predictor 1 is none; 2 is not understood. */
export function unpredict(content: Uint8Array, { entries }: PdfDictionary, place: string): Uint8Array {
  const number = (key: string, otherwise: number) => {
    const value = entries.get(key) ?? otherwise
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : notUnderstood(place)
  }
  if ([...entries.keys()].some((key) => !['Predictor', 'Colors', 'BitsPerComponent', 'Columns'].includes(key))) return notUnderstood(place)
  const predictor = number('Predictor', 1)
  if (predictor === 1) return content
  if (predictor < 10 || predictor > 15) return notUnderstood(place)
  const [colours, bits] = [number('Colors', 1), number('BitsPerComponent', 8)]
  const row = Math.ceil((number('Columns', 1) * colours * bits) / 8)
  const rows = content.length / (row + 1)
  return Number.isInteger(rows) ? unfilter(content, row, rows, Math.max(1, (colours * bits) >> 3), place) : notUnderstood(place)
}

function unfilter(content: Uint8Array, row: number, rows: number, step: number, place: string): Uint8Array {
  const plain = new Uint8Array(row * rows)
  for (let line = 0; line < rows; line += 1) {
    const filter = content[line * (row + 1)] ?? 0
    if (filter > 4) return notUnderstood(place)
    for (let at = 0; at < row; at += 1) {
      const left = at >= step ? (plain[line * row + at - step] ?? 0) : 0
      const up = line > 0 ? (plain[(line - 1) * row + at] ?? 0) : 0
      const corner = line > 0 && at >= step ? (plain[(line - 1) * row + at - step] ?? 0) : 0
      plain[line * row + at] = (content[line * (row + 1) + 1 + at] ?? 0) + ([0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0)
    }
  }
  return plain
}

// Paeth's choice (W3C PNG 9.4).
function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
}
