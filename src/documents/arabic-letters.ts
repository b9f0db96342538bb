import { accept, refuse, type Result } from '../kernel/result.ts'

/** Code point and what is written: Doc 9303 part 3 (eighth edition), section 6 C. Code points, because letters would turn the lines around. */
const rows: readonly (readonly [codePoint: string, written: string])[] = [
  ['0621', 'XE'], ['0622', 'XAA'], ['0623', 'XAE'], ['0624', 'U'], ['0625', 'I'], ['0626', 'XI'], ['0627', 'A'], ['0628', 'B'],
  ['062A', 'T'], ['062B', 'XTH'], ['062C', 'J'], ['062D', 'XH'], ['062E', 'XKH'], ['062F', 'D'], ['0630', 'XDH'], ['0631', 'R'],
  ['0632', 'Z'], ['0633', 'S'], ['0634', 'XSH'], ['0635', 'XSS'], ['0636', 'XDZ'], ['0637', 'XTT'], ['0638', 'XZZ'], ['0639', 'E'],
  ['063A', 'G'], ['0641', 'F'], ['0642', 'Q'], ['0643', 'K'], ['0644', 'L'], ['0645', 'M'], ['0646', 'N'], ['0647', 'H'],
  ['0648', 'W'], ['0649', 'XAY'], ['064A', 'Y'], ['0671', 'XXA'], ['0679', 'XXT'], ['067C', 'XRT'], ['067E', 'P'], ['0681', 'XKE'],
  ['0685', 'XXH'], ['0686', 'XC'], ['0688', 'XXD'], ['0689', 'XDR'], ['0691', 'XXR'], ['0693', 'XRR'], ['0696', 'XRX'], ['0698', 'XJ'],
  ['069A', 'XXS'], ['06A9', 'XKK'], ['06AB', 'XXK'], ['06AD', 'XNG'], ['06AF', 'XGG'], ['06BA', 'XNN'], ['06BC', 'XXN'], ['06BE', 'XDO'],
  ['06C0', 'XYH'], ['06C1', 'XXG'], ['06C2', 'XGE'], ['06C3', 'XTG'], ['06CC', 'XYA'], ['06CD', 'XXY'], ['06D0', 'Y'], ['06D2', 'XYB'],
  ['06D3', 'XBE'],
]

const table = new Map(rows.map(([codePoint, written]) => [String.fromCodePoint(Number.parseInt(codePoint, 16)), written]))

// Tatweel and the marks of vowels are not written.
const unwritten = new Set(Array.from('\u0640\u064B\u064C\u064D\u064E\u064F\u0650\u0652\u0670'))
const tehMarbuta = '\u0629'
const shadda = '\u0651'

/**
 * What is written for the letter at a place of a component; empty for a mark that is not written, undefined where the table has nothing.
 *
 * Shadda doubles the letter below it. The standard writes a doubled XDZ as XDZDZ in its footnote and as XDZXDZ in its own program (B.7.1),
 * so only one-letter sequences are doubled, and any other is `doubling-unclear`.
 */
export function writeArabic(component: readonly string[], index: number): Result<string, 'doubling-unclear'> | undefined {
  const letter = component[index] ?? ''
  if (unwritten.has(letter)) return accept('')
  if (letter === tehMarbuta) return accept(lettersAfter(component, index) ? 'XTA' : 'XAH')
  if (letter === shadda) return double(component.slice(0, index).findLast((one) => !unwritten.has(one)))
  const written = table.get(letter)
  return written === undefined ? undefined : accept(written)
}

function double(below: string | undefined): Result<string, 'doubling-unclear'> {
  const written = table.get(below ?? '')
  return written?.length === 1 ? accept(written) : refuse('doubling-unclear')
}

function lettersAfter(component: readonly string[], index: number): boolean {
  return component.slice(index + 1).some((one) => !unwritten.has(one) && one !== shadda)
}
