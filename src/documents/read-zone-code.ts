import { findCountry } from '../reference/countries.ts'
import { icaoCodes } from '../reference/icao-codes.ts'
import { isStatusCode } from '../reference/status-codes.ts'
import type { CodeReading } from './zone.ts'

const icao = new Map(icaoCodes.map((row) => [row[0], row]))

// Germany's zone says D and Kosovo's RKS: DEU and XKX are nobody's there.
const saidOtherwise = new Set(icaoCodes.flatMap(([, standsFor, country]) => (standsFor === 'country' ? [country] : [])))

/** What a code of three places stands for: ISO 3166-1, the codes of ICAO's own, or a status that is no country. */
export function readZoneCode(text: string): CodeReading {
  const code = text.replace(/<+$/, '')
  if (isStatusCode(code)) return { kind: 'status', code }
  const row = icao.get(code)
  if (row !== undefined) return readIcaoCode(row[0], row[1], row[2])
  const country = findCountry(code)
  if (country === undefined || saidOtherwise.has(code)) return { kind: 'unknown', code }
  return { kind: 'country', code, country: code, standing: country.standing === 'withdrawn' ? 'withdrawn' : 'today' }
}

function readIcaoCode(code: string, standsFor: 'country' | 'organization' | 'specimen' | 'withdrawn', country: string): CodeReading {
  if (standsFor === 'country') return { kind: 'country', code, country, standing: 'today' }
  if (standsFor === 'withdrawn') return { kind: 'country', code, country, standing: 'withdrawn' }
  return { kind: standsFor, code }
}
