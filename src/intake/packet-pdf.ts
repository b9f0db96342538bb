import type { FindingCode, PacketFinding } from '../casework/packet-finding.ts'
import { claimWordsIn } from '../casework/packet-words.ts'
import { findInJpeg } from './packet-jpeg.ts'
import { matrixOf, multiply, readContent, type Box, type Matrix, type Shown } from './pdf-content.ts'
import { contentOf, dictionaryOf, readPdfFile, single, type PdfFile, type PdfObject } from './pdf-file.ts'
import { nameOf, readerOfFont } from './pdf-fonts.ts'
import { notUnderstood, type PdfDictionary, type PdfValue } from './pdf-values.ts'

/** Reads a PDF from its first byte to its last one, every object and every text in it, and says what should not be there. */
export function findInPdf(bytes: Uint8Array): readonly PacketFinding[] {
  const findings: PacketFinding[] = []
  try {
    findInFile(readPdfFile(bytes), findings)
  } catch (cause) {
    if (!(cause instanceof Error) || !('pdfPlace' in cause)) throw cause
    findings.push({ code: 'cannot-be-read', place: String(cause.pdfPlace) })
  }
  return findings
}

// Entries that may be there, for each kind of dictionary. Whatever is in no list is a finding: nobody has said that it is harmless.
const allowed = {
  trailer: ['Size', 'Root', 'ID', 'Info', 'Type', 'Index', 'W', 'Length', 'Filter', 'DecodeParms'],
  catalog: ['Type', 'Pages', 'Version'],
  pages: ['Type', 'Kids', 'Count', 'Parent', 'MediaBox', 'CropBox', 'Rotate', 'Resources'],
  page: ['Type', 'Parent', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'Rotate', 'Resources', 'Contents', 'Group'],
  group: ['Type', 'S', 'CS', 'I', 'K'],
  resources: ['ProcSet', 'Font', 'XObject', 'ExtGState', 'ColorSpace'],
  state: ['Type', 'CA', 'ca', 'LW', 'LC', 'LJ', 'ML', 'SA', 'OP', 'op', 'OPM', 'BM', 'AIS', 'SM', 'SMask', 'RI', 'FL', 'TK'],
  image: ['Type', 'Subtype', 'Name', 'Width', 'Height', 'ColorSpace', 'BitsPerComponent', 'ImageMask', 'Mask', 'Decode', 'Interpolate', 'Intent', 'SMask', 'Length', 'Filter', 'DecodeParms'],
  form: ['Type', 'Subtype', 'FormType', 'BBox', 'Matrix', 'Resources', 'Group', 'Length', 'Filter', 'DecodeParms'],
  content: ['Length', 'Filter', 'DecodeParms'],
  font: ['Type', 'Subtype', 'BaseFont', 'Name', 'FirstChar', 'LastChar', 'Widths', 'FontDescriptor', 'Encoding', 'ToUnicode', 'DescendantFonts'],
  encoding: ['Type', 'BaseEncoding', 'Differences'],
  descendant: ['Type', 'Subtype', 'BaseFont', 'CIDSystemInfo', 'FontDescriptor', 'DW', 'W', 'DW2', 'W2', 'CIDToGIDMap'],
  descriptor: ['Type', 'FontName', 'Flags', 'FontBBox', 'ItalicAngle', 'Ascent', 'Descent', 'CapHeight', 'XHeight', 'StemV', 'StemH', 'AvgWidth', 'MaxWidth', 'MissingWidth', 'Leading', 'FontStretch', 'FontWeight', 'FontFile', 'FontFile2', 'FontFile3', 'CIDSet', 'CharSet'],
  system: ['Registry', 'Ordering', 'Supplement'],
  stream: ['Type', 'Subtype', 'Length', 'Length1', 'Length2', 'Length3', 'Filter', 'DecodeParms', 'CMapName', 'CIDSystemInfo', 'WMode'],
} as const

