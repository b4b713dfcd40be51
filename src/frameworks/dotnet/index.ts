/** Frameworks on .NET, the more specific first. */
import type { Framework } from '../framework.js'
import { razorPages } from './razor-pages.js'
import { webForms } from './web-forms.js'

export const dotnet: readonly Framework[] = [razorPages, webForms]
