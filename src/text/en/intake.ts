import { systemFault } from '../system-fault.ts'

type File = { readonly file: string }
type Place = File & { readonly line: number }

/** What must stand in a field of a source profile. */
const expected: Readonly<Record<string, string>> = {
  json: 'JSON without a syntax error',
  object: 'one object with the fields of a profile',
  text: 'a text that is not empty',
  'any-text': 'a text, which may be empty',
  name: 'a short name of small letters, digits and hyphens',
  'one-character': 'one character',
  'one-character-or-none': 'one character, or nothing',
  'whole-number': 'a whole number from 0 to 10000',
  'list-of-texts': 'a list of texts',
  'map-of-texts': 'an object whose values are texts',
  clock: 'one of the clocks in rows.clock.values',
  columns: 'a list with at least one column name',
  column: 'a column that file.columns or file.optionalColumns names',
  'column-or-none': 'a column that file.columns names, or an empty text',
  strata: 'an object with columns for area, disposition or order-type, and no others',
  cluster: '“country-and-end”, “none”, or an object that names a column',
  outcome: 'an object with either “fixed”, or “column” and “mapping”',
  'interval-outcome': 'an object with either “fixed”, or “column” and “mapping”, whose outcomes are ones that Comity knows',
  value: 'an object with either “column”, or “columns” (patterns) and “are” (period or outcome)',
  'period-or-none': 'null, or an object with “column” and “rule” (as-written, quarter or day)',
  'area-or-none': 'null, or an object with “column”, “names” and “source”',
  'bands-or-none': 'null, or an object with “column” and “bands”, each band a first and a last day',
}

const delimiters: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '|': 'vertical bars', '\t': 'tabs' }
const delimiter = (sign: string) => delimiters[sign] ?? `“${sign}”`

