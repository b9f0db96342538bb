import type { Instrument, InstrumentList } from '../instrument.ts'

/** Dated acts of authorities of both countries and of policies. */
export const commonInstruments: readonly Instrument[] = []

/** How complete each kind of them is. */
export const commonInstrumentLists: readonly InstrumentList[] = []
