/** Why a text may not leave; undefined when it may. */
export type TextFault = 'text-not-allowed' | 'text-too-long'

export const mostInName = 100

// Letters and marks that are seen. Some letters (Hangul fillers) and marks (variation selectors) are invisible: a message in the message.
const seen = String.raw`[[\p{L}\p{M}]--\p{Default_Ignorable_Code_Point}]`
const letter = String.raw`[\p{L}--\p{Default_Ignorable_Code_Point}]`
// RFC 5892, appendix A.1 and A.2: Persian and its sisters part two letters that would join, Indic scripts say how a conjunct is drawn.
// Where a joiner would change nothing that is seen it stays out: it could be counted.
const virama = String.raw`[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]`
const joiningOn = String.raw`[[\p{Script=Arabic}&&\p{L}]--[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06C0\u06C3-\u06CB\u06CD\u06CF\u06D2-\u06D5\u06EE\u06EF]]`
const joiner = String.raw`(?:(?<=${virama})[\u200C\u200D](?=${letter})|(?<=${joiningOn}[\u064B-\u0652]*)\u200C(?=[\p{Script=Arabic}&&\p{L}]))`
// One or two signs between letters ("St. Sample", "O’Sample"), a full stop at the end, never two spaces.
const name = new RegExp(String.raw`^${letter}(?:${seen}|${joiner})*(?:(?:[ \-'’.]|\. |\.-|' |’ | '| ’)${letter}(?:${seen}|${joiner})*)*[.'’]?$`, 'v')
// What some writing systems stack on one letter is four at most; more is a drawing.
const stacked = /\p{M}{5}/u
const number = /^[A-Z0-9]+(?:[ /-][A-Z0-9]+)*$/

/** Judges a name or a place: letters, their marks, spaces, hyphens, apostrophes and full stops, composed (NFC), and not too long. */
export function faultInName(text: string): TextFault | undefined {
  if (Array.from(text).length > mostInName) return 'text-too-long'
  return text === text.normalize('NFC') && name.test(text) && !stacked.test(text) ? undefined : 'text-not-allowed'
}

/** Is this the number of a document: capitals A to Z and digits, in groups, at least one digit, at most 30 signs? */
export function isDocumentNumber(text: string): boolean {
  return text.length <= 30 && /\d/.test(text) && number.test(text)
}

// Version 4 of RFC 9562: 122 random bits. Versions 1, 6 and 7 tell the moment at which they were made.
const random = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Does this id look random, telling neither a moment nor a number? That it was drawn at random is for the drawer to see to. */
export function isOpaqueId(text: string): boolean {
  return random.test(text)
}

/** Is this the SHA-256 of something, in lower-case hexadecimal? */
export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
