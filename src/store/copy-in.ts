import { once } from 'node:events'
import type { Socket } from 'node:net'
import { Client, type ClientConfig } from 'pg'

/** A connection of its own, for work that the pool's queries cannot do. */
export type CopyConnection = {
  /** Sends rows in PostgreSQL's text format by `copy … from stdin`, and waits until they are in. */
  readonly copyIn: (statement: string, rows: Iterable<Buffer>) => Promise<void>
  readonly run: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly end: () => Promise<void>
}

export async function openCopyConnection(config: ClientConfig): Promise<CopyConnection> {
  const client = new Client(config)
  client.on('error', () => undefined)
  await client.connect()
  return {
    copyIn: (statement, rows) => copyIn(client, statement, rows),
    run: async (statement) => (await client.query<Record<string, unknown>>(statement)).rows,
    end: () => client.end(),
  }
}

/** The part of pg's connection that copying needs; pg's own types leave it out. */
type Wire = { readonly stream: Socket; query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void; sendCopyFail(message: string): void }

function copyIn(client: Client, statement: string, rows: Iterable<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = new AbortController()
    client.query({
      submit: (wire: Wire) => wire.query(statement),
      handleCopyInResponse: (wire: Wire) => void send(wire, rows, failed.signal),
      handleCommandComplete: () => undefined,
      // What is still on its way the server drops, and then takes the next statement.
      handleError: (error: Error) => {
        failed.abort()
        reject(error)
      },
      handleReadyForQuery: () => resolve(),
    } as never)
  })
}

async function send(wire: Wire, rows: Iterable<Buffer>, failed: AbortSignal) {
  try {
    for (const chunk of rows) {
      if (failed.aborted) return
      wire.sendCopyFromChunk(chunk)
      if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
    }
    if (!failed.aborted) wire.endCopyFrom()
  } catch (cause) {
    // Nothing of it is kept; the query in hand fails with these words.
    wire.sendCopyFail(cause instanceof Error ? cause.message : String(cause))
  }
}
