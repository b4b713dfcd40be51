import { describe, expect, it } from 'vitest'
import { projectOf, routesOf } from '../read-routes.js'

const THEME = 'wp-content/themes/lakeside'
const PLUGIN = 'wp-content/plugins/tags'
const site = (files: Record<string, string>): Record<string, string> => ({
  [`${THEME}/style.css`]: '/*\nTheme Name: Lakeside\n*/', [`${THEME}/front-page.php`]: '<main>',
  [`${THEME}/page-portal.php`]: '<main>', ...files,
})
const plugin = (code: string, files: Record<string, string> = {}): Record<string, string> =>
  ({ [`${PLUGIN}/tags.php`]: `<?php\n/* Plugin Name: Tags */\n${code}`, ...files })

/** Paths on which a piece of code runs, with the certainty, unless exact. */
function on(files: Record<string, string>, file: string, piece: string): string[] {
  const offset = (files[file] ?? '').indexOf(piece)
  expect(offset, `${piece} stands in ${file}`).toBeGreaterThanOrEqual(0)
  return projectOf(files).reached({ file, unit: null }, offset).map(({ route, certainty }) =>
    (certainty === 'exact' ? route.path : `${route.path} ${certainty}`)).sort()
}

const everywhere = ['/', '/portal likely']

describe('hooks', () => {
  it.each([
    ['a function by name', "add_action('wp_head', 'track'); function track() { PIXEL(); }"],
    ['a closure', "add_action('wp_head', function () { PIXEL(); });"],
    ['a method', "class T { function go() { add_action('wp_head', [$this, 'head']); } function head() { PIXEL(); } }"],
    ['a static method', "class T { static function head() { PIXEL(); } } add_action('wp_head', ['T', 'head']);"],
    ['a method of another object', "class T { function head() { PIXEL(); } } $t = new T(); add_action('wp_head', array($t, 'head'));"],
    ['a loader', "class T { function head() { PIXEL(); } } $t = new T(); $this->loader->add_action('wp_head', $t, 'head');"],
    ['what a callback calls', "add_action('wp_head', 'track'); function track() { inner(); } function inner() { PIXEL(); }"],
  ])('run %s on all pages', (_, code) => {
    expect(on(site(plugin(code)), `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(everywhere)
  })

  it('of the log-in page run there alone', () => {
    const files = site(plugin("add_action('login_enqueue_scripts', fn () => PIXEL());"))
    expect(on(files, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/wp-login.php'])
    expect(routesOf(files)).toEqual(['/', '/portal likely', '/wp-login.php'])
  })

  it('of the administration run on no page', () => {
    expect(on(site(plugin("add_action('admin_enqueue_scripts', fn () => PIXEL());")), `${PLUGIN}/tags.php`, 'PIXEL')).toEqual([])
  })

  it('of a shop run on its pages', () => {
    const files = site(plugin("add_action('woocommerce_thankyou', 'track'); function track() { PIXEL(); }"))
    expect(on(files, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/checkout/order-received/:order likely'])
  })

  it('that nobody knows may run on any page', () => {
    const files = site(plugin("add_action('lakeside_extra', fn () => PIXEL());"))
    expect(on(files, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/ possible', '/portal possible'])
  })

  it('of the site run where it fires them', () => {
    const files = site({
      ...plugin("add_action('lakeside_extra', 'track'); function track() { PIXEL(); }"),
      [`${THEME}/page-portal.php`]: "<?php do_action('lakeside_extra');",
    })
    expect(on(files, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/portal likely'])
  })

  it('run under the conditions of their code', () => {
    const code = (body: string): Record<string, string> => site(plugin(`add_action('wp_head', 'track'); function track() { ${body} }`))
    const at = `${PLUGIN}/tags.php`
    expect(on(code("if (is_page('portal')) return; PIXEL();"), at, 'PIXEL')).toEqual(['/'])
    expect(on(code("if (is_page('portal')) { inner(); } } function inner() { PIXEL();"), at, 'PIXEL')).toEqual(['/portal likely'])
    expect(on(code('if (is_admin()) { PIXEL(); }'), at, 'PIXEL')).toEqual([])
  })
})

describe('shortcodes, widgets, REST routes', () => {
  it('a shortcode is where templates show it', () => {
    const files = site({
      ...plugin("add_shortcode('book', 'book'); function book() { PIXEL(); }"),
      [`${THEME}/page-portal.php`]: "<?php echo do_shortcode('[book day=\"1\"]');",
    })
    expect(on(files, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/portal likely'])
  })

  it('a shortcode that only content shows may be on any page, as a widget may', () => {
    const shortcode = site(plugin("add_shortcode('book', fn () => PIXEL());"))
    expect(on(shortcode, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/ possible', '/portal possible'])
    const widget = site(plugin('class W extends WP_Widget { function widget($a, $b) { PIXEL(); } }'))
    expect(on(widget, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/ possible', '/portal possible'])
  })

  it('a REST route is an address of its own', () => {
    const files = site(plugin("register_rest_route('tags/v1', '/visits/(?P<id>\\d+)', ['callback' => 'visit']); function visit() { PIXEL(); }"))
    expect(routesOf(files)).toContain('/wp-json/tags/v1/visits/:id api')
    expect(on(files, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/wp-json/tags/v1/visits/:id'])
  })
})

describe('scripts', () => {
  const script = `${PLUGIN}/js/book.js`
  const enqueued = (code: string): string[] =>
    on(site({ ...plugin(`add_action('wp_enqueue_scripts', function () { ${code} });`), [script]: 'a()' }), script, 'a()')

  it('are loaded by the address of their file, by handles, and by what depends on them', () => {
    expect(enqueued("wp_enqueue_script('book', plugins_url('js/book.js', __FILE__));")).toEqual(everywhere)
    expect(enqueued("wp_register_script('book', plugin_dir_url(__FILE__) . 'js/book.js'); if (is_page('portal')) wp_enqueue_script('book');"))
      .toEqual(['/portal likely'])
    expect(enqueued("wp_register_script('book', plugins_url('js/book.js', __FILE__)); wp_enqueue_script('x', 'https://a.example/x.js', ['book']);"))
      .toEqual(everywhere)
  })

  it('are loaded by a function of the site that takes their name', () => {
    expect(enqueued("my_script('book.js');")).toEqual(['/ likely', '/portal likely'])
    expect(enqueued("my_script('other.js');")).toEqual([])
  })
})

describe('content types', () => {
  it('have the addresses they are registered with', () => {
    expect(routesOf(site({
      ...plugin("register_post_type('doctor', ['rewrite' => ['slug' => 'our-doctors'], 'has_archive' => 'doctors']); register_taxonomy('field', 'doctor', ['rewrite' => ['slug' => 'specialty']]);"),
      [`${THEME}/single-doctor.php`]: '<p>', [`${THEME}/archive-doctor.php`]: '<p>', [`${THEME}/taxonomy-field.php`]: '<p>',
    }))).toEqual(['/', '/doctors likely', '/our-doctors/:slug likely', '/portal likely', '/specialty/:term likely'])
  })
})

describe('a plugin alone', () => {
  it('may run on any page of a site', () => {
    const files = plugin("add_action('wp_footer', fn () => PIXEL());")
    expect(routesOf(files)).toEqual(['/* possible'])
    expect(on(files, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/* possible'])
  })

  it('offers functions to themes that are not in the tree', () => {
    const files = plugin('function tags_print() { PIXEL(); }')
    expect(on(files, `${PLUGIN}/tags.php`, 'PIXEL')).toEqual(['/* possible'])
    // Where the theme is there, it shows that it does not call it.
    expect(on(site(files), `${PLUGIN}/tags.php`, 'PIXEL')).toEqual([])
  })

  it('is one only with a header', () => {
    expect(routesOf({ [`${PLUGIN}/tags.php`]: "<?php add_action('wp_footer', fn () => PIXEL());" })).toEqual([])
  })
})

describe('a template that is whole without the functions of head and foot', () => {
  const hooked = plugin("add_action('wp_head', fn () => HEAD()); add_action('wp_footer', fn () => FOOT());")
  const where = (template: string, files: Record<string, string> = {}): string[] => {
    const all = site({ ...hooked, [`${THEME}/page-landing.php`]: template, ...files })
    const paths = (piece: string): string[] => on(all, `${PLUGIN}/tags.php`, piece)
    return ['HEAD', 'FOOT'].filter((piece) => paths(piece).includes('/landing likely'))
  }
  const bare = '<html><head><title>x</title></head><body><p></body></html>'

  it('gets nothing of what is hooked there', () => {
    expect(where(bare)).toEqual([])
    expect(where(bare.replace('</body>', '<?php wp_footer(); ?></body>'))).toEqual(['FOOT'])
    expect(where(bare.replace('</head>', '<?php wp_head(); ?></head>'))).toEqual(['HEAD'])
  })

  it('as what it brings in has no such function either', () => {
    const header = '<html><head></head><body>'
    const parts = { [`${THEME}/header-landing.php`]: header, [`${THEME}/footer.php`]: '<?php wp_footer(); ?></body>' }
    expect(where("<?php get_header('landing'); ?><p><?php get_footer(); ?>", parts)).toEqual(['FOOT'])
    expect(where("<?php get_header('landing'); ?><p>", { ...parts, [`${THEME}/header-landing.php`]: `<?php wp_head(); ?>${header}` }))
      .toEqual(['HEAD', 'FOOT'])
  })

  it('unless a part is not there, or something else puts the page together', () => {
    expect(where(`<?php get_template_part('parts/top'); ?>${bare}`)).toEqual(['HEAD', 'FOOT'])
    expect(where(`<?php genesis(); ?>${bare}`)).toEqual(['HEAD', 'FOOT'])
    expect(where('<main>')).toEqual(['HEAD', 'FOOT'])
  })

  it('and where all templates are such, it is on none', () => {
    const files = { [`${THEME}/style.css`]: '/*\nTheme Name: L\n*/', [`${THEME}/front-page.php`]: bare, ...hooked }
    expect(on(files, `${PLUGIN}/tags.php`, 'HEAD')).toEqual([])
  })
})

it('code beside the folder of the templates is the theme’s', () => {
  const files = {
    'web/themes/lakeside/resources/style.css': '/*\nTheme Name: Lakeside\n*/',
    'web/themes/lakeside/resources/functions.php': "<?php require __DIR__ . '/../app/setup.php';",
    'web/themes/lakeside/resources/front-page.php': '<main>',
    'web/themes/lakeside/app/setup.php': "<?php add_action('wp_head', function () { PIXEL(); });",
    'web/themes/other/app/setup.php': "<?php add_action('wp_head', function () { OTHER(); });",
  }
  expect(on(files, 'web/themes/lakeside/app/setup.php', 'PIXEL')).toEqual(['/'])
  expect(on(files, 'web/themes/other/app/setup.php', 'OTHER')).toEqual([])
})
