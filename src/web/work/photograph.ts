import { html, type Content } from '../../render/html.ts'
import { formToken } from '../../service/identity/secret-token.ts'
import { photographDigest, type PhotographRefusal } from '../../service/work/keep-photograph.ts'
import type { DraftFile } from '../../store/drafts.ts'
import { photograph as english } from '../../text/en/photograph.ts'
import { photograph as french } from '../../text/fr/photograph.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { recordRefusal } from './record-refusal.ts'
import { postForm } from './work-frame.ts'

const photographWords = { en: english, fr: french }

/** The photograph that was given, or the form that takes one. */
export function photographPart(token: string, language: Language, draftId: string, files: readonly DraftFile[], fault: string | undefined): Content {
  const words = photographWords[language]
  const path = `/work/drafts/${draftId}/files`
  const [file] = files
  const given = file && html`<p>${photographShown(files, language)}</p>${postForm({ action: hrefTo(language, `${path}/remove`), token, button: words.remove, quiet: true, fields: html`<input type="hidden" name="ordinal" value="${file.ordinal}">` })}`
  return html`<h2>${words.heading}</h2>${given ?? html`<p>${words.none}</p>
<form class="act" method="post" enctype="multipart/form-data" action="${hrefTo(language, `${path}/add`)}"><input type="hidden" name="form" value="${formToken(token)}">
<p class="field"><label for="file">${words.label}</label><span class="hint" id="file-hint">${words.hint}</span>${fault === undefined ? null : html`<span class="unmet" id="file-error">${fault}</span>`}
<input type="file" id="file" name="file" accept="image/jpeg,image/png" aria-describedby="file-hint${fault === undefined ? null : html` file-error`}"${fault === undefined ? null : html` aria-invalid="true"`}></p>
<button>${words.add}</button></form>`}<p class="note">${words.kept}</p>
`
}

/** A photograph as it is read once more: the file's name and the digest by which it is recorded. */
export function photographShown(files: readonly DraftFile[], language: Language): Content {
  const words = photographWords[language]
  const digest = photographDigest(files)
  return digest === undefined ? words.none : html`${files[0]?.name} <small class="digest">${words.digest(digest)}</small>`
}

/** Why a photograph was not taken, and what to do. */
export function photographFault(refusal: PhotographRefusal, language: Language): string {
  const words = photographWords[language]
  if (refusal.code === 'file-not-clean') return recordRefusal(refusal, language)
  return { 'no-file': words.missing, 'not-picture': words.notPicture, 'photograph-large': words.large, 'photograph-pixels': words.pixels, 'photograph-there': words.one }[refusal.code]
}
