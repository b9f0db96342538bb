import { accept, refuse, type Result } from '../kernel/result.ts'
import { findDictionary, writeItem, writeMember, type Item, type Parameters } from './structured-field.ts'

export type Fields = readonly (readonly [name: string, value: string])[]
export type RequestHead = { readonly kind: 'request'; readonly method: string; readonly targetUri: string; readonly fields: Fields }
/** `request`: the one that it answers. */
export type ResponseHead = { readonly kind: 'response'; readonly status: number; readonly fields: Fields; readonly request?: RequestHead }

export type BaseFault = {
  readonly code: 'component-twice' | 'component-unknown' | 'component-missing' | 'parameter-unknown' | 'not-a-uri' | 'not-ascii'
  readonly component: string
}

/**
 * The text that is signed: RFC 9421 section 2.5, one line for each component and one for the parameters, no line feed at the end.
 * Derived components of section 2.2; of the parameters of fields `key` and `req`. `sf`, `bs` and `tr` are refused: no profile of ours uses them.
 */
export function signatureBase(head: RequestHead | ResponseHead, components: readonly Item[], parameters: Parameters): Result<string, BaseFault> {
  const lines: string[] = []
  const seen = new Set<string>()
  for (const component of components) {
    const name = writeItem(component)
    // The order of parameters does not make a component another one (section 2).
    const same = writeItem({ ...component, parameters: component.parameters.toSorted(([one], [other]) => (one < other ? -1 : 1)) })
    const value = seen.has(same) ? 'component-twice' as const : componentValue(head, component)
    if (typeof value === 'string') return refuse({ code: value, component: name })
    if (!/^[\x20-\x7e\t]*$/.test(value.text)) return refuse({ code: 'not-ascii', component: name })
    seen.add(same)
    lines.push(`${name}: ${value.text}`)
  }
  return accept([...lines, `"@signature-params": ${writeMember({ kind: 'list', items: components, parameters })}`].join('\n'))
}

type Value = { readonly text: string } | BaseFault['code']

function componentValue(head: RequestHead | ResponseHead, { name, parameters }: Item): Value {
  const ofRequest = parameters.some(([key, value]) => key === 'req' && value === true)
  const rest = parameters.filter(([key]) => key !== 'req')
  if (ofRequest && head.kind === 'request') return 'parameter-unknown'
  const source = ofRequest && head.kind === 'response' ? head.request : head
  if (source === undefined) return 'component-missing'
  if (!name.startsWith('@')) return fieldValue(source.fields, name, rest)
  if (name === '@query-param') return source.kind === 'request' ? queryParameter(source.targetUri, rest) : 'component-unknown'
  if (rest.length > 0) return 'parameter-unknown'
  return source.kind === 'response' ? statusOf(source, name) : derived(source, name)
}

function statusOf({ status }: ResponseHead, name: string): Value {
  if (name !== '@status') return 'component-unknown'
  return { text: String(status) }
}

/** All values of a field, trimmed, unfolded and joined (section 2.1); with `key`, one member of a dictionary. */
function fieldValue(fields: Fields, name: string, parameters: Parameters): Value {
  const values = fields.filter(([field]) => field.toLowerCase() === name).map(([, value]) => value.replaceAll(/[ \t]*\r?\n[ \t]+/g, ' ').replaceAll(/^[ \t]+|[ \t]+$/g, ''))
  if (values.length === 0) return 'component-missing'
  const [parameter, another] = parameters
  if (parameter === undefined) return { text: values.join(', ') }
  if (parameter[0] !== 'key' || typeof parameter[1] !== 'string' || another !== undefined) return 'parameter-unknown'
  const member = findDictionary(values.join(', '))?.get(parameter[1])
  return member ? { text: writeMember(member) } : 'component-missing'
}

function derived({ method, targetUri }: RequestHead, name: string): Value {
  // Taken apart by hand: the URL class would mend what was sent (dots in the path, escapes), and the other end would sign something else.
  const parts = /^(https?):\/\/([^/?#@\\\s]+)(\/[^?#]*)?(\?[^#]*)?$/i.exec(targetUri)
  if (!parts) return 'not-a-uri'
  const [, scheme = '', authority = '', path = '/', query = '?'] = parts
  switch (name) {
    case '@method': return { text: method }
    case '@target-uri': return { text: targetUri }
    case '@authority': return { text: authorityOf(scheme, authority) }
    case '@scheme': return { text: scheme.toLowerCase() }
    case '@path': return { text: path }
    case '@query': return { text: query }
    case '@request-target': return { text: path + (parts[4] ?? '') }
    default: return 'component-unknown'
  }
}

function authorityOf(scheme: string, authority: string): string {
  return authority.toLowerCase().replace(scheme.toLowerCase() === 'https' ? /:443$/ : /:80$/, '')
}

/** One parameter of the query (section 2.2.8), decoded and encoded again; one that is there twice has no value. */
function queryParameter(targetUri: string, parameters: Parameters): Value {
  const [parameter, another] = parameters
  if (parameter?.[0] !== 'name' || typeof parameter[1] !== 'string' || another !== undefined) return 'parameter-unknown'
  const query = /\?([^#]*)/.exec(targetUri)?.[1] ?? ''
  const found = [...new URLSearchParams(query)].filter(([name]) => encode(name) === parameter[1])
  const [first] = found
  return first && found.length === 1 ? { text: encode(first[1]) } : 'component-missing'
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
