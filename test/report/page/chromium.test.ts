/** The page in a real browser. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../../../rules/all.js'
import { defaultConfiguration } from '../../../src/configuration/configuration.js'
import { reportPage } from '../../../src/report/page/page.js'
import { sourcesOf } from '../../../src/report/positions.js'
import { run } from '../../../src/run.js'
import { temporaryFolder } from '../../disk/temporary-folder.js'
import { siteTree } from '../../sites/read-site.js'
import { hostile, hostileSources, options } from '../services/hostile.js'
import { executablePath, launch } from './browser.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

function lakeside(): string {
  const tree = siteTree('lakeside-health')
  const report = run(tree, { ...defaultConfiguration, preset: 'strict' }, { rules, today: '2026-06-01' })
  return reportPage(report, sourcesOf((file) => tree.text(file)), { ...options, rules, title: 'Lakeside', date: '2026-06-01' })
}

describe.skipIf(executablePath === undefined)('the page in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
  })

  /** Opens a page from the disk; what it asks of a network, throws or complains about is collected. */
  async function open(text: string, setting: Parameters<Browser['newContext']>[0] = {}): Promise<{ page: Page; trouble: string[] }> {
    const folder = temporaryFolder({})
    const path = join(folder, 'report.html')
    writeFileSync(path, text)
    const context = await browser.newContext(setting)
    const page = await context.newPage()
    const trouble: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) trouble.push(`asked for ${request.url()}`)
    })
    page.on('pageerror', (error) => trouble.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text())
    })
    page.on('dialog', (dialog) => {
      trouble.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    await page.goto(pathToFileURL(path).href)
    return { page, trouble }
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe)
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      const { violations } = await axe.run()
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
  }

  it.each(['light', 'dark'] as const)('has no violation that axe knows, folded or unfolded: %s', async (colorScheme) => {
    const { page, trouble } = await open(lakeside(), { colorScheme, bypassCSP: true })
    expect(await violations(page)).toEqual([])
    await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })')
    expect(await violations(page)).toEqual([])
    expect(trouble).toEqual([])
  })

  it('fits a narrow screen', async () => {
    const { page } = await open(lakeside(), { viewport: { width: 360, height: 740 } })
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360)
  })

  it('filters by words and by lists, says how many are left, and hides empty groups', async () => {
    const { page } = await open(lakeside())
    const shown = (): Promise<number> => page.locator('[data-finding]:visible').count()
    const all = await shown()
    await page.getByRole('searchbox').fill('medication refill')
    const some = await shown()
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(all)
    await page.getByRole('status').filter({ hasText: `${some} of ${all} shown` }).waitFor()
    await page.getByRole('searchbox').fill('')
    await page.getByLabel('Severity').selectOption('warning')
    expect(await page.locator('[data-finding].error:visible').count()).toBe(0)
    expect(await page.locator('[data-group]:visible').count()).toBeLessThan(await page.locator('[data-group]').count())
  })

  it('can be used by keyboard alone', async () => {
    const { page } = await open(lakeside())
    await page.keyboard.press('Tab')
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('To the summary')
    const first = page.locator('.evidence > summary').first()
    await first.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.evidence').first().getAttribute('open')).not.toBeNull()
  })

  it('holds everything without script, and no control that does nothing', async () => {
    const { page } = await open(lakeside(), { javaScriptEnabled: false })
    expect(await page.locator('[data-finding]').count()).toBeGreaterThan(10)
    expect(await page.locator('#filters').isVisible()).toBe(false)
    await page.locator('.evidence > summary').first().click()
    expect(await page.locator('.evidence pre').first().isVisible()).toBe(true)
  })

  it('prints what is folded away, and no controls', async () => {
    const { page } = await open(lakeside())
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.evidence pre').first().isVisible()).toBe(true)
    expect(await page.locator('#filters').isVisible()).toBe(false)
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000)
  })

  it('runs nothing of the scanned tree and asks for nothing', async () => {
    const { page, trouble } = await open(reportPage(hostile, hostileSources, { ...options, title: '<script>alert(1)</script>' }))
    await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })')
    expect(await page.locator('main').textContent()).toContain('<script>alert(1)</script>')
    expect(await page.locator('script').count()).toBe(1)
    expect(trouble).toEqual([])
  })
})
