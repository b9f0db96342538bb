/** How the pixels lie in the unpacked rows: one filter byte before each row, whole bytes for each channel, the last channel alpha. */
export type AlphaRows = { readonly width: number; readonly channels: number; readonly bytesPerChannel: number }

/**
 * Is every pixel wholly opaque? Under a transparent pixel its colours are still there: what somebody rubbed out in a drawing
 * program may be read again. Filters work channel by channel (W3C PNG, section 9), and while all before was opaque, what a filter
 * predicts follows from the place alone; so nothing needs to be unpacked further.
 */
export function isOpaque(rows: Uint8Array, { width, channels, bytesPerChannel }: AlphaRows): boolean {
  const bytesPerPixel = channels * bytesPerChannel
  const rowBytes = 1 + width * bytesPerPixel
  for (let row = 0; row * rowBytes < rows.length; row += 1) {
    const filter = rows[row * rowBytes] ?? 0
    for (let pixel = 0; pixel < width; pixel += 1) {
      const wanted = (255 - predicted(filter, pixel > 0, row > 0)) & 255
      const alpha = row * rowBytes + 1 + (pixel + 1) * bytesPerPixel - bytesPerChannel
      for (let byte = 0; byte < bytesPerChannel; byte += 1) if (rows[alpha + byte] !== wanted) return false
    }
  }
  return true
}

/** What a filter adds, where every neighbour that there is has 255. */
function predicted(filter: number, hasLeft: boolean, hasAbove: boolean): number {
  const [left, above] = [hasLeft ? 255 : 0, hasAbove ? 255 : 0]
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return above
  // Paeth chooses among left, above and both: 255 as soon as one of them is there.
  return filter === 3 ? (left + above) >> 1 : Math.max(left, above)
}
