import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const page = (body = '<p>'): string => `<!doctype html><html><body>${body}</body></html>`

describe('pages', () => {
  it('are whole documents, what brings in a header, and markup of its own', () => {
    expect(routesOf({
      'index.php': page(), 'hours.php': "<?php include 'inc/header.php'; ?><p>", 'portal/results.php': '<div></div>',
      'inc/header.php': '<html><body>', 'functions.php': '<?php function a() { echo "<div>"; }',
    })).toEqual(['/', '/hours.php', '/portal/results.php'])
  })

  it('are no parts that others bring in, no classes', () => {
    expect(routesOf({
      'index.php': page("<?php require __DIR__ . '/form.php'; ?>"), 'form.php': '<form></form>', 'Visit.php': '<?php class Visit { function show() { ?><div></div><?php } }',
    })).toEqual(['/'])
  })

  it('answer requests without showing something', () => {
    expect(routesOf({ 'index.php': page(), 'save.php': "<?php $a = $_POST['a']; header('Location: /');" })).toEqual(['/', '/save.php api'])
  })

  it('lie below the document root, when there is one', () => {
    expect(routesOf({ 'public/index.php': page(), 'public/portal/index.php': page(), 'tools/check.php': page() })).toEqual(['/', '/portal'])
    expect(routesOf({ 'index.php': page(), 'admin/index.php': page() })).toEqual(['/', '/admin'])
  })
})

describe('rules of the server', () => {
  it('give files other addresses', () => {
    expect(routesOf({
      '.htaccess': `RewriteEngine On
RewriteRule ^about/?$ about.php [L]
RewriteRule ^doctors/([0-9]+)/?$ doctor.php?id=$1 [QSA,L]
RewriteRule ^old$ /new [R=301,L]`,
      'index.php': page(), 'about.php': page(), 'doctor.php': page(), 'contact.php': page(),
    })).toEqual(['/', '/about', '/contact.php', '/doctor.php', '/doctors/:first', '/old redirect'])
  })

  it('leave the extension away', () => {
    expect(routesOf({
      '.htaccess': 'RewriteCond %{REQUEST_FILENAME}.php -f\nRewriteRule ^([^.]+)$ $1.php [NC,L]', 'index.php': page(), 'portal/login.php': page(),
    })).toEqual(['/', '/portal/login'])
  })

  it('put files around every page', () => {
    const files = { '.htaccess': 'php_value auto_prepend_file "measure.php"', 'measure.php': '<?php echo 1;', 'index.php': page(), 'login.php': page() }
    expect(reachOf(files, 'measure.php')).toEqual(['/', '/login.php'])
    expect(reachOf({ ...files, '.htaccess': '' }, 'measure.php')).toEqual([])
  })
})

