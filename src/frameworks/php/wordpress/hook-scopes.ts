/**
 * On which pages the code of a hook runs. https://developer.wordpress.org/apis/hooks/action-reference/ and
 * https://woocommerce.github.io/code-reference/hooks/hooks.html
 */
import type { Certainty } from '../../../types.js'

export interface HookScope {
  /** All pages; only these; none that visitors see. */
  on: 'all' | 'none' | readonly string[]
  certainty: Certainty
}

const all = (certainty: Certainty): HookScope => ({ on: 'all', certainty })
const at = (certainty: Certainty, ...on: readonly string[]): HookScope => ({ on, certainty })
const none: HookScope = { on: 'none', certainty: 'exact' }

export const LOGIN = '/wp-login.php'
export const AJAX = '/wp-admin/admin-ajax.php'

/** Names of hooks, `*` for any letters; the first row that fits counts. */
const table: readonly [hooks: string, scope: HookScope][] = [
  [
    `wp_head wp_body_open wp_footer wp_enqueue_scripts wp_print_scripts wp_print_footer_scripts wp_print_styles get_header
    get_footer wp_meta`,
    all('exact'),
  ],
  [
    `template_redirect wp send_headers the_content the_title body_class script_loader_tag wp_title document_title_parts
    parse_request parse_query pre_get_posts wp_nav_menu_items dynamic_sidebar* get_sidebar template_include
    language_attributes init wp_loaded after_setup_theme plugins_loaded setup_theme widgets_init muplugins_loaded
    elementor/frontend/*`,
    all('likely'),
  ],
  ['login_* register_form lostpassword_form resetpass_form resetpassword_form', at('exact', LOGIN)],
  ['wp_ajax_* admin_post*', at('exact', AJAX)],
  [
    `admin_* load-* manage_* save_post* add_meta_boxes* dashboard_* in_admin_* customize_controls*
    enqueue_block_editor_assets current_screen network_admin* user_admin* plugin_action_links* plugin_row_meta
    option_page* wp_dashboard* edit_form* quick_edit* restrict_manage* activated_plugin upgrader_* wp_insert_post*
    transition_post* deleted_* delete_* cron_* wp_cron* wp_mail* phpmailer* rest_api_init user_profile*
    show_user_profile edit_user_profile* personal_options* profile_update cli_* wp_privacy*`,
    none,
  ],
  ['woocommerce_*thankyou* woocommerce_order_details*', at('likely', '/checkout/order-received/:order')],
  ['woocommerce_*checkout* woocommerce_payment_* woocommerce_review_order*', at('likely', '/checkout')],
  [
    `woocommerce_*single_product* woocommerce_product_meta* woocommerce_product_thumbnails* woocommerce_product_tabs
    woocommerce_*add_to_cart_button woocommerce_*add_to_cart_form woocommerce_*add_to_cart_quantity`,
    at('likely', '/product/:slug'),
  ],
  ['woocommerce_*cart* woocommerce_add_to_cart*', at('likely', '/cart')],
  [
    `woocommerce_account_* woocommerce_*my_account* woocommerce_*customer_login* woocommerce_login_form*
    woocommerce_register_form* woocommerce_edit_account*`,
    at('likely', '/my-account'),
  ],
  [
    `woocommerce_*shop_loop* woocommerce_archive_* woocommerce_no_products* woocommerce_*main_content
    woocommerce_sidebar`,
    at('likely', '/shop'),
  ],
  // Of themes that let others write before and behind all they show.
  [
    `genesis_* astra_* generate_* kadence_* thesis_* avada_* oceanwp_* ocean_* storefront_* tha_* hestia_* neve_*
    blocksy*`,
    all('likely'),
  ],
]

const rows = table.map(([hooks, scope]) => {
  const names = hooks.split(/\s+/).map((name) => name.replaceAll('*', '.*'))
  return { name: new RegExp(`^(?:${names.join('|')})$`), scope }
})

/** What is known of a hook by its name; any page may be where it runs when nothing is. */
export function hookScope(hook: string): HookScope {
  return rows.find(({ name }) => name.test(hook))?.scope ?? all('possible')
}

/** A hook whose callbacks run on the server's own occasions or change a value that nobody sees on a page. */
export function isKnownHook(hook: string): boolean {
  return rows.some(({ name }) => name.test(hook))
}
