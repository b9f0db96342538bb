import { formatCount } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { cliWords } from './table.ts'

export type Progress = { readonly rowsRead: number; readonly rowsPerSecond: number; readonly fractionOfBytes: number }

const leastMillisecondsBetween = 200

/**
 * A line on the terminal that is written over as the work goes on, with rate and time left; nothing where the stream is
 * no terminal, so that logs and pipes stay clean.
 */
export function progressLine(stream: NodeJS.WriteStream, language: Language, now: () => number) {
  const words = cliWords[language]
  let [shownAt, startedAt, shown] = [0, now(), false]
  return {
    show({ rowsRead, rowsPerSecond, fractionOfBytes }: Progress): void {
      if (!stream.isTTY || now() - shownAt < leastMillisecondsBetween) return
      shownAt = now()
      shown = true
      const spentSeconds = (now() - startedAt) / 1000
      const left = fractionOfBytes > 0.01 ? words.timeLeft(Math.ceil((spentSeconds * (1 - fractionOfBytes)) / fractionOfBytes)) : ''
      stream.write(`\r\u001b[2K${words.progress({ rows: formatCount(rowsRead, language), rate: formatCount(rowsPerSecond, language), left })}`)
    },
    clear(): void {
      if (shown) stream.write('\r\u001b[2K')
    },
  }
}