const codes: Readonly<Record<string, FindingCode>> = {
  Metadata: 'metadata', PieceInfo: 'metadata', Info: 'metadata', LastModified: 'date', CreationDate: 'date', ModDate: 'date', Names: 'embedded-file', AF: 'embedded-file', EmbeddedFiles: 'embedded-file', EF: 'embedded-file',
  Collection: 'embedded-file', OpenAction: 'program', AA: 'program', A: 'program', JS: 'program', Annots: 'annotation', AcroForm: 'annotation', OCProperties: 'layer', OC: 'layer', Thumb: 'thumbnail',
  Prev: 'left-behind', XRefStm: 'left-behind', Encrypt: 'locked', Alternates: 'left-behind', StructTreeRoot: 'hidden-text',
}

type Walk = { readonly file: PdfFile; readonly findings: PacketFinding[]; readonly reached: Set<number>; readonly raw: Uint8Array[] }

function findInFile(file: PdfFile, findings: PacketFinding[]): void {
  const walk: Walk = { file, findings, reached: new Set(file.frame), raw: [] }
  findings.push(...file.findings)
  judgeEntries(walk, file.trailer, 'trailer', 'trailer')
  judgeInfo(walk)
  if (lengthOfIds(walk) > 64) walk.findings.push({ code: 'unknown-part', place: 'trailer: ID' })
  if (walk.findings.some(({ code }) => code === 'locked')) return
  const catalog = dictionaryOf(resolve(walk, file.trailer.entries.get('Root')))
  judgeEntries(walk, catalog, 'catalog', 'catalog')
  const pages = pagesOf(walk, catalog.entries.get('Pages'), new Map(), 0)
  if (pages.length === 0) notUnderstood('Pages')
  const shown = pages.flatMap((page, at) => judgePage(walk, page, `page ${at + 1}`))
  if (tells(shown)) walk.findings.push({ code: 'telling-word', place: 'pages' })
  if ([...file.objects.keys()].some((number) => !walk.reached.has(number))) walk.findings.push({ code: 'left-behind', place: `object ${[...file.objects.keys()].find((number) => !walk.reached.has(number))}` })
  judgeNames(walk)
}

function judgeEntries(walk: Walk, { entries }: PdfDictionary, kind: keyof typeof allowed, place: string): void {
  for (const key of entries.keys()) if (!(allowed[kind] as readonly string[]).includes(key)) walk.findings.push({ code: codes[key] ?? 'unknown-part', place: `${place}: ${/^[A-Za-z0-9]{1,40}$/.test(key) ? key : 'entry'}` })
}

function judgeInfo(walk: Walk): void {
  const info = resolve(walk, walk.file.trailer.entries.get('Info'))
  if (info === undefined || info === null) return
  for (const key of dictionaryOf(info).entries.keys()) walk.findings.push({ code: codes[key] ?? 'metadata', place: `Info: ${/^[A-Za-z0-9]{1,40}$/.test(key) ? key : 'entry'}` })
}

// Two digests of 16 or 32 bytes.
function lengthOfIds(walk: Walk): number {
  const ids = resolve(walk, walk.file.trailer.entries.get('ID'))
  if (ids === undefined) return 0
  if (typeof ids !== 'object' || ids === null || ids.kind !== 'list') return Infinity
  return ids.items.reduce<number>((sum, id) => sum + (typeof id === 'object' && id !== null && id.kind === 'string' ? id.bytes.length : Infinity), 0)
}

/** What a reference leads to; the object counts as used. */
function resolve(walk: Walk, value: PdfValue | undefined): PdfValue | undefined {
  const object = objectOf(walk, value)
  return object ? object.value : value
}

function objectOf({ file, reached }: Walk, value: PdfValue | undefined): PdfObject | undefined {
  if (typeof value !== 'object' || value === null || value.kind !== 'reference') return undefined
  reached.add(value.object)
  const object = file.objects.get(value.object) ?? notUnderstood(`object ${value.object}`)
  return typeof object.value === 'object' && object.value !== null && object.value.kind === 'reference' ? notUnderstood(`object ${value.object}`) : object
}

