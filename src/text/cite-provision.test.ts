import { expect, test } from 'vitest'
import { citeProvision } from './cite-provision.ts'

const canadian = (act: string, section: string) => ({ act, section, jurisdiction: 'CA' as const })

test.each([
  ['50(c)', '50c)'], ['49(1)(b)', '49(1)b)'], ['231(1)(c)(ii)', '231(1)c)(ii)'], ['231(1)(c)(i)', '231(1)c)(i)'], ['112(2)(b.1)', '112(2)b.1)'], ['49(1)(c)(i)(A)', '49(1)c)(i)(A)'], ['10.3(1)(h.2)', '10.3(1)h.2)'], ['230(3)', '230(3)'], ['2.1(2.1)', '2.1(2.1)'], ['250', '250'],
])('a provision of a federal act that English cites as %s is cited in French as %s', (english, french) => {
  expect([citeProvision(canadian('I-2.5', english), 'en'), citeProvision(canadian('SOR/2002-227', english), 'fr')]).toEqual([`IRPA ${english}`, `RIPR ${french}`])
})

test('an act of the United States is cited alike in both languages', () => {
  for (const language of ['en', 'fr'] as const) expect(citeProvision({ act: '8 USC', section: '1231(b)(2)(D)', jurisdiction: 'US' }, language)).toBe('8 USC 1231(b)(2)(D)')
})
