/**
 * One line of CSV (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it:
 * values of quarantined rows come from strangers' files.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = cell.replaceAll(formulaStart, "$1'")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

// At the start of a cell, and after what a spreadsheet set to another separator takes for the start of one. `＝＋－＠` are the
// wide signs that spreadsheets set to Japanese or Chinese take for their narrow ones.
const formulaStart = /(^|[;\t\r\n])(?=\s*[=+\-@＝＋－＠]|[\t\r])/g
