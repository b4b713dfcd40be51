/** Frameworks on .NET, the more specific first. */
import type { Framework } from '../framework.js'
import { razorPages } from './razor-pages.js'

export const dotnet: readonly Framework[] = [razorPages]
