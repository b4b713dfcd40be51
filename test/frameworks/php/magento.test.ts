/** Magento: routes of modules, and what layout files put on them. */
import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

describe('the first generation', () => {
  const module = 'app/code/local/Lakeside/Visits'
  const theme = 'app/design/frontend/lakeside/default'
  const files = {
    [`${module}/etc/config.xml`]: `<config>
      <global><blocks><visits><class>Lakeside_Visits_Block</class></visits></blocks></global>
      <frontend><routers><visits><use>standard</use><args><module>Lakeside_Visits</module><frontName>my-visits</frontName></args></visits></routers></frontend>
      <admin><routers><visitsadmin><args><frontName>visits-admin</frontName></args></visitsadmin></routers></admin></config>`,
    [`${module}/controllers/IndexController.php`]: `<?php class Lakeside_Visits_IndexController extends Front {
      public function indexAction() { $this->loadLayout()->renderLayout(); }
      public function saveAction() { $this->_redirect('*/*/done'); }
      protected function _initAction() { $this->loadLayout(); }
      public function helper() {} }`,
    [`${module}/controllers/Account/ResultsController.php`]: `<?php class X {
      public function viewAction() { $this->loadLayout(); }
      public function countAction() { echo 1; } }`,
    [`${module}/controllers/Adminhtml/VisitsController.php`]: '<?php class Y { public function indexAction() { $this->loadLayout(); } }',
    [`${module}/Block/Upcoming.php`]: "<?php class Lakeside_Visits_Block_Upcoming { protected $_template = 'visits/upcoming.phtml'; }",
    [`${theme}/layout/visits.xml`]: `<layout>
      <!-- <default><block template="page/old.phtml"/></default> -->
      <default><block type="page/html" template="page/1column.phtml"/><action method="addItem"><type>skin_js</type><name>js/track.js</name></action></default>
      <visits_index_index><update handle="visits_common"/><block type="core/template" template="visits/list.phtml"/></visits_index_index>
      <visits_account_results_view><block type="visits/upcoming"/></visits_account_results_view>
      <visits_common><action method="setTemplate"><template>visits/common.phtml</template></action></visits_common></layout>`,
    ...Object.fromEntries(['page/1column', 'page/old', 'visits/list', 'visits/common', 'visits/upcoming', 'visits/unused']
      .map((name) => [`${theme}/template/${name}.phtml`, '<div></div>'])),
    'skin/frontend/lakeside/default/js/track.js': 'start()',
    'index.php': '<?php Mage::run();',
  }

  it('has the actions of controllers under the name of their router', () => {
    expect(routesOf(files)).toEqual([
      '/my-visits', '/my-visits/account_results/count api', '/my-visits/account_results/view', '/my-visits/index/save redirect',
    ])
  })

  it('has templates, classes of blocks and scripts by handles', () => {
    const pages = ['/my-visits likely', '/my-visits/account_results/view likely']
    const at = (name: string): string[] => reachOf(files, `${theme}/template/${name}.phtml`)
    expect(at('page/1column')).toEqual(pages)
    expect(reachOf(files, 'skin/frontend/lakeside/default/js/track.js')).toEqual(pages)
    expect(at('visits/list')).toEqual(['/my-visits likely'])
    expect(at('visits/common')).toEqual(['/my-visits likely'])
    expect(at('visits/upcoming')).toEqual(['/my-visits/account_results/view likely'])
    expect(reachOf(files, `${module}/Block/Upcoming.php`)).toEqual(['/my-visits/account_results/view likely'])
    expect([...at('page/old'), ...at('visits/unused')]).toEqual([])
  })
})

describe('the second generation', () => {
  const module = 'app/code/Lakeside/Visits'
  const files = {
    [`${module}/registration.php`]: "<?php ComponentRegistrar::register(ComponentRegistrar::MODULE, 'Lakeside_Visits', __DIR__);",
    [`${module}/etc/frontend/routes.xml`]: '<config><router id="standard"><route id="visits" frontName="visits"><module name="Lakeside_Visits"/></route></router></config>',
    [`${module}/Controller/Index/Index.php`]: '<?php class Index { function __construct(PageFactory $page) {} public function execute() {} }',
    [`${module}/Controller/Book/Save.php`]: '<?php class Save { public function execute() { return $this->resultRedirectFactory->create(); } }',
    [`${module}/Controller/Book/AbstractBook.php`]: '<?php abstract class AbstractBook {}',
    [`${module}/view/frontend/layout/default.xml`]: '<page><body><block class="Magento\\Framework\\View\\Element\\Template" template="Lakeside_Visits::pixel.phtml"/></body></page>',
    [`${module}/view/frontend/layout/visits_index_index.xml`]: '<page><head><script src="Lakeside_Visits::js/list.js"/></head><body><block class="Lakeside\\Visits\\Block\\Listing" template="Lakeside_Visits::list.phtml"/></body></page>',
    [`${module}/view/frontend/templates/pixel.phtml`]: '<div></div>',
    [`${module}/view/frontend/templates/list.phtml`]: '<div></div>',
    [`${module}/view/frontend/web/js/list.js`]: 'start()',
    [`${module}/Block/Listing.php`]: '<?php class Listing {}',
    'app/design/frontend/Lakeside/base/Lakeside_Visits/templates/list.phtml': '<div></div>',
    'app/code/Other/Thing/etc/module.xml': '<config/>',
    'app/code/Other/Thing/view/frontend/templates/list.phtml': '<div></div>',
  }

  it('has a class for each action', () => {
    expect(routesOf(files)).toEqual(['/visits', '/visits/book/save redirect'])
  })

  it('has blocks by the handle a layout file is named after', () => {
    const at = (name: string): string[] => reachOf(files, name)
    for (const name of ['view/frontend/templates/pixel.phtml', 'view/frontend/templates/list.phtml', 'view/frontend/web/js/list.js', 'Block/Listing.php']) {
      expect(at(`${module}/${name}`), name).toEqual(['/visits likely'])
    }
    expect(at('app/design/frontend/Lakeside/base/Lakeside_Visits/templates/list.phtml')).toEqual(['/visits likely'])
    expect(at('app/code/Other/Thing/view/frontend/templates/list.phtml')).toEqual([])
  })
})

it('configurations of something else are none', () => {
  expect(routesOf({ 'etc/config.xml': '<config><a/></config>', 'config/routes.xml': '<routes/>', 'index.html': '<!doctype html>' })).toEqual(['/ static'])
  expect(routesOf({ 'app/etc/config.xml': '<config><frontend><routers><x><frontName>', 'app/code/A/B/etc/frontend/routes.xml': '<' })).toEqual([])
})
