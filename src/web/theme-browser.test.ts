import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../test/browser.ts'
import { page } from '../render/page.ts'
import { readTheme } from '../render/theme.ts'
import { everyPage, pagesOfWork } from './stylesheets.ts'

let browser: Browser
beforeAll(async () => { browser = await launchBrowser() })
afterAll(() => browser.close())

const theme = readTheme(":root { --paper: #fffdf5; --accent: #004455; --step: 0.6rem; --headings: 'Sample Serif', serif; }\n@media (prefers-color-scheme: dark) { :root { --accent: #ffcc99; } }")

/** What a page's ground, link and heading come to, under our stylesheets and the theme over them. */
async function lookOf(settings: { readonly colorScheme?: 'light' | 'dark'; readonly forcedColors?: 'active'; readonly media?: 'print' }) {
  if (!theme.ok) throw new Error(theme.refusal.code)
  const context = await browser.newContext()
  const sheet = await context.newPage()
  await sheet.emulateMedia(settings)
  await sheet.setContent(page({ language: 'en', title: 'Sample', stylesheets: ['none.css'], main: '' }).replace('<div class="measure">\n\n', '<div class="measure"><h1>Sample</h1><p><a href="#main">Sample</a></p>'))
  for (const content of [everyPage.text, pagesOfWork.text, theme.value]) await sheet.addStyleTag({ content })
  const look = await sheet.evaluate<{ ground: string; link: string; heading: string }>("({ ground: getComputedStyle(document.body).backgroundColor, link: getComputedStyle(document.querySelector('main a')).color, heading: getComputedStyle(document.querySelector('h1')).fontFamily })")
  await context.close()
  return look
}

test('on light ground a theme’s colours hold, and on dark ground those that it gives for the dark, with ours for the rest', async () => {
  expect(await lookOf({ colorScheme: 'light' })).toMatchObject({ ground: 'rgb(255, 253, 245)', link: 'rgb(0, 68, 85)', heading: expect.stringContaining('Sample Serif') as string })
  expect(await lookOf({ colorScheme: 'dark' })).toMatchObject({ ground: 'rgb(18, 24, 30)', link: 'rgb(255, 204, 153)' })
})

test('paper stays white whatever the theme, and who forces colours has their own', async () => {
  for (const colorScheme of ['light', 'dark'] as const) expect((await lookOf({ colorScheme, media: 'print' })).ground).toBe('rgb(255, 255, 255)')
  const forced = await lookOf({ forcedColors: 'active' })
  expect([forced.ground, forced.link]).not.toContain('rgb(255, 253, 245)')
  expect(forced.link).not.toBe('rgb(0, 68, 85)')
})
