/**
 * Brings everything that looks like one Latin letter to that letter: case, marks, widths, styles, letters of other alphabets, and
 * letters that one cannot tell apart (capital I, small l and 1 become i). For finding words, never for showing them.
 *
 * `digits`: 0, 1, 3 … stay; `letters`: they become the letters they are drawn like. `unseen`: what takes the place of signs that
 * have no shape, nothing or a gap; both can hide a word.
 */
export function foldText(text: string, digits: 'digits' | 'letters', unseen: '' | ' '): string {
  const small = withoutMarks(withoutMarks(text, unseen).toLowerCase(), unseen)
  const plain = small.replaceAll(foreign, (sign) => lookalikes.get(sign) ?? sign)
  const read = digits === 'digits' ? plain : plain.replaceAll(/[0-9@$€|!+]/g, (sign) => drawnLike[sign] ?? sign)
  return read.replaceAll('l', 'i')
}

function withoutMarks(text: string, unseen: '' | ' '): string {
  return text.normalize('NFKD').replaceAll(marks, '').replaceAll(blanks, ' ').replaceAll(shapeless, unseen)
}

const marks = /\p{M}/gu
const blanks = /[\t\n\v\f\r\x85]/g
// Soft hyphens, zero-width spaces and joiners, direction marks, tags, controls.
const shapeless = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu
const foreign = /[^\p{ASCII}]/gu

const drawnLike: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g', '@': 'a', $: 's', '€': 'e', '|': 'i', '!': 'i', '+': 't' }

// After Unicode Technical Standard 39, the lower-case letters that an English or French word can be disguised with.
const lookalikes: ReadonlyMap<string, string> = new Map(Object.entries({
  a: 'аαɑᴀꭺ', b: 'вьƅʙᏼ', c: 'сϲᴄꮯ', d: 'ԁɗᴅꭰđð', e: 'еєεҽɛᴇꭼə', f: 'ƒꜰғſ', g: 'ɡցɢ', h: 'һнհʜ', i: 'іιɩıɪӏוןاⵏ∣ǀ', j: 'јϳյᴊ', k: 'кκᴋ', l: 'łʟ', m: 'мᴍ',
  n: 'пηոɴ', o: 'оοσօøөᴏꮻ', p: 'рρᴘþ', q: 'ԛգ', r: 'гʀꭈ', s: 'ѕꜱʂꮪ', t: 'тτᴛŧ', u: 'υսᴜʋцμ', v: 'νѵᴠ', w: 'ѡωшԝᴡ', x: 'хχ×', y: 'уүγʏყ', z: 'ᴢʐ',
}).flatMap(([letter, signs]) => Array.from(signs, (sign) => [sign, letter] as const)))
