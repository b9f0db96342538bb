import type { Instrument, InstrumentList } from '../instrument.ts'

/** Dated acts of authorities of the United States. */
export const unitedStatesInstruments: readonly Instrument[] = []

/** How complete each kind of them is. */
export const unitedStatesInstrumentLists: readonly InstrumentList[] = []
