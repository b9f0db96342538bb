import { expect, test } from 'vitest'
import { jpegSegment, samplePdf, sampleJpeg, samplePng } from '../../test/packet-samples.ts'
import { pictureSize } from './picture-size.ts'

test('the size of a picture is what its header says', () => {
  expect([pictureSize(sampleJpeg()), pictureSize(sampleJpeg(jpegSegment(0xe0, Buffer.alloc(300))))]).toEqual([{ width: 8, height: 8 }, { width: 8, height: 8 }])
  const png = samplePng()
  expect(pictureSize(png)).toEqual({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) })
})

test('what is no picture, or is cut off before its size, has none', () => {
  for (const bytes of [samplePdf(), new Uint8Array(), Uint8Array.of(0xff, 0xd8), sampleJpeg().subarray(0, 30), samplePng().subarray(0, 12), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0)]) expect(pictureSize(bytes)).toBeUndefined()
})
