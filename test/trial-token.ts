// A token of software, a state of nobody's and a layout of nobody's, in a folder that goes away: what an authority would bring for real documents.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProductionSettings } from '../src/service/documents/layout-package.ts'

const modules = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so', '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so', '/opt/homebrew/lib/softhsm/libsofthsm2.so']
const library = modules.find((path) => existsSync(path))
const runs = (program: string) => spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined

/** What is missing here for a trial; nothing, where it can be made. */
export const missingForTrial: readonly string[] = [...(library ? [] : ['softhsm2']), ...['pkcs11-tool', 'softhsm2-util', 'openssl'].filter((program) => !runs(program))]

export type Trial = { readonly settings: ProductionSettings; readonly folder: string; readonly layout: Readonly<Record<string, unknown>>; readonly writeLayout: (change?: object) => void; readonly issueSigner: (change?: { readonly subject?: string; readonly days?: number; readonly by?: 'anchor' | 'stranger' | 'itself'; readonly serial?: string }) => void; readonly remove: () => void }

/** Antarctica has a code and no government: nobody's document is made with it. */
export const layoutOfNobody = {
  format: 'comity-travel-document-layout/1', issuingState: 'ATA', country: 'AQ', authority: 'Sample authority', placeOfIssue: 'Sampletown', series: 'QS', longestValidityDays: 30,
  legalBasis: { citation: 'Sample Act, section 1', suppliedBy: 'Sample legal office', approvedOn: '2026-01-05' }, token: 'trial', key: '01',
}

const template = `#let sheet = json(bytes(sys.inputs.data))
#set document(title: "Sample layout", date: none)
#set text(lang: "en", font: "Libertinus Serif")
= Sample layout
#for (name, value) in sheet { if type(value) == str [#par(name + ": " + value)] }
#image(bytes(sheet.seal), format: "svg", width: 40mm, alt: "Seal")
#for line in sheet.zone { par(text(font: ("OCRB", "DejaVu Sans Mono"), size: 10pt, line)) }
`

export function makeTrial(): Trial {
  const folder = mkdtempSync(join(tmpdir(), 'comity-trial-'))
  const run = (program: string, ...options: readonly string[]) => execFileSync(program, options, { cwd: folder, stdio: 'pipe' })
  mkdirSync(join(folder, 'tokens'))
  mkdirSync(join(folder, 'layout'))
  writeFileSync(join(folder, 'softhsm2.conf'), `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\n`)
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf')
  run('softhsm2-util', '--init-token', '--free', '--label', 'trial', '--pin', '123456', '--so-pin', '654321')
  const authority = (name: string, subject: string) => run('openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', subject, '-days', '30', '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign')
  authority('anchor', '/C=AQ/CN=Sample anchor')
  authority('stranger', '/C=AQ/CN=Sample anchor')
  run('openssl', 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'sec1.key')
  run('openssl', 'pkcs8', '-topk8', '-nocrypt', '-in', 'sec1.key', '-out', 'signer.key')
  run('softhsm2-util', '--import', 'signer.key', '--token', 'trial', '--label', 'seal', '--id', '01', '--pin', '123456')
  run('openssl', 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'sec1.key')
  run('openssl', 'pkcs8', '-topk8', '-nocrypt', '-in', 'sec1.key', '-out', 'other.key')
  run('softhsm2-util', '--import', 'other.key', '--token', 'trial', '--label', 'other', '--id', '02', '--pin', '123456')
  const writeLayout = (change: object = {}) => writeFileSync(join(folder, 'layout', 'layout.json'), JSON.stringify({ ...layoutOfNobody, ...change }))
  const issueSigner: Trial['issueSigner'] = ({ subject = '/C=AQ/CN=TS', days = 10, by = 'anchor', serial = '0x2A' } = {}) => {
    if (by === 'itself') return void run('openssl', 'req', '-x509', '-key', 'signer.key', '-out', 'layout/signer.pem', '-subj', subject, '-days', String(days), '-set_serial', serial, '-addext', 'basicConstraints=critical,CA:FALSE')
    run('openssl', 'req', '-new', '-key', 'signer.key', '-out', 'signer.csr', '-subj', subject)
    run('openssl', 'x509', '-req', '-in', 'signer.csr', '-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-set_serial', serial, '-days', String(days), '-out', 'layout/signer.pem')
  }
  writeLayout()
  writeFileSync(join(folder, 'layout', 'layout.typ'), template)
  issueSigner()
  const settings = { folder: join(folder, 'layout'), trustAnchors: join(folder, 'anchor.pem'), module: library ?? '', pin: '123456' }
  return { settings, folder, layout: layoutOfNobody, writeLayout, issueSigner, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
