import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { specimenPage, type PageRefusal, type SpecimenDetails } from '../../documents/travel-document-page.ts'
import { accept, type Result } from '../../kernel/result.ts'
import { renderSpecimen } from '../../render/travel-document/render-specimen.ts'

export type Specimen = { readonly pdf: Uint8Array; /** Whose signature the seal bears: SPKI, PEM. */ readonly publicKey: string }

let key: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined

/** The specimen of a single-journey document for trials, signed with a key that is made when the first one is wanted and is gone when the program ends. */
export async function makeSpecimen(details: SpecimenDetails): Promise<Result<Specimen, PageRefusal>> {
  const { privateKey, publicKey } = (key ??= generateKeyPairSync('ec', { namedCurve: 'prime256v1' }))
  const page = specimenPage(details, (bytes) => sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }))
  if (!page.ok) return page
  return accept({ pdf: await renderSpecimen(page.value), publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() })
}
