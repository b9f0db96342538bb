import { setTimeout as pause } from 'node:timers/promises'
import type { ServerProcess } from './server-process.ts'

/** `ended`: the server went without our wish. `failed`: it could not be started again yet; we go on trying. `back`: it answers again. */
export type ServerNews = 'ended' | 'failed' | 'back'

export type KeptServer = { readonly processId: () => number; readonly stop: () => Promise<void> }

/**
 * Starts the server again whenever it ends without our wish. It comes back at the same place, so that whoever had
 * connections there makes new ones and needs to know nothing of it.
 */
export function keepRunning(first: ServerProcess, spawn: () => ServerProcess, onNews: (news: ServerNews) => void = () => undefined): KeptServer {
  const stopping = new AbortController()
  const { signal } = stopping
  let current = first
  const watch = async () => {
    for (;;) {
      await current.ended
      if (signal.aborted) return
      onNews('ended')
      if (!(await startAgain())) return
      onNews('back')
    }
  }
  const startAgain = async (): Promise<boolean> => {
    for (let attempt = 0; ; attempt += 1) {
      // Old sessions may still hold the database for a while, and PostgreSQL then rightly refuses to start beside them.
      await pause(Math.min(50 * 2 ** attempt, 10_000), undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return false
      current = spawn()
      if (await current.untilReady()) return true
      await current.stop()
      if (attempt === 5) onNews('failed')
    }
  }
  const watched = watch()
  const stop = async () => {
    stopping.abort()
    await current.stop()
    await watched
  }
  return { processId: () => current.processId, stop }
}
