import { readFile, stat } from 'node:fs/promises'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { readTheme, type ThemeRefusal } from '../render/theme.ts'

export type ThemeFileRefusal =
  | { readonly code: 'theme-unreadable'; readonly file: string; readonly cause: string }
  | { readonly code: 'theme-too-large'; readonly file: string; readonly mostKilobytes: number }
  | (ThemeRefusal & { readonly file: string })

const mostKilobytes = 64

/** Reads COMITY_THEME: a file with the agency's own tokens; nothing where there is none. */
export async function readThemeFile(file: string | undefined): Promise<Result<string, ThemeFileRefusal>> {
  if (!file) return accept('')
  try {
    // Before it is read: a path may lead to a device that never ends.
    const found = await stat(file)
    if (!found.isFile()) return refuse({ code: 'theme-unreadable', file, cause: found.isDirectory() ? 'EISDIR' : 'ENXIO' })
    if (found.size > mostKilobytes * 1024) return refuse({ code: 'theme-too-large', file, mostKilobytes })
    const read = readTheme(await readFile(file, 'utf8'))
    return read.ok ? read : refuse({ ...read.refusal, file })
  } catch (cause) {
    return refuse({ code: 'theme-unreadable', file, cause: cause instanceof Error ? cause.message : String(cause) })
  }
}