/** Numbers, names, and lists of them. A text, or a dictionary where none belongs, is not understood. */
function plain(walk: Walk, value: PdfValue | undefined, place: string, depth = 0): void {
  const resolved = resolve(walk, value)
  if (typeof resolved !== 'object' || resolved === null || resolved.kind === 'name') return
  if (resolved.kind !== 'list' || depth > 4) notUnderstood(place)
  else for (const item of resolved.items) plain(walk, item, place, depth + 1)
}

function plainBut(walk: Walk, { entries }: PdfDictionary, except: readonly string[], place: string): void {
  for (const [key, value] of entries) if (!except.includes(key)) plain(walk, value, `${place}: ${key}`)
}

type Page = { readonly page: PdfDictionary; readonly inherited: ReadonlyMap<string, PdfValue> }

function pagesOf(walk: Walk, value: PdfValue | undefined, inherited: ReadonlyMap<string, PdfValue>, depth: number): readonly Page[] {
  if (typeof value !== 'object' || value === null || value.kind !== 'reference' || walk.reached.has(value.object) || depth > 20) return notUnderstood('Pages')
  const node = dictionaryOf(resolve(walk, value))
  const handed = new Map([...inherited, ...[...node.entries].filter(([key]) => ['MediaBox', 'CropBox', 'Rotate', 'Resources'].includes(key))])
  if (nameOf(node.entries.get('Type')) === 'Page') return [{ page: node, inherited: handed }]
  judgeEntries(walk, node, 'pages', 'Pages')
  plainBut(walk, node, ['Kids', 'Parent', 'Resources'], 'Pages')
  const kids = resolve(walk, node.entries.get('Kids'))
  if (typeof kids !== 'object' || kids === null || kids.kind !== 'list') return notUnderstood('Pages')
  return kids.items.flatMap((kid) => pagesOf(walk, kid, handed, depth + 1))
}

function judgePage(walk: Walk, { page, inherited }: Page, place: string): readonly Shown[] {
  judgeEntries(walk, page, 'page', place)
  plainBut(walk, page, ['Parent', 'Resources', 'Contents', 'Group', 'Annots', 'Metadata', 'PieceInfo', 'AA', 'AF', 'Thumb', 'B', 'StructParents', 'LastModified'], place)
  const group = resolve(walk, page.entries.get('Group'))
  if (group) judgeGroup(walk, dictionaryOf(group), place)
  const box = boxOf(walk, inherited.get('CropBox') ?? inherited.get('MediaBox'))
  const content = contentsOf(walk, page.entries.get('Contents'), place)
  const shown = readShown(walk, content, [1, 0, 0, 1, 0, 0], box, inherited.get('Resources'), place, 0)
  judgeText(walk, shown, place)
  return shown
}

function judgeGroup(walk: Walk, group: PdfDictionary, place: string): void {
  judgeEntries(walk, group, 'group', place)
  plainBut(walk, group, ['CS'], place)
  if (group.entries.has('CS')) judgeColours(walk, group.entries.get('CS'), place)
}

function boxOf(walk: Walk, value: PdfValue | undefined): Box {
  const list = resolve(walk, value)
  const items = typeof list === 'object' && list !== null && list.kind === 'list' ? list.items.map((item) => resolve(walk, item)) : []
  return items.length === 4 && items.every((item) => typeof item === 'number') ? (items as unknown as Box) : notUnderstood('MediaBox')
}

function contentsOf(walk: Walk, value: PdfValue | undefined, place: string): string {
  if (value === undefined) return ''
  const list = resolve(walk, value)
  const parts = typeof list === 'object' && list !== null && list.kind === 'list' ? list.items : [value]
  return parts.map((part) => {
    const object = objectOf(walk, part) ?? notUnderstood(place)
    judgeEntries(walk, dictionaryOf(object.value), 'content', place)
    return Buffer.from(contentOf(object, place)).toString('latin1')
  }).join('\n')
}

