// What a server asks of its database for one request: the very statements, in their order, so that another server can ask the same.
import { Client } from 'pg'

/** One statement. `after`: how many of those before it had been answered when it was asked; those that it did not wait for may go at once. */
export type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[]; readonly after: number }

type Asked = (...given: readonly unknown[]) => unknown

let recorded: Statement[] | undefined
let answered = 0

/** Called before the first connection is opened. */
export function listenToStatements() {
  const { query } = Client.prototype as unknown as { readonly query: Asked }
  Object.assign(Client.prototype, { query(this: Client, ...given: readonly unknown[]) {
    const [first, values] = given as [string | { readonly name?: string; readonly text: string; readonly values?: readonly unknown[] }, readonly unknown[] | undefined]
    const into = recorded
    into?.push(typeof first === 'string' ? { text: first, values: values ?? [], after: answered } : { ...(first.name === undefined ? {} : { name: first.name }), text: first.text, values: first.values ?? values ?? [], after: answered })
    const answer = query.apply(this, given as unknown[]) as Promise<unknown>
    if (into) void answer.finally(() => { answered++ })
    return answer
  } })
}

/** The statements of one piece of work, while nothing else is at work. */
export async function statementsOf(work: () => Promise<void>): Promise<readonly Statement[]> {
  recorded = []
  answered = 0
  await work()
  const all = recorded
  recorded = undefined
  return all
}
