import { notUnderstood, readValue, skipSpace, type PdfCursor, type PdfValue } from './pdf-values.ts'
import type { ReadShown } from './pdf-fonts.ts'

export type Matrix = readonly [number, number, number, number, number, number]
export type Box = readonly [number, number, number, number]

/** A piece of text where a page shows it. `hidden`: drawn so that nobody sees it. */
export type Shown = { readonly text: string | undefined; readonly x: number; readonly y: number; readonly hidden: boolean }

/** What a page's content is read with. `draw` says what an XObject shows, a picture or more content. */
export type PageParts = { readonly box: Box; readonly font: (name: string) => ReadShown; readonly draw: (name: string, matrix: Matrix) => 'picture' | readonly Shown[] }

type Graphics = { readonly matrix: Matrix; readonly white: boolean; readonly font: ReadShown | undefined; readonly size: number; readonly mode: number; readonly leading: number; readonly rise: number; readonly scale: number }

// Operators that draw lines and surfaces or set how they look (ISO 32000-1, annex A). What is in no list is not understood.
const silent = new Set(['w', 'J', 'j', 'M', 'd', 'ri', 'i', 'gs', 'm', 'l', 'c', 'v', 'y', 'h', 're', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n', 'W', 'W*', 'CS', 'SC', 'SCN', 'G', 'RG', 'K', 'Tc', 'Tw'])
const coloured = new Set(['g', 'rg', 'k', 'sc', 'scn', 'cs'])
const smallest = 3

/** Every text that this content shows, in the order in which it is drawn. */
export function readContent(content: string, start: Matrix, parts: PageParts): readonly Shown[] {
  const cursor: PdfCursor = { text: content, at: 0 }
  const shown: Shown[] = []
  let graphics: Graphics = { matrix: start, white: false, font: undefined, size: 0, mode: 0, leading: 0, rise: 0, scale: 1 }
  const kept: Graphics[] = []
  let [line, text]: readonly [Matrix, Matrix] = [unit, unit]
  let operands: PdfValue[] = []
  const number = (at: number) => (typeof operands[at] === 'number' ? operands[at] : notUnderstood('content'))
  const moveLine = (x: number, y: number) => {
    line = multiply([1, 0, 0, 1, x, y], line)
    text = line
  }
  const show = (value: PdfValue | undefined) => {
    for (const bytes of stringsOf(value)) shown.push(place(bytes, graphics, text, parts))
  }
  for (skipSpace(cursor); cursor.at < content.length; skipSpace(cursor)) {
    const value = readValue(cursor)
    if (typeof value !== 'object' || value === null || value.kind !== 'word') {
      operands.push(value)
      continue
    }
    const { word } = value
    switch (word) {
      case 'q': kept.push(graphics); break
      case 'Q': graphics = kept.pop() ?? notUnderstood('content'); break
      case 'cm': graphics = { ...graphics, matrix: multiply(matrixOf(operands), graphics.matrix) }; break
      case 'BT': [line, text] = [unit, unit]; break
      case 'ET': break
      case 'Tf': graphics = { ...graphics, font: parts.font(nameIn(operands[0])), size: number(1) }; break
      case 'Tr': graphics = { ...graphics, mode: number(0) }; break
      case 'TL': graphics = { ...graphics, leading: number(0) }; break
      case 'Ts': graphics = { ...graphics, rise: number(0) }; break
      case 'Tz': graphics = { ...graphics, scale: number(0) / 100 }; break
      case 'Td': moveLine(number(0), number(1)); break
      case 'TD': graphics = { ...graphics, leading: -number(1) }; moveLine(number(0), number(1)); break
      case 'T*': moveLine(0, -graphics.leading); break
      case 'Tm': line = matrixOf(operands); text = line; break
      case 'Tj': case 'TJ': show(operands[0]); break
      case "'": moveLine(0, -graphics.leading); show(operands[0]); break
      case '"': moveLine(0, -graphics.leading); show(operands[2]); break
      case 'Do': {
        const drawn = parts.draw(nameIn(operands[0]), graphics.matrix)
        // A picture over text hides it, as in pages that were read by a machine.
        if (drawn === 'picture') shown.forEach((piece, at) => { shown[at] = { ...piece, hidden: true } })
        else shown.push(...drawn)
        break
      }
      default:
        if (coloured.has(word)) graphics = { ...graphics, white: isWhite(word, operands) }
        else if (!silent.has(word)) notUnderstood(`content: ${word}`)
    }
    operands = []
  }
  return operands.length > 0 ? notUnderstood('content') : shown
}

const unit: Matrix = [1, 0, 0, 1, 0, 0]

function place(bytes: string, { matrix, font, size, mode, rise, scale, white }: Graphics, text: Matrix, { box }: PageParts): Shown {
  const [a, b, c, d, x, y] = multiply([size * scale, 0, 0, size, 0, rise], multiply(text, matrix))
  const [width, height] = [Math.hypot(a, b), Math.hypot(c, d)]
  const outside = x < Math.min(box[0], box[2]) || x > Math.max(box[0], box[2]) || y < Math.min(box[1], box[3]) || y > Math.max(box[1], box[3])
  return { text: font?.(bytes), x, y, hidden: mode !== 0 || white || outside || width < smallest || height < smallest }
}

function stringsOf(value: PdfValue | undefined): readonly string[] {
  if (typeof value === 'object' && value !== null && value.kind === 'string') return [value.bytes]
  if (typeof value !== 'object' || value === null || value.kind !== 'list') return notUnderstood('content')
  // A wide gap between two pieces stands for a space; the pieces are joined both with and without one.
  return value.items.flatMap((item) => (typeof item === 'number' ? [] : stringsOf(item)))
}

// White on white is the oldest way to hide a word. A pattern is no white; a colour that is not known may be.
function isWhite(word: string, operands: readonly PdfValue[]): boolean {
  const parts = operands.filter((operand) => typeof operand === 'number')
  if (word === 'cs') return false
  if (word === 'k') return parts.every((part) => part <= 0.03)
  return parts.length > 0 && parts.every((part) => part >= 0.97)
}

function nameIn(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && value.kind === 'name' ? value.name : notUnderstood('content')
}

export function matrixOf(values: readonly PdfValue[]): Matrix {
  return values.length === 6 && values.every((value) => typeof value === 'number') ? (values as unknown as Matrix) : notUnderstood('matrix')
}

/** First one, then the other (row vectors, as PDF has them). */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}
