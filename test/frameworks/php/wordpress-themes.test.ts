import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const theme = (files: Record<string, string>, style = '/*\nTheme Name: Lakeside\n*/'): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...files, 'style.css': style }).map(([path, text]) => [`wp-content/themes/lakeside/${path}`, text]))

describe('a theme', () => {
  const nameless = { 'index.php': '<?php get_header(); ?><main>', 'functions.php': '<?php', 'page-about-us.php': '<?php get_header(); ?><main>' }

  it('without a name in its style sheet is called as its folder', () => {
    expect(routesOf(theme(nameless, 'body { margin: 0 }'))).toEqual(['/ likely', '/* possible', '/about-us likely'])
    expect(routesOf({ ...theme({ ...nameless, 'functions.php': '' }, ''), 'wp-content/themes/lakeside/functions.php': '<?php' })).toContain('/about-us likely')
  })

  it('is none where nothing of it is one of WordPress', () => {
    const plain = Object.fromEntries(Object.keys(nameless).map((name) => [name, '<html><body></body></html>']))
    expect(routesOf(theme(plain, '')).filter((route) => route.includes('about-us likely'))).toEqual([])
  })
})

describe('the template hierarchy', () => {
  it('shows a template by its name', () => {
    expect(routesOf(theme({
      'front-page.php': '<main>', 'page-book-visit.php': '<main>', 'archive-doctor.php': '<main>', 'single-doctor.php': '<main>',
      'taxonomy-specialty.php': '<main>', 'category-news.php': '<main>', 'search.php': '<main>', '404.php': '<main>',
    }))).toEqual([
      '/', '/404 likely', '/book-visit likely', '/category/news likely', '/doctor likely', '/doctor/:slug likely',
      '/search/:query likely', '/specialty/:term likely',
    ])
  })

  it('shows any page by the templates that are left', () => {
    expect(routesOf(theme({ 'index.php': '<main>', 'page.php': '<main>' }))).toEqual(['/ likely', '/* possible'])
    expect(routesOf(theme({ 'index.php': '<main>', 'front-page.php': '<main>', 'home.php': '<main>' })))
      .toEqual(['/', '/* possible', '/blog possible'])
  })

  it('shows the pages of registered types by common templates, where they have none of their own', () => {
    const pages = (code: string, ...names: string[]): string[] => routesOf(theme({
      ...Object.fromEntries(names.map((name) => [`${name}.php`, '<main>'])), 'functions.php': `<?php ${code}`,
    })).filter((route) => !/^\/(?:\*|:slug|category\/:slug| likely)/.test(route))
    const doctor = "register_post_type('doctor', ['public' => true, 'has_archive' => true, 'rewrite' => ['slug' => 'our-doctors']]);"
    expect(pages(doctor, 'single', 'archive')).toEqual(['/our-doctors likely', '/our-doctors/:slug likely'])
    expect(pages(doctor, 'index')).toEqual(['/our-doctors likely', '/our-doctors/:slug likely'])
    expect(pages("register_post_type('note', ['label' => 'Notes']);", 'single')).toEqual([])
    expect(pages("register_post_type('doctor', ['public' => true]);", 'single', 'archive')).toEqual(['/doctor/:slug likely'])
    expect(pages("register_taxonomy('specialty', 'doctor', ['hierarchical' => true]);", 'archive')).toEqual(['/specialty/:term likely'])
    expect(pages("register_taxonomy('state', 'note', ['public' => false]);", 'archive')).toEqual([])
  })

  it('takes a template that an editor chooses by its file name', () => {
    expect(routesOf(theme({
      'page-templates/template-patient-intake.php': '<?php /* Template Name: Intake form */ ?><main>',
      'treatment.php': '<?php\n/**\n * Template Name: Treatment\n * Template Post Type: post, service\n */',
    }))).toEqual(['/:slug possible', '/patient-intake possible', '/service/:slug possible'])
  })

  it('knows nothing of files that are no templates', () => {
    expect(routesOf(theme({ 'inc/page-booking.php': '<main>', 'header.php': '<html>', 'functions.php': '<?php ' }))).toEqual([])
    expect(routesOf({ 'style.css': 'body {}', 'page-booking.php': '<?php ' })).toEqual([])
  })

  it('brings in parts that are looked for by a function', () => {
    const at = (include: string): string[] => reachOf({
      'style.css': '/*\nTheme Name: Lakeside\n*/', 'page-visit.php': `<?php ${include}; ?>`, 'parts/hours.php': '<p>',
    }, 'parts/hours.php')
    expect(at("include locate_template('parts/hours.php')")).toEqual(['/visit likely'])
    expect(at("require get_theme_file_path('/parts/hours.php')")).toEqual(['/visit likely'])
    expect(at("require other_hours('visit')")).toEqual([])
  })

  it('shows the templates of a shop that it replaces on the pages of the shop', () => {
    expect(routesOf(theme({
      'woocommerce/checkout/thankyou.php': '<p>', 'woocommerce/myaccount/form-login.php': '<p>', 'woocommerce/emails/a.php': '<p>',
    }))).toEqual(['/checkout/order-received/:order likely', '/my-account likely'])
  })
})