describe('files that choose what they show', () => {
  const parts = { 'pages/home.php': '<h1>', 'pages/portal.php': '<p>', 'pages/login.php': '<form>', 'footer.php': '<footer>' }

  it('by the cases of a switch', () => {
    const files = {
      ...parts, 'index.php': `<html><body><?php switch ($_GET['page'] ?? 'home') {
        case 'portal': case 'my': include 'pages/portal.php'; break;
        case 'login': include 'pages/login.php'; break;
        default: include 'pages/home.php'; } include 'footer.php'; ?></body></html>`,
    }
    expect(routesOf(files)).toEqual(['/', '/?page=login', '/?page=my', '/?page=portal'])
    expect(reachOf(files, 'pages/portal.php')).toEqual(['/?page=my', '/?page=portal'])
    expect(reachOf(files, 'pages/home.php')).toEqual(['/'])
    expect(reachOf(files, 'footer.php')).toEqual(['/', '/?page=login', '/?page=my', '/?page=portal'])
  })

  it('by the path', () => {
    const files = {
      ...parts, 'index.php': `<?php $uri = trim(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH), '/');
        if ($uri === '') { require 'pages/home.php'; } elseif ($uri == 'portal' || $uri == 'my/portal') { require 'pages/portal.php'; } else { http_response_code(404); }`,
    }
    expect(routesOf(files)).toEqual(['/', '/my/portal', '/portal'])
    expect(reachOf(files, 'pages/portal.php')).toEqual(['/my/portal', '/portal'])
  })

  it('by a name that is asked for', () => {
    const files = {
      ...parts, 'index.php': "<html><body><?php $page = isset($_GET['page']) ? $_GET['page'] : 'home'; include \"pages/$page.php\"; ?></body></html>",
    }
    expect(routesOf(files)).toEqual(['/', '/?page=home likely', '/?page=login likely', '/?page=portal likely'])
    expect(reachOf(files, 'pages/portal.php')).toEqual(['/?page=portal likely'])
    expect(reachOf(files, 'pages/home.php')).toEqual(['/ likely', '/?page=home likely'])
  })

  it('by a name that a rule takes from the address', () => {
    const files = {
      ...parts, '.htaccess': 'RewriteRule ^(.*)$ index.php?page=$1 [L,QSA]',
      'index.php': "<html><body><?php if ($_GET['page'] == 'portal') { include 'pages/portal.php'; } ?></body></html>",
    }
    expect(routesOf(files)).toEqual(['/', '/portal'])
  })

  it('and the start where a test asks whether something was asked for', () => {
    const list = "<?php if ($id == '0') { include 'parts/list.php'; } else { include 'parts/one.php'; } ?>"
    const files = { 'parts/list.php': '<p>', 'parts/one.php': '<p>' }
    expect(routesOf({ ...files, 'index.php': `<?php $id = isset($_GET['id']) ? $_GET['id'] : '0'; ?>${page(list)}` })).toEqual(['/'])
    const mail = "<?php $mail = $_GET['mail']; if ($mail == '') { include 'parts/list.php'; } ?>"
    expect(routesOf({ ...files, 'index.php': page(mail) })).toEqual(['/'])
  })

  it('and any address where a rule leads all to a page that looks them up', () => {
    const files = { 'index.php': page(), 'blog/index.php': page() }
    const rule = 'RewriteCond %{REQUEST_FILENAME} !-f\nRewriteRule . /blog/index.php?id=%{REQUEST_URI} [L]'
    expect(routesOf({ ...files, '.htaccess': rule })).toEqual(['/', '/* possible', '/blog'])
    expect(routesOf({ ...files, '.htaccess': 'RewriteRule ^a$ /blog/index.php [L]' })).toEqual(['/', '/a'])
    // A file of code alone leaves the addresses to a framework.
    expect(routesOf({ ...files, 'front.php': '<?php run();', '.htaccess': 'RewriteRule . /front.php [L]' })).toEqual(['/', '/blog'])
  })

  it('by a table of files', () => {
    const files = {
      ...parts, 'index.php': `<?php $routes = ['/' => 'pages/home.php', '/portal' => 'pages/portal.php'];
        $uri = parse_url($_SERVER['REQUEST_URI'])['path']; if (array_key_exists($uri, $routes)) { require $routes[$uri]; }`,
    }
    expect(reachOf(files, 'pages/portal.php')).toEqual(['/portal'])
    expect(reachOf(files, 'pages/home.php')).toEqual(['/'])
    expect(reachOf(files, 'pages/login.php')).toEqual([])
  })

  it('by match, in a file of routes beside', () => {
    const files = {
      ...parts, 'public/index.php': "<?php require '../routes.php';",
      'routes.php': "<?php $path = $_SERVER['REQUEST_URI']; match ($path) { '/portal' => require 'pages/portal.php', default => require 'pages/home.php' };",
    }
    expect(reachOf(files, 'pages/portal.php')).toEqual(['/portal'])
    expect(reachOf(files, 'pages/home.php')).toEqual(['/ likely'])
  })

  it('and not by something else', () => {
    const files = { 'pages/portal.php': '<p>', 'index.php': "<html><body><?php if ($_SESSION['role'] == 'portal') { include 'pages/portal.php'; } ?></body></html>" }
    expect(routesOf(files)).toEqual(['/'])
    expect(reachOf(files, 'pages/portal.php')).toEqual(['/'])
  })
})
