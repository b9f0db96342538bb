import type { Instrument, InstrumentList } from '../instrument.ts'

/** Dated acts of authorities of Canada. */
export const canadaInstruments: readonly Instrument[] = []

/** How complete each kind of them is. */
export const canadaInstrumentLists: readonly InstrumentList[] = []
