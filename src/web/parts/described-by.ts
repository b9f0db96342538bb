import { html, type Markup } from '../../render/html.ts'

export type Described = { readonly name: string; readonly hint?: string | undefined; readonly error?: string | undefined }

/** Hint and error of a field, above its box, and the attributes by which a screen reader says them with it. */
export function describedBy({ name, hint, error }: Described): { readonly shown: readonly (Markup | null)[]; readonly attributes: Markup } {
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error === undefined ? [] : [`${name}-error`])].join(' ')
  return {
    shown: [hint === undefined ? null : html`<span class="hint" id="${name}-hint">${hint}</span>`, error === undefined ? null : html`<span class="unmet" id="${name}-error">${error}</span>`],
    attributes: html`${ids === '' ? null : html` aria-describedby="${ids}"`}${error === undefined ? null : html` aria-invalid="true"`}`,
  }
}

export const examples = (): readonly Markup[] => {
  const { shown, attributes } = describedBy({ name: 'one', hint: 'A', error: 'B' })
  return [html`<p class="field"><label for="one">C</label>${shown}<input id="one"${attributes}></p>`]
}