describe('a child theme', () => {
  const child = {
    ...theme({ 'page.php': '<?php get_header() ?>', 'page-portal.php': '<?php get_header() ?>', 'header.php': '<html>', 'footer.php': '<p>' }),
    'wp-content/themes/lakeside-child/style.css': '/*\nTheme Name: Child\nTemplate: lakeside\n*/',
    'wp-content/themes/lakeside-child/page-login.php': '<?php get_header() ?>',
    'wp-content/themes/lakeside-child/footer.php': '<p>',
  }

  it('has the templates of its parent', () => {
    expect(routesOf(child)).toEqual(['/* possible', '/login likely', '/portal likely'])
  })

  it('hides templates of its parent that it has itself', () => {
    const templates = { ...child, 'wp-content/themes/lakeside-child/page-portal.php': '<main>' }
    expect(reachOf(templates, 'wp-content/themes/lakeside/page-portal.php')).toEqual([])
    expect(reachOf(templates, 'wp-content/themes/lakeside-child/page-portal.php')).toEqual(['/portal likely'])
  })

  it('has its own parts brought in by the templates of its parent', () => {
    const parts = { ...child, 'wp-content/themes/lakeside-child/header.php': '<html>' }
    expect(reachOf(parts, 'wp-content/themes/lakeside-child/header.php')).toEqual(['/* possible', '/login likely', '/portal likely'])
  })
})

describe('a block theme', () => {
  const blocks = theme({
    'templates/front-page.html': '<!-- wp:template-part {"slug":"header","tagName":"header"} /--><p>',
    'templates/page-portal.html': '<!-- wp:pattern {"slug":"lakeside/records"} /-->',
    'templates/no-title.html': '<main>',
    'parts/header.html': '<header>',
    'parts/footer.html': '<footer>',
    'patterns/records.php': '<?php\n/**\n * Title: Records\n * Slug: lakeside/records\n */\n?><p>',
    'patterns/call-out.php': '<?php\n/**\n * Slug: lakeside/call-out\n */\n?><p>',
    'theme.json': '{ "customTemplates": [{ "name": "no-title", "title": "No title", "postTypes": ["page"] }] }',
  })
  const at = (path: string): string => `wp-content/themes/lakeside/${path}`

  it('has its templates as routes', () => {
    expect(routesOf(blocks)).toEqual(['/', '/no-title possible', '/portal likely'])
  })

  it('brings in the parts and patterns its templates name', () => {
    expect(reachOf(blocks, at('parts/header.html'))).toEqual(['/'])
    expect(reachOf(blocks, at('parts/footer.html'))).toEqual([])
    expect(reachOf(blocks, at('patterns/records.php'))).toEqual(['/portal likely'])
  })

  it('may have a pattern that no template names on any page', () => {
    expect(reachOf(blocks, at('patterns/call-out.php'))).toEqual(['/ possible', '/no-title possible', '/portal possible'])
  })
})
