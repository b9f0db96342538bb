import { inflateSync } from 'node:zlib'

/** What a zlib stream holds, at most `most` bytes of it; undefined when it is damaged, larger, or something follows it. */
export function inflateWhole(packed: Uint8Array, most: number): Uint8Array | undefined {
  try {
    // `info` tells how many bytes of the input were read: https://nodejs.org/api/zlib.html#class-options
    const { buffer, engine } = inflateSync(packed, { info: true, maxOutputLength: Math.max(most, 1) }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }
    return engine.bytesWritten === packed.length ? buffer : undefined
  } catch {
    // Damaged or a bomb: whichever, it was not read whole, and that is all that the caller asks.
    return undefined
  }
}
