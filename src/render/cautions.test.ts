import { expect, test } from 'vitest'
import { words } from './words.ts'
import { cautionList } from './cautions.ts'

test('each caution is said once, under a heading that fits where it stands, and one that we do not know is said as its code', () => {
  const { report } = words.en
  const codes = ['conditional-on-completion', 'conditional-on-completion', 'of-a-later-edition']
  const [page, part] = [String(cautionList(codes, 'en')), String(cautionList(codes, 'en', 'uk'))]
  for (const shown of [page, part]) expect([...shown.matchAll(/<li>([^<]*)<\/li>/g)].map((match) => match[1])).toEqual([report.cautionSentences['conditional-on-completion'], report.unknownCaution('of-a-later-edition')])
  expect([page.includes('<h2 id="cautions">'), part.includes('<h3 id="uk-cautions">')]).toEqual([true, true])
  expect(cautionList([], 'en')).toBeNull()
})
