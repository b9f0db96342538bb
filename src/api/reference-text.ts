type Schema = {
  readonly type?: string; readonly format?: string; readonly enum?: readonly string[]; readonly const?: string; readonly description?: string; readonly title?: string
  readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]; readonly items?: Schema; readonly oneOf?: readonly Schema[]
}

type Parameter = { readonly name: string; readonly in: 'query' | 'path' | 'header'; readonly required?: boolean; readonly description?: string; readonly schema: Schema }
type Content = { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }
type Operation = { readonly summary: string; readonly description: string; readonly parameters?: readonly Parameter[]; readonly requestBody?: Content; readonly responses: Readonly<Record<string, Content>> }

/** What the server says of itself, as far as the reference shows it. */
export type Description = { readonly info: { readonly description: string }; readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

/** The reference as a page of the documents. It is written by a script, and a test says when it is not what the server says. */
export function apiReference({ info, paths }: Description, problems: readonly { readonly code: string; readonly status: number }[]): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })))
  return [
    '# The API', '',
    'Written by `node scripts/write-api-reference.ts` from what the server says at `/api/v1/openapi.json`; do not edit it. How it is built: [the room](../rooms/api.md).', '',
    info.description, '',
    ...tableOf(['Address', 'What it does'], operations.map(({ name, operation }) => [`[\`${name}\`](#${anchor(name)})`, operation.summary])), '',
    'Every request carries `Authorization: Bearer comity_…`. Fields with a question mark may be missing. `Accept-Language: fr` has problems told in French.', '',
    ...operations.flatMap(({ name, operation }) => section(name, operation)),
    '## Problems', '', 'Answers of 400 and above are `application/problem+json` with `type`, `title`, `status`, `detail`, `code` and `facts`. These are the codes:', '',
    ...tableOf(['Status', 'Codes'], [...Map.groupBy(problems, ({ status }) => status)].toSorted(([one], [other]) => one - other).map(([status, codes]) => [String(status), codes.map(({ code }) => `\`${code}\``).join(', ')])), '',
  ].join('\n')
}

function section(name: string, { summary, description, parameters = [], requestBody, responses }: Operation): readonly string[] {
  const asked = parameters.filter((parameter) => parameter.in !== 'path')
  const sent = requestBody && schemaOf(requestBody)
  return [
    `## ${name}`, '', `${summary}. ${description}`, '',
    ...(asked.length === 0 ? [] : [...tableOf(['Name', 'Where', 'What'], asked.map(({ name: called, in: where, required, schema, description: said = schema.description }) => [`\`${called}\`${required ? '' : '?'}`, where === 'header' ? 'header' : 'address', [kindOf(schema), said].filter((text) => text !== undefined).join('. ')])), '']),
    ...(sent ? ['Content:', '', ...linesOf(sent, 0), ''] : []),
    ...Object.entries(responses).filter(([status]) => Number(status) < 400).flatMap(([status, content]) => [`Answer ${status}:`, '', ...linesOf(schemaOf(content) ?? {}, 0), '']),
    `Problems: ${Object.keys(responses).filter((status) => Number(status) >= 400).join(', ')}.`, '',
  ]
}

function schemaOf({ content = {} }: Content): Schema | undefined {
  return Object.values(content)[0]?.schema
}

/** The fields of an object, one a line; of a list, those of what is in it. */
function linesOf(schema: Schema, depth: number): readonly string[] {
  if (schema.oneOf) return schema.oneOf.map(commandLine)
  const inner = schema.items ?? schema
  return Object.entries(inner.properties ?? {}).flatMap(([name, field]) => [
    `${'  '.repeat(depth)}- \`${name}\`${inner.required?.includes(name) ? '' : '?'}: ${kindOf(field)}${field.description === undefined ? '' : `. ${field.description}`}`, ...linesOf(field, depth + 1),
  ])
}

function commandLine({ properties = {}, required = [], title = '' }: Schema): string {
  const fields = Object.entries(properties).filter(([name]) => name !== 'kind').map(([name, field]) => `\`${name}\`${required.includes(name) ? '' : '?'} (${kindOf(field)})`)
  return `- \`${title}\`${fields.length === 0 ? '' : `: ${fields.join(', ')}`}`
}

const mostNamed = 20

function kindOf({ type, format, enum: names, items, oneOf }: Schema): string {
  if (oneOf) return 'one of several'
  if (names) return names.length > mostNamed ? `one of ${names.length} codes, in the description` : names.map((name) => `\`${name}\``).join(' or ')
  if (type === 'array') return `list of ${items ? kindOf(items) : 'values'}`
  if (format !== undefined) return { date: 'day', 'date-time': 'moment', uuid: 'id' }[format] ?? format
  return { string: 'text', integer: 'whole number', boolean: 'true or false', object: 'object' }[type ?? ''] ?? 'value'
}

function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [`| ${headings.join(' | ')} |`, `|${headings.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)]
}

// As GitHub makes them.
function anchor(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\w\- ]/g, '').replaceAll(' ', '-')
}