/** Why a whole file was refused, and what to do. */
const refusals = {
  'file-missing': ({ file }: File) => `There is no file “${file}”. Check the name and the folder.`,
  'file-empty': ({ file }: File) => `“${file}” is empty. Ask its sender for it again.`,
  'file-is-folder': ({ file }: File) => `“${file}” is a folder. Name the files in it.`,
  'file-unreadable': ({ file, cause }: File & { readonly cause: string }) => `“${file}” cannot be read (${systemFault(cause, 'en')}). Check that you may read it and that the disk is in order.`,
  'gzip-broken': ({ file }: File) => `“${file}” is a gzip file that breaks off or is damaged. Get it again, whole.`,
  'parquet-broken': ({ file }: File) => `“${file}” is a Parquet file that breaks off or is damaged. Get it again, whole.`,
  'parquet-name': ({ file }: File) => `“${file}” is a Parquet file, and Parquet files cannot be read where their name, or that of a folder above them, has an asterisk or a question mark. Rename it, or read it as CSV.`,
  'not-text': ({ file }: File) => `“${file}” is no text in UTF-8, no gzip file and no Parquet file. Save it as CSV in UTF-8, or name the profile that says its encoding with --profile.`,
  'no-rows': ({ file }: File) => `There are no usable rows in ${file}. Check that it is the right file.`,
  'header-missing': ({ file, line }: Place) => `“${file}” has no header on line ${line}. Put the column names there, or name the right profile with --profile.`,
  'wrong-delimiter': ({ file, line, expected: wanted, found }: Place & { readonly expected: string; readonly found: string }) =>
    `“${file}”, line ${line}: the columns are separated by ${delimiter(found)}, not by ${delimiter(wanted)}. Save the file with ${delimiter(wanted)}, or use a profile that says otherwise.`,
  'wrong-encoding': ({ file, line, expected: wanted }: Place & { readonly expected: string }) =>
    `“${file}”, line ${line}: this is not text in ${wanted}. Save the file in ${wanted}, or use a profile that says its encoding.`,
  'missing-column': ({ file, line, column, profile }: Place & { readonly column: string; readonly profile: string }) =>
    `“${file}”${line > 0 ? `, line ${line}` : ''}: the column “${column}” of the profile ${profile} is missing. Add it, or name another profile with --profile.`,
  'repeated-column': ({ file, line, column }: Place & { readonly column: string; readonly profile: string }) =>
    `“${file}”, line ${line}: two columns are called “${column}”. Rename or remove one of them.`,
  'wrong-type': ({ file, column, expected: wanted, found }: File & { readonly column: string; readonly expected: string; readonly found: string }) =>
    `“${file}”: the column “${column}” is of type ${found}, where ${wanted} is needed. Write the file again with that type.`,
  'line-too-long': ({ file, line, limit }: Place & { readonly limit: number }) =>
    `“${file}”, line ${line} is longer than ${limit} characters, so this is hardly a table. Look whether it is the right file and whether its lines end where they should.`,
  'quote-unclosed': ({ file, line }: Place) => `“${file}”: a quotation mark opened on line ${line} is never closed. Close it, or remove it.`,
  'profile-unknown': ({ name, known }: { readonly name: string; readonly known: readonly string[] }) => `“${name}” is no source profile. The profiles are ${known.join(', ')}; or name a profile file that ends in .json.`,
  'profile-not-found': ({ file, line, header }: Place & { readonly header: string }) =>
    `No source profile fits “${file}”${header === '' ? '' : `, whose line ${line} begins: ${header}`}. Name one with --profile, or write one for this source.`,
  'profile-ambiguous': ({ file, profiles }: File & { readonly profiles: readonly string[] }) => `More than one source profile fits “${file}”: ${profiles.join(', ')}. Name one with --profile.`,
  'profiles-differ': ({ file, profile, other }: File & { readonly profile: string; readonly other: string }) => `“${file}” fits the profile ${profile}, and a file before it ${other}. Count files of one source at a time.`,
  'profile-invalid': ({ file, field, expected: wanted }: File & { readonly field: string; readonly expected: string }) =>
    `The profile “${file}” is wrong${field === '' ? '' : ` in ${field}`}: ${expected[wanted] ?? `one of ${wanted.replaceAll('|', ', ')}`} must stand there.`,
  'profile-trait-stratum': ({ file, field, column }: File & { readonly field: string; readonly column: string }) =>
    `The profile “${file}” would divide people by “${column}” (${field}). Comity divides by country, area, disposition and order type, and by no trait of a person. Remove the field.`,
  'trait-values': ({ profile, column, values }: { readonly profile: string; readonly column: string; readonly values: string }) =>
    `The column “${column}” of the profile ${profile} holds what looks like sexes or ages of people (${values}). Comity divides by country, area, disposition and order type, and by no trait of a person. Name another column in the profile, or leave it out.`,
  'stratum-absent': ({ profile, stratum }: { readonly profile: string; readonly stratum: string }) => `Files of the profile ${profile} cannot be divided by ${stratum}: no column says it. Leave it out of --by.`,
  'too-many-groups': ({ file, column, limit }: File & { readonly column: string; readonly limit: number }) => `“${file}”: ${column} has more than ${limit} different values, too many to count apart. Leave it out of --by, or check the column.`,
  'as-of-needed': ({ file }: File) => `Nothing in ${file} says to which day the data speak. Say it with --as-of YYYY-MM-DD.`,
  'as-of-too-early': ({ asOf, firstDay }: { readonly asOf: string; readonly firstDay: string }) => `The data begin on ${firstDay}, after the day given with --as-of (${asOf}). Give a later day.`,
  'same-file-twice': ({ file, other }: File & { readonly other: string }) => `“${file}” and “${other}” have the same content and would be counted twice. Name one of them.`,
  'changed-while-reading': ({ file }: File) => `“${file}” was changed while Comity read it. Wait until it is complete and start again.`,
  'published-shape': ({ file, line }: Place) => `“${file}”, line ${line}: a published table needs one column of countries and one of whole numbers, and may have one of periods. Remove the others.`,
  'published-number': ({ file, line, value }: Place & { readonly value: string }) => `“${file}”, line ${line}: “${value}” is no count. Correct it, or remove the line.`,
}

/** Why a row was not used, or was counted but not timed. */
const reasons = {
  'missing-country': 'the country is missing',
  'unknown-country': 'no country is spelt so',
  'ambiguous-country': 'more than one country is spelt so',
  'aggregate-not-a-country': 'a sum of countries, not a country',
  'status-not-a-country': 'a status (stateless, refugee, not stated), not a country',
  'nationality-not-known': 'the nationality is not known',
  'missing-area': 'the area is missing',
  'unknown-area': 'no area is spelt so',
  'unknown-outcome': 'no outcome is written so',
  'unknown-clock': 'no clock is called so',
  'unknown-band': 'no length band is written so',
  'missing-date': 'a date is missing',
  'impossible-date': 'no day of the calendar between 1900 and 2199',
  'bad-number': 'no whole number in the range that is needed',
  'negative-duration': 'it ends before it begins',
  'empty-interval': 'it ends on the day on which it begins',
  'after-as-of': 'it lies after the day to which the data speak',
  'began-before-window': 'it began before the window',
  'ended-after-window': 'it ended after the window',
  'not-timed': 'counted, not timed',
  'repeated-cell': 'this cell of the table stood there already, with the same number',
  'contradicting-cell': 'this cell of the table stood there already, with another number',
  'too-few-columns': 'the row has too few columns',
  'too-many-columns': 'the row has too many columns',
  'bad-quotes': 'something follows a closing quotation mark',
  'bad-encoding': 'some bytes are no text in the encoding of the file',
  'missing-request': 'the request has no identifier',
  'overlapping-interval': 'it overlaps another interval of the same request',
  'interval-after-outcome': 'the request had ended before',
  'country-changes': 'the same request has another country before',
}

export const intake = { refusals, reasons }
