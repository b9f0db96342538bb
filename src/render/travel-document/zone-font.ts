import { existsSync } from 'node:fs'

const file = new URL('../fonts/OCRB7.ttf', import.meta.resolve('bwip-js/node'))

/** OCR-B, in which the standard prints the zone (Doc 9303 part 3): it comes with the barcode library. Without it the zone is set in DejaVu Sans Mono. */
export const zoneFont: URL | undefined = existsSync(file) ? file : undefined
