import { systemFault } from '../system-fault.ts'

type ThemeFile = { readonly file: string }
type ThemeLine = ThemeFile & { readonly line: number }

export const start = {
  ready: (url: string) => `Comity is ready: ${url}`,
  howToStop: 'Press Ctrl-C to stop.',
  dataIn: (folder: string) => `Data: ${folder}`,
  dataOnServer: 'Data: on the server that DATABASE_URL names',
  dataMoved: ({ folder, wished }: { readonly folder: string; readonly wished: string }) =>
    `Under root the database runs as another user, who cannot reach ${wished}. The data is in ${folder} instead; set COMITY_DATA to choose another folder.`,
  figuresLoaded: ({ files, added }: { readonly files: number; readonly added: number }) =>
    files === 0 ? 'No public figures are packaged.' : `Public figures: ${files} measurements, ${added} of them new.`,
  measurementsShown: (count: number) => `Measurements of your own, shown for this run: ${count}.`,
  fictionalCases: ({ loaded, present }: { readonly loaded: number; readonly present: number }) =>
    loaded > 0 ? `Cases: ${loaded} fictional ones, made up just now to look around in.` : `Cases: ${present} fictional ones, made up earlier.`,
  databaseNews: {
    ended: 'The database stopped unexpectedly; it is being started again. Why it stopped may stand in server.log in the data folder.',
    failed: 'The database does not start again yet; trying goes on. What PostgreSQL says stands in server.log in the data folder.',
    back: 'The database is running again.',
  },
  stopping: 'Stopping…',
  stopped: 'Stopped.',

  refusals: {
    'theme-unreadable': ({ file, cause }: ThemeFile & { readonly cause: string }) => `COMITY_THEME=${file} cannot be read (${systemFault(cause, 'en')}). Name the stylesheet with your tokens, or unset it.`,
    'theme-too-large': ({ file, mostKilobytes }: ThemeFile & { readonly mostKilobytes: number }) => `COMITY_THEME=${file} has more than ${mostKilobytes} kB. A theme sets tokens only; leave out the rest.`,
    'theme-not-tokens': ({ file, line, text }: ThemeLine & { readonly text: string }) => `COMITY_THEME=${file}, line ${line}: ${text === '' ? 'a brace is not closed' : `“${text}” sets no token`}. A theme has lines such as “--accent: #0f5470;” within “:root { … }”, and that within “@media (prefers-color-scheme: dark) { … }” for dark ground.`,
    'theme-unknown-token': ({ file, line, name }: ThemeLine & { readonly name: string }) => `COMITY_THEME=${file}, line ${line}: there is no token “--${name}” here. docs/operating/theme.md lists them.`,
    'theme-wrong-value': ({ file, line, name, value }: ThemeLine & { readonly name: string; readonly value: string }) => `COMITY_THEME=${file}, line ${line}: “--${name}” cannot be “${value}”. Colours are written #rrggbb, lengths in rem between half and twice ours, fonts as names.`,
    'theme-low-contrast': ({ file, dark, one, other, ratio, least }: ThemeFile & { readonly dark: boolean; readonly one: string; readonly other: string; readonly ratio: number; readonly least: number }) =>
      `COMITY_THEME=${file}: on ${dark ? 'dark' : 'light'} ground, “--${one}” stands out ${ratio} to 1 from “--${other}”; ${least} to 1 is needed for people to read it (WCAG 2.2). Choose colours further apart.`,
    'sample-size-wrong': ({ wished }: { readonly wished: string }) =>
      `COMITY_FICTIONAL_CASES=${wished} is no number of cases. Use a whole number from 0 to 100000, or unset it.`,
    'measurement-unreadable': ({ file, cause }: { readonly file: string; readonly cause: string }) =>
      `“${file}” cannot be read (${systemFault(cause, 'en')}). Name a file that “comity measure … --out name.json” wrote.`,
    'not-a-measurement': ({ file }: { readonly file: string }) =>
      `“${file}” is no whole measurement. Name a file that “comity measure … --out name.json” wrote, unchanged.`,
    'no-binaries': ({ platform }: { readonly platform: string }) =>
      `There is no packaged PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server, version 15 or later.`,
    'already-running': ({ folder, processId }: { readonly folder: string; readonly processId: number }) =>
      `Another Comity is using the data in ${folder} (PostgreSQL is process ${processId}). Stop it first, or set COMITY_DATA to another folder.`,
    'other-version': ({ folder, found, needed }: { readonly folder: string; readonly found: number; readonly needed: number }) =>
      `The data in ${folder} was made by PostgreSQL ${found}; this Comity brings PostgreSQL ${needed}. Nothing was changed. Start the earlier Comity to go on with this data, or set COMITY_DATA to an empty folder to begin anew.`,
    'folder-not-reachable': ({ folder }: { readonly folder: string }) =>
      `Under root the database runs as another user, who cannot reach ${folder}. Set COMITY_DATA to a folder that every user may pass through, for example under /var/lib, or start Comity as an ordinary user.`,
    'folder-not-writable': ({ folder }: { readonly folder: string }) =>
      `The data folder ${folder} cannot be written. Set COMITY_DATA to a folder of your own.`,
    'folder-of-another-user': ({ folder }: { readonly folder: string }) =>
      `The data in ${folder} belongs to another user, as when Comity was started as root before. Start Comity as that user, or set COMITY_DATA to another folder.`,
    'passwords-missing': ({ file }: { readonly file: string }) =>
      `The file ${file} is gone, and with it the way into the database. Restore it from a copy, or set COMITY_DATA to an empty folder to begin anew.`,
    'did-not-start': ({ log, lastLine }: { readonly log: string; readonly lastLine: string }) =>
      `PostgreSQL did not start. Its last words: ${lastLine || '(none)'}. The whole record is in ${log}.`,
    'server-too-old': ({ found, needed }: { readonly found: number; readonly needed: number }) =>
      `The server that DATABASE_URL names runs PostgreSQL ${found}; Comity needs ${needed} or later.`,
    'no-connection': ({ reason }: { readonly reason: string }) =>
      `No connection to the server that DATABASE_URL (or DATABASE_OWNER_URL) names: ${systemFault(reason, 'en')}. Check the address, the password and that the server is running.`,
    'role-missing': ({ role, user }: { readonly role: string; readonly user: string }) =>
      `The database role ${role} is missing, or ${user} may not take it on, and this sign-in may not change that. Have an administrator run: create role ${role} nologin; grant ${role} to ${user};`,
    'migration-changed': ({ name }: { readonly name: string }) =>
      `The database was shaped by another edition of the step ${name}. Nothing was changed. Start the Comity that shaped it, or begin with an empty database.`,
    'schema-too-new': ({ name }: { readonly name: string }) =>
      `The database was shaped by a newer Comity (step ${name}). Nothing was changed. Start that newer Comity, or begin with an empty database.`,
    'port-busy': ({ port }: { readonly port: number }) =>
      `Port ${port} is in use by another program. Choose another: PORT=${port + 1} npm start`,
    'port-forbidden': ({ port }: { readonly port: number }) =>
      `This user may not use port ${port}. Choose one from 1024 on: PORT=8080 npm start`,
    'port-wrong': ({ port }: { readonly port: string }) =>
      `“${port}” is no port. PORT is a whole number from 1 to 65535: PORT=8080 npm start`,
    'address-wrong': ({ host }: { readonly host: string }) =>
      `This machine has no address “${host}”. COMITY_HOST is an address of this machine; leave it out to serve this machine alone.`,
  },
}
