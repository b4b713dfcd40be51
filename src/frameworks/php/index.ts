/** Frameworks and content systems in PHP, the more specific first. What no other claims is run by its path. */
import type { Framework } from '../framework.js'
import { codeIgniterFour } from './codeigniter/four.js'
import { codeIgniterThree } from './codeigniter/three.js'
import { drupal } from './drupal/drupal.js'
import { laravel } from './laravel/laravel.js'
import { magento } from './magento/magento.js'
import { phpRouters } from './routers/routers.js'
import { symfony } from './symfony/symfony.js'
import { wordPress } from './wordpress/wordpress.js'

export const php: readonly Framework[] = [
  wordPress,
  magento,
  drupal,
  laravel,
  symfony,
  codeIgniterThree,
  codeIgniterFour,
  phpRouters,
]