function readShown(walk: Walk, content: string, matrix: Matrix, box: Box, value: PdfValue | undefined, place: string, depth: number): readonly Shown[] {
  if (depth > 8) notUnderstood(place)
  const resources = dictionaryOf(resolve(walk, value) ?? { kind: 'dictionary', entries: new Map() })
  judgeEntries(walk, resources, 'resources', place)
  plain(walk, resources.entries.get('ProcSet'), place)
  const partsOf = (key: string) => dictionaryOf(resolve(walk, resources.entries.get(key)) ?? { kind: 'dictionary', entries: new Map() }).entries
  for (const state of partsOf('ExtGState').values()) judgeState(walk, dictionaryOf(resolve(walk, state)), place)
  for (const colours of partsOf('ColorSpace').values()) judgeColours(walk, colours, place)
  const fonts = new Map([...partsOf('Font')].map(([name, font]) => [name, fontOf(walk, font, place)] as const))
  const pictures = new Map([...partsOf('XObject')].map(([name, drawn]) => [name, xObjectOf(walk, drawn, place)] as const))
  return readContent(content, matrix, {
    box,
    font: (name) => fonts.get(name) ?? notUnderstood(place),
    draw: (name, at) => {
      const { entries, object, form } = pictures.get(name) ?? notUnderstood(place)
      if (!form) return 'picture'
      const own = resolve(walk, entries.get('Matrix'))
      const inner = typeof own === 'object' && own !== null && own.kind === 'list' ? multiply(matrixOf(own.items), at) : at
      return readShown(walk, Buffer.from(contentOf(object, place)).toString('latin1'), inner, box, entries.get('Resources'), place, depth + 1)
    },
  })
}

// Half-transparent text can be read by a machine where no eye sees it.
function judgeState(walk: Walk, state: PdfDictionary, place: string): void {
  judgeEntries(walk, state, 'state', place)
  plainBut(walk, state, [], place)
  if ([state.entries.get('ca'), state.entries.get('CA')].some((opacity) => opacity !== undefined && opacity !== 1)) walk.findings.push({ code: 'hidden-text', place: `${place}: opacity` })
}

function judgeColours(walk: Walk, value: PdfValue | undefined, place: string): void {
  const colours = resolve(walk, value)
  if (nameOf(colours) !== undefined) return
  if (typeof colours !== 'object' || colours === null || colours.kind !== 'list') return notUnderstood(place)
  const kind = nameOf(colours.items[0])
  if (kind === 'ICCBased') walk.findings.push({ code: 'colour-profile', place })
  else if (kind === 'Indexed') judgePalette(walk, colours.items, place)
  else if (kind === 'CalRGB' || kind === 'CalGray') plainBut(walk, dictionaryOf(resolve(walk, colours.items[1])), [], place)
  else walk.findings.push({ code: 'unknown-part', place: `${place}: colours` })
}

function judgePalette(walk: Walk, [, base, highest, table]: readonly PdfValue[], place: string): void {
  const object = objectOf(walk, table)
  const inline = resolve(walk, table)
  const length = object?.stream ? contentOf(object, place).length : typeof inline === 'object' && inline !== null && inline.kind === 'string' ? inline.bytes.length : -1
  const each = { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 }[nameOf(resolve(walk, base)) ?? ''] ?? notUnderstood(place)
  if (typeof highest !== 'number' || length !== (highest + 1) * each) notUnderstood(place)
}

type Drawn = { readonly entries: ReadonlyMap<string, PdfValue>; readonly object: PdfObject; readonly form: boolean }

function xObjectOf(walk: Walk, value: PdfValue, place: string): Drawn {
  const object = objectOf(walk, value) ?? notUnderstood(place)
  const dictionary = dictionaryOf(object.value)
  const form = nameOf(dictionary.entries.get('Subtype')) === 'Form'
  judgeEntries(walk, dictionary, form ? 'form' : 'image', place)
  if (form) {
    plainBut(walk, dictionary, ['Resources', 'Group', 'DecodeParms'], place)
    const group = resolve(walk, dictionary.entries.get('Group'))
    if (group) judgeGroup(walk, dictionaryOf(group), place)
  } else judgeImage(walk, object, place)
  return { entries: dictionary.entries, object, form }
}

