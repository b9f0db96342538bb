import { toSVG } from 'bwip-js/node'

/** Bytes as a DataMatrix (ISO/IEC 16022), drawn with its quiet zone. */
export function drawDataMatrix(bytes: Uint8Array): string {
  return toSVG({ bcid: 'datamatrix', text: Array.from(bytes, (byte) => `^${String(byte).padStart(3, '0')}`).join(''), parse: true, binarytext: true, scale: 1, padding: 2, backgroundcolor: 'FFFFFF' })
}
