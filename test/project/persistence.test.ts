/** What is loaded on one route of a client-rendered application stays for the others of its document. */
import { describe, expect, it } from 'vitest'
import { noTrackerOnSensitiveRoute } from '../../rules/no-tracker-on-sensitive-route.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { createProject } from '../../src/project/project.js'
import { run } from '../../src/run.js'
import { memoryTree } from '../memory-tree.js'

const loader = '<Script src="https://snap.licdn.com/li.lms-analytics/insight.min.js" />'
const page = (body: string): string => `import Script from 'next/script'\nexport default function Page() { return <main>${body}</main> }`

const site = {
  'package.json': '{ "name": "clinic", "dependencies": { "next": "15" } }',
  'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>',
  'app/campaign/page.tsx': page(loader),
  'app/portal/page.tsx': page('<p>Portal</p>'),
  'app/api/visits/route.ts': 'export const GET = () => Response.json([])',
}

/** `path`, `path stays` for each route of the tracker's code, sorted. */
function reached(files: Record<string, string>): string[] {
  return createProject(memoryTree(files), defaultConfiguration).sightings()
    .flatMap(({ routes }) => routes.map(({ route, persists, certainty }) => [
      route.path, ...(certainty === 'exact' ? [] : [certainty]), ...(persists ? ['stays'] : []),
    ].join(' '))).sort()
}

describe('a loader on one client route', () => {
  it('stays, likely, for the others of its document, and not for answers without a page', () => {
    expect(reached(site)).toEqual(['/campaign', '/portal likely stays'])
  })

  it('not where the document is loaded anew: another outermost layout, another router', () => {
    expect(reached({
      'package.json': site['package.json'],
      'app/(site)/layout.tsx': site['app/layout.tsx'], 'app/(portal)/layout.tsx': site['app/layout.tsx'],
      'app/(site)/campaign/page.tsx': page(loader), 'app/(portal)/portal/page.tsx': page('<p>Portal</p>'),
      'pages/login.tsx': page('<form></form>'),
    })).toEqual(['/campaign'])
  })

  it('nor where what is shown for errors is all that two root layouts have around them', () => {
    expect(reached({
      'package.json': site['package.json'], 'app/error.tsx': page(''), 'app/not-found.tsx': page(''), 'app/loading.tsx': page(''),
      'app/(site)/layout.tsx': site['app/layout.tsx'], 'app/(portal)/layout.tsx': site['app/layout.tsx'],
      'app/(site)/campaign/page.tsx': page(loader), 'app/(site)/careers/page.tsx': page(''), 'app/(portal)/portal/page.tsx': page('<p>Portal</p>'),
    })).toEqual(['/campaign', '/careers likely stays'])
  })

  it('nor from a site to its administration, which is a build of its own', () => {
    const app = (path: string, body: string): string => `import { createRoot } from 'react-dom/client'
      import { createBrowserRouter, RouterProvider } from 'react-router-dom'
      const router = createBrowserRouter([{ path: '${path}', element: <Page /> }, { path: '${path}/more', element: <p /> }])
      function Page() { return <main>${body}</main> }
      createRoot(document.body).render(<RouterProvider router={router} />)`
    const document = (script: string): string => `<!doctype html><div id="root"></div><script type="module" src="${script}"></script>`
    const files = {
      'site/package.json': '{ "dependencies": { "react-router-dom": "7" } }', 'site/index.html': document('/src/main.jsx'),
      'site/src/main.jsx': app('/campaign', '<script src="https://snap.licdn.com/li.lms-analytics/insight.min.js" />'),
      'portal/package.json': '{ "dependencies": { "react-router-dom": "7" } }', 'portal/index.html': document('/src/main.jsx'), 'portal/src/main.jsx': app('/portal', ''),
    }
    expect(reached(files)).toEqual(['/campaign', '/campaign/more likely stays'])
  })

  it('nor where every page is a document', () => {
    const html = '<html><body><script src="https://snap.licdn.com/li.lms-analytics/insight.min.js"></script></body></html>'
    expect(reached({ 'campaign.html': html, 'portal.html': '<html><body></body></html>' })).toEqual(['/campaign.html'])
  })

  it('an event is sent where it stands', () => {
    const event = "'use client'\nexport default function Page() { window.lintrk('track', { conversion_id: 1 }); return <main /> }"
    expect(reached({ ...site, 'app/campaign/page.tsx': event })).toEqual(['/campaign'])
  })

  it('the advice for a layout is a document of its own, where another page of this one is no way out', () => {
    const inLayout = (root: string): (string | undefined)[] => run(memoryTree({
      ...site, 'app/campaign/page.tsx': page(''), 'app/portal/layout.tsx': 'export default ({ children }) => children',
      [root]: `import Script from 'next/script'\nexport default ({ children }) => <html><body>${loader}{children}</body></html>`,
    }), defaultConfiguration, { rules: [noTrackerOnSensitiveRoute] }).findings.map(({ help }) => help)
    expect(inLayout('app/layout.tsx')).toEqual([expect.stringContaining(
      '(such as /campaign) and have a document of their own: in this application what one page loads stays when the visitor goes on to /portal.',
    )])
  })

  it('what a condition keeps away on arrival comes along with the visitor', () => {
    const guarded = "'use client'\nimport Script from 'next/script'\nimport { usePathname } from 'next/navigation'\n"
      + `export function Pixel() { return usePathname().startsWith('/portal') ? null : ${loader} }`
    expect(reached({
      ...site, 'app/campaign/page.tsx': page(''), 'components/Pixel.tsx': guarded,
      'app/layout.tsx': "import { Pixel } from '../components/Pixel'\nexport default ({ children }) => <html><body><Pixel />{children}</body></html>",
    })).toEqual(['/campaign', '/portal likely stays'])
  })
})

it('the finding says so', () => {
  const { findings } = run(memoryTree(site), defaultConfiguration, { rules: [noTrackerOnSensitiveRoute] })
  expect(findings).toHaveLength(1)
  expect(findings[0]?.message).toContain('It stays loaded when the visitor goes on to /portal (app/portal/page.tsx')
  expect(findings[0]?.message).toContain('(likely, the document is not loaded anew between the two)')
  expect(findings[0]?.help).toContain('Keep')
})