const perPixel: Readonly<Record<string, number>> = { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 }

function judgeImage(walk: Walk, object: PdfObject, place: string): void {
  const { entries } = dictionaryOf(object.value)
  if (nameOf(entries.get('Subtype')) !== 'Image') notUnderstood(place)
  plainBut(walk, dictionaryOf(object.value), ['ColorSpace', 'SMask', 'Mask', 'DecodeParms'], place)
  if (entries.has('ColorSpace')) judgeColours(walk, entries.get('ColorSpace'), place)
  for (const key of ['SMask', 'Mask']) {
    // What a mask hides is still there.
    if (entries.has(key)) walk.findings.push({ code: 'left-behind', place: `${place}: ${key}` })
    const mask = objectOf(walk, entries.get(key))
    if (mask) judgeImage(walk, mask, place)
    else plain(walk, entries.get(key), place)
  }
  const filter = single(entries.get('Filter'))
  if (nameOf(filter) === 'DCTDecode') {
    walk.findings.push(...findInJpeg(object.stream ?? new Uint8Array()).map(({ code, place: where }) => ({ code, place: `${place}: ${where}` })))
    return
  }
  // Rows of pixels and nothing behind them.
  const colours = resolve(walk, entries.get('ColorSpace'))
  const channels = typeof colours === 'object' && colours !== null && colours.kind === 'list' ? (nameOf(colours.items[0]) === 'Indexed' || nameOf(colours.items[0]) === 'CalGray' ? 1 : 3) : entries.get('ImageMask') === true ? 1 : perPixel[nameOf(colours) ?? '']
  const [width, height, bits] = [entries.get('Width'), entries.get('Height'), entries.get('ImageMask') === true ? 1 : entries.get('BitsPerComponent')]
  if (typeof width !== 'number' || typeof height !== 'number' || typeof bits !== 'number' || channels === undefined) return notUnderstood(place)
  if (contentOf(object, place).length !== height * Math.ceil((width * channels * bits) / 8)) notUnderstood(place)
}

function fontOf(walk: Walk, value: PdfValue, place: string): ReturnType<typeof readerOfFont> {
  const font = dictionaryOf(resolve(walk, value))
  judgeEntries(walk, font, 'font', place)
  plainBut(walk, font, ['FontDescriptor', 'Encoding', 'ToUnicode', 'DescendantFonts'], place)
  const encoding = resolve(walk, font.entries.get('Encoding'))
  if (typeof encoding === 'object' && encoding !== null && encoding.kind === 'dictionary') {
    judgeEntries(walk, encoding, 'encoding', place)
    plainBut(walk, encoding, [], place)
  }
  judgeDescriptor(walk, font.entries.get('FontDescriptor'), place)
  const descendants = resolve(walk, font.entries.get('DescendantFonts'))
  if (descendants !== undefined) judgeDescendant(walk, descendants, place)
  const meaning = objectOf(walk, font.entries.get('ToUnicode'))
  if (meaning) readRaw(walk, meaning, place)
  return readerOfFont(font.entries, (one) => resolve(walk, one), (one) => objectOf(walk, one))
}

function judgeDescendant(walk: Walk, descendants: PdfValue, place: string): void {
  if (typeof descendants !== 'object' || descendants === null || descendants.kind !== 'list' || descendants.items.length !== 1) return notUnderstood(place)
  const descendant = dictionaryOf(resolve(walk, descendants.items[0]))
  judgeEntries(walk, descendant, 'descendant', place)
  plainBut(walk, descendant, ['CIDSystemInfo', 'FontDescriptor', 'CIDToGIDMap'], place)
  judgeDescriptor(walk, descendant.entries.get('FontDescriptor'), place)
  const map = objectOf(walk, descendant.entries.get('CIDToGIDMap'))
  if (map) readRaw(walk, map, place)
  const system = dictionaryOf(resolve(walk, descendant.entries.get('CIDSystemInfo')))
  judgeEntries(walk, system, 'system', place)
  const says = [...system.entries.values()].map((one) => (typeof one === 'object' && one !== null && one.kind === 'string' ? one.bytes : ''))
  if (says.some((text) => !['', 'Adobe', 'Identity', 'UCS'].includes(text))) notUnderstood(place)
}

