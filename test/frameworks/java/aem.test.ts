import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const apps = 'ui.apps/src/main/content/jcr_root/apps/clinic'
const component = (superType = ''): string =>
  `<jcr:root jcr:primaryType="cq:Component"${superType === '' ? '' : ` sling:resourceSuperType="${superType}"`}/>`
const library = (categories: string, rest = ''): string =>
  `<jcr:root jcr:primaryType="cq:ClientLibraryFolder" categories="[${categories}]" ${rest}/>`
const page = (type: string, ...shown: string[]): string =>
  `<jcr:root jcr:primaryType="cq:Page"><jcr:content cq:template="/conf/clinic/settings/wcm/templates/t" sling:resourceType="clinic/components/${type}">`
  + `${shown.map((name) => `<a sling:resourceType="clinic/components/${name}"/>`).join('')}</jcr:content></jcr:root>`

const site = {
  [`${apps}/components/page/.content.xml`]: component('core/wcm/components/page/v2/page'),
  [`${apps}/components/page/customheaderlibs.html`]: '<script></script>',
  [`${apps}/components/wide/.content.xml`]: component('clinic/components/page'),
  [`${apps}/components/wide/customfooterlibs.html`]: '<script></script>',
  [`${apps}/components/map/.content.xml`]: component(),
  [`${apps}/components/map/map.html`]: '<sly data-sly-resource="${\'x\' @ resourceType=\'clinic/components/pin\'}"/>',
  [`${apps}/components/map/other.html`]: '<p>',
  [`${apps}/components/pin/.content.xml`]: component(),
  [`${apps}/components/pin/pin.html`]: '<ui:includeClientLib categories="clinic.pin"/>',
  [`${apps}/components/footer/.content.xml`]: component(),
  [`${apps}/components/footer/footer.html`]: '<p>',
  [`${apps}/clientlibs/pin/.content.xml`]: library('clinic.pin', 'dependencies="[clinic.base]"'),
  [`${apps}/clientlibs/pin/js.txt`]: '#base=js\npin.js\n',
  [`${apps}/clientlibs/pin/js/pin.js`]: 'a()',
  [`${apps}/clientlibs/pin/js/unlisted.js`]: 'a()',
  [`${apps}/clientlibs/base/.content.xml`]: library('clinic.base,clinic.other'),
  [`${apps}/clientlibs/base/js.txt`]: 'base.js',
  [`${apps}/clientlibs/base/base.js`]: 'a()',
  'ui.content/src/main/content/jcr_root/content/clinic/en/.content.xml': page('page'),
  'ui.content/src/main/content/jcr_root/content/clinic/en/locations/.content.xml': page('wide', 'map'),
  'ui.content/src/main/content/jcr_root/content/experience-fragments/a/.content.xml': page('page'),
}

describe('Adobe Experience Manager', () => {
  it('has the pages of its content, and any others', () => {
    expect(routesOf(site)).toEqual(['/* possible', '/content/clinic/en', '/content/clinic/en/locations'])
    expect(routesOf({ [`${apps}/components/map/map.html`]: '<p>' })).toEqual(['/* possible'])
  })

  it('has pages at the addresses that authors gave them', () => {
    const file = 'ui.content/src/main/content/jcr_root/content/clinic/en/visit/.content.xml'
    const text = page('page').replace('<jcr:content ', '<jcr:content sling:vanityPath="[/book,book/now]" ')
    expect(routesOf({ ...site, [file]: text }).filter((path) => /book|visit/.test(path))).toEqual(['/book', '/book/now', '/content/clinic/en/visit'])
  })

  it('shows scripts of components and of those they inherit from', () => {
    expect(reachOf(site, `${apps}/components/page/customheaderlibs.html`)).toEqual(['/* possible', '/content/clinic/en', '/content/clinic/en/locations'])
    expect(reachOf(site, `${apps}/components/wide/customfooterlibs.html`)).toEqual(['/* possible', '/content/clinic/en/locations'])
    expect(reachOf(site, `${apps}/components/map/other.html`)).toEqual([])
  })

  it('shows resources by their type', () => {
    expect(reachOf(site, `${apps}/components/pin/pin.html`)).toEqual(['/* possible', '/content/clinic/en/locations'])
  })

  it('loads client libraries by category, with those they depend on', () => {
    for (const script of ['pin/js/pin.js', 'base/base.js']) {
      expect(reachOf(site, `${apps}/clientlibs/${script}`)).toEqual(['/* possible', '/content/clinic/en/locations'])
    }
    expect(reachOf(site, `${apps}/clientlibs/pin/js/unlisted.js`)).toEqual([])
  })

  it('adds what policies and templates say', () => {
    const conf = 'ui.content/src/main/content/jcr_root/conf/clinic/settings/wcm'
    const more = {
      ...site,
      [`${conf}/policies/.content.xml`]: '<jcr:root><page clientlibs="[clinic.other]" jcr:title="x"/></jcr:root>',
      [`${conf}/templates/t/structure/.content.xml`]: '<jcr:root jcr:primaryType="cq:Page"><a sling:resourceType="clinic/components/footer"/></jcr:root>',
    }
    expect(reachOf(more, `${apps}/clientlibs/base/base.js`)).toEqual(['/* possible', '/content/clinic/en likely', '/content/clinic/en/locations'])
    expect(reachOf(more, `${apps}/components/footer/footer.html`)).toEqual(['/* possible', '/content/clinic/en', '/content/clinic/en/locations'])
  })

  it('puts the entry of its front end on all pages', () => {
    expect(reachOf({
      ...site,
      'ui.frontend/clientlib.config.js': '',
      'ui.frontend/webpack.common.js': "module.exports = { entry: { site: SOURCE_ROOT + '/site/main.ts' } }",
      'ui.frontend/src/main/webpack/site/main.ts': 'a()',
    }, 'ui.frontend/src/main/webpack/site/main.ts')).toEqual(['/* possible', '/content/clinic/en likely', '/content/clinic/en/locations likely'])
  })
})
