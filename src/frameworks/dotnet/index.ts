/** Frameworks on .NET, the more specific first. */
import type { Framework } from '../framework.js'
import { mvc } from './mvc/mvc.js'
import { orchard } from './orchard.js'
import { razorPages } from './razor-pages.js'
import { sitecore } from './sitecore.js'
import { umbraco } from './umbraco.js'
import { webForms } from './web-forms.js'

export const dotnet: readonly Framework[] = [sitecore, umbraco, orchard, razorPages, mvc, webForms]