function judgeDescriptor(walk: Walk, value: PdfValue | undefined, place: string): void {
  if (value === undefined) return
  const descriptor = dictionaryOf(resolve(walk, value))
  judgeEntries(walk, descriptor, 'descriptor', place)
  plainBut(walk, descriptor, ['FontFile', 'FontFile2', 'FontFile3', 'CIDSet', 'CharSet', 'FontFamily'], place)
  // The names of the letters that a font holds, as one text.
  const letters = resolve(walk, descriptor.entries.get('CharSet'))
  if (typeof letters === 'object' && letters !== null) walk.raw.push(letters.kind === 'string' && /^(?:\/[A-Za-z0-9._]{1,40}\s?)*$/.test(letters.bytes) ? Buffer.from(letters.bytes, 'latin1') : notUnderstood(place))
  for (const key of ['FontFile', 'FontFile2', 'FontFile3', 'CIDSet']) {
    const file = objectOf(walk, descriptor.entries.get(key))
    if (file) readRaw(walk, file, place)
  }
}

/** Parts that are no text for people, but have room for one: letters in a row are looked through like any text. */
function readRaw(walk: Walk, object: PdfObject, place: string): void {
  judgeEntries(walk, dictionaryOf(object.value), 'stream', place)
  walk.raw.push(contentOf(object, place))
}

function judgeText(walk: Walk, shown: readonly Shown[], place: string): void {
  if (shown.some(({ text }) => text === undefined)) walk.findings.push({ code: 'unreadable-text', place })
  if (shown.some(({ hidden, text }) => hidden && text?.trim() !== '')) walk.findings.push({ code: 'hidden-text', place })
  if (tells(shown)) walk.findings.push({ code: 'telling-word', place })
}

// As it is drawn, and as it is read on the page: from top to bottom, from left to right.
function tells(shown: readonly Shown[]): boolean {
  const lines = shown.toSorted((one, other) => Math.round(other.y / 4) - Math.round(one.y / 4) || one.x - other.x)
  const readings = [shown, lines].flatMap((pieces) => ['', ' '].map((between) => pieces.map(({ text }) => text ?? '').join(between)))
  return readings.some((reading) => claimWordsIn(reading).length > 0)
}

function judgeNames(walk: Walk): void {
  const names = new Set<string>()
  const collect = (value: PdfValue): void => {
    if (typeof value !== 'object' || value === null) return
    if (value.kind === 'name') names.add(value.name)
    if (value.kind === 'list') value.items.forEach(collect)
    if (value.kind === 'dictionary') for (const [key, held] of value.entries) { names.add(key); collect(held) }
  }
  for (const { value } of walk.file.objects.values()) collect(value)
  if (claimWordsIn([...names, ...walk.raw.flatMap(lettersInRow)].join(apart)).length > 0) walk.findings.push({ code: 'telling-word', place: 'names' })
}

// Further apart than the letters of one word may be.
const apart = ` ${'\u00b6'.repeat(12)} `

/** Six or more signs of a text in a row, at one byte or two bytes each, as one finds texts in any file. */
function lettersInRow(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes)
  const wide = [0, 1].flatMap((from) => {
    const even = buffer.subarray(from, buffer.length - ((buffer.length - from) % 2))
    return [even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le')]
  })
  return [buffer.toString('latin1').match(/[ -~]{6,}/g), ...wide.map((text) => text.match(/[ -~\u00a0-\u024f]{6,}/g))].flatMap((found) => found ?? [])
}
