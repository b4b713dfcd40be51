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

/** The first that fits counts. */
const rows: readonly { name: RegExp; scope: HookScope }[] = [
  { name: /^(wp_head|wp_body_open|wp_footer|wp_enqueue_scripts|wp_print_(footer_)?scripts|wp_print_styles|get_header|get_footer|wp_meta)$/, scope: all('exact') },
  { name: /^(template_redirect|wp|send_headers|the_content|the_title|body_class|script_loader_tag|wp_title|document_title_parts|parse_request|parse_query|pre_get_posts|wp_nav_menu_items|dynamic_sidebar(_before|_after)?|get_sidebar|template_include|language_attributes)$/, scope: all('likely') },
  { name: /^(init|wp_loaded|after_setup_theme|plugins_loaded|setup_theme|widgets_init|muplugins_loaded|elementor\/frontend\/)/, scope: all('likely') },
  { name: /^(login_|register_form$|lostpassword_form$|resetpass_form$|resetpassword_form$)/, scope: at('exact', LOGIN) },
  { name: /^(admin_(?!post)|load-|manage_|save_post|add_meta_boxes|dashboard_|in_admin_|customize_controls|enqueue_block_editor_assets|current_screen|network_admin|user_admin|plugin_action_links|plugin_row_meta|option_page|wp_dashboard|edit_form|quick_edit|restrict_manage|activated_plugin|upgrader_|wp_insert_post|transition_post|deleted_|delete_|cron_|wp_cron|wp_mail|phpmailer|rest_api_init$|user_profile|show_user_profile|edit_user_profile|personal_options|profile_update|cli_|wp_privacy)/, scope: none },
  { name: /^(wp_ajax_|admin_post)/, scope: at('exact', AJAX) },
  { name: /^woocommerce_(thankyou|before_thankyou|order_details|thankyou_)/, scope: at('likely', '/checkout/order-received/:order') },
  { name: /^woocommerce_(\w*checkout|payment_|review_order)/, scope: at('likely', '/checkout') },
  { name: /^woocommerce_(\w*cart|add_to_cart)/, scope: at('likely', '/cart') },
  { name: /^woocommerce_(account_|before_my_account|after_my_account|\w*customer_login|login_form|register_form|edit_account|my_account)/, scope: at('likely', '/my-account') },
  { name: /^woocommerce_(\w*single_product|product_(meta|thumbnails|tabs)|before_add_to_cart|after_add_to_cart|simple_add_to_cart)/, scope: at('likely', '/product/:slug') },
  { name: /^woocommerce_(\w*shop_loop|archive_|no_products|before_main_content|after_main_content|sidebar)/, scope: at('likely', '/shop') },
  // Of themes that let others write before and behind all they show.
  { name: /^(genesis|astra|generate|kadence|thesis|avada|et|oceanwp|ocean|storefront|tha|hestia|neve|blocksy)_(head|header|body|html|before|after|footer|site|wp_head|top|bottom|page)/, scope: all('likely') },
]

/** What is known of a hook by its name; any page may be where it runs when nothing is. */
export function hookScope(hook: string): HookScope {
  return rows.find(({ name }) => name.test(hook))?.scope ?? all('possible')
}

/** A hook whose callbacks run on the server's own occasions or change a value that nobody sees on a page. */
export function isKnownHook(hook: string): boolean {
  return rows.some(({ name }) => name.test(hook))
}
