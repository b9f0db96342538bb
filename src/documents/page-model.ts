/** A printable page as data, for whoever draws it on paper or on a screen. Words are handed in: nothing here is said in a language. */
export type PageModel = {
  /** The language of the page, as readers of screens are told it. */
  readonly language: 'en' | 'fr'
  /** Names the file to whoever opens it, and stands as the first heading. */
  readonly title: string
  readonly blocks: readonly PageBlock[]
  /** Stands at the foot of every page, before its number. */
  readonly footer?: string
}

export type PageBlock = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | SummaryBlock | FigureBlock

/** The title is of level 1: what stands under it begins at 2, and no level is left out on the way down. */
export type HeadingBlock = { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }

export type ParagraphBlock = {
  readonly kind: 'paragraph'
  readonly text: string
  /** What must not be overlooked stands in a frame: never in colour alone. */
  readonly strong?: boolean
}

export type ListBlock = { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly string[] }

/** Every row has as many cells as the header. */
export type TableBlock = {
  readonly kind: 'table'
  readonly caption: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The columns that hold numbers, counted from 0: they are set to the right. */
  readonly numbers?: readonly number[]
}

/** What a thing is called and what it says, pair by pair. */
export type SummaryBlock = { readonly kind: 'summary'; readonly caption: string; readonly pairs: readonly SummaryPair[] }

export type SummaryPair = { readonly name: string; readonly value: string }

export type FigureBlock = {
  readonly kind: 'figure'
  readonly image: { readonly format: 'svg' | 'png'; readonly bytes: Uint8Array }
  /** Says what the picture says, to somebody who does not see it. */
  readonly alt: string
  readonly caption?: string
  readonly widthMillimetres?: number
}
