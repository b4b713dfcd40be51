/**
 * Variables that containers have without defining them, by type and by their English name. Other accounts show them
 * under translated names; the export gives the type with the name.
 * https://developers.google.com/tag-platform/tag-manager/api/v2/reference/accounts/containers/workspaces/built_in_variables
 */
import type { Parameters, Variable } from '../container.js'
import { plainText } from '../reading/text.js'

/** The type and the parameters of the variable that a built-in one is the same as. */
interface BuiltIn {
  type: string
  name: string
  is: string
  with?: Readonly<Record<string, string>>
}

const event = (type: string, name: string, key: string): BuiltIn => ({ type, name, is: 'v', with: { name: key, dataLayerVersion: '1' } })
const address = (type: string, name: string, component: string): BuiltIn => ({ type, name, is: 'u', with: { component } })

const rows: readonly BuiltIn[] = [
  address('PAGE_URL', 'Page URL', 'URL'),
  address('PAGE_PATH', 'Page Path', 'PATH'),
  address('PAGE_HOSTNAME', 'Page Hostname', 'HOST'),
  { type: 'REFERRER', name: 'Referrer', is: 'f' },
  { type: 'EVENT', name: 'Event', is: 'e' },
  event('CLICK_ELEMENT', 'Click Element', 'gtm.element'),
  event('CLICK_CLASSES', 'Click Classes', 'gtm.elementClasses'),
  event('CLICK_ID', 'Click ID', 'gtm.elementId'),
  event('CLICK_TARGET', 'Click Target', 'gtm.elementTarget'),
  event('CLICK_URL', 'Click URL', 'gtm.elementUrl'),
  { type: 'CLICK_TEXT', name: 'Click Text', is: 'aev', with: { varType: 'TEXT' } },
  event('FORM_ELEMENT', 'Form Element', 'gtm.element'),
  event('FORM_CLASSES', 'Form Classes', 'gtm.elementClasses'),
  event('FORM_ID', 'Form ID', 'gtm.elementId'),
  event('FORM_TARGET', 'Form Target', 'gtm.elementTarget'),
  event('FORM_URL', 'Form URL', 'gtm.elementUrl'),
  { type: 'FORM_TEXT', name: 'Form Text', is: 'aev', with: { varType: 'TEXT' } },
  event('ERROR_MESSAGE', 'Error Message', 'gtm.errorMessage'),
  event('ERROR_URL', 'Error URL', 'gtm.errorUrl'),
  event('ERROR_LINE', 'Error Line', 'gtm.errorLineNumber'),
  event('NEW_HISTORY_URL', 'New History URL', 'gtm.newUrl'),
  event('OLD_HISTORY_URL', 'Old History URL', 'gtm.oldUrl'),
  event('NEW_HISTORY_FRAGMENT', 'New History Fragment', 'gtm.newUrlFragment'),
  event('OLD_HISTORY_FRAGMENT', 'Old History Fragment', 'gtm.oldUrlFragment'),
  event('NEW_HISTORY_STATE', 'New History State', 'gtm.newHistoryState'),
  event('OLD_HISTORY_STATE', 'Old History State', 'gtm.oldHistoryState'),
  event('HISTORY_SOURCE', 'History Source', 'gtm.historyChangeSource'),
  event('VIDEO_TITLE', 'Video Title', 'gtm.videoTitle'),
  event('VIDEO_URL', 'Video URL', 'gtm.videoUrl'),
  event('VIDEO_STATUS', 'Video Status', 'gtm.videoStatus'),
  event('VIDEO_PROVIDER', 'Video Provider', 'gtm.videoProvider'),
  event('VIDEO_PERCENT', 'Video Percent', 'gtm.videoPercent'),
  event('VIDEO_DURATION', 'Video Duration', 'gtm.videoDuration'),
  event('VIDEO_CURRENT_TIME', 'Video Current Time', 'gtm.videoCurrentTime'),
  event('VIDEO_VISIBLE', 'Video Visible', 'gtm.videoVisible'),
  event('SCROLL_DEPTH_THRESHOLD', 'Scroll Depth Threshold', 'gtm.scrollThreshold'),
  event('SCROLL_DEPTH_UNITS', 'Scroll Depth Units', 'gtm.scrollUnits'),
  event('SCROLL_DEPTH_DIRECTION', 'Scroll Direction', 'gtm.scrollDirection'),
  event('ELEMENT_VISIBILITY_RATIO', 'Percent Visible', 'gtm.visibleRatio'),
  event('ELEMENT_VISIBILITY_TIME', 'On-Screen Duration', 'gtm.visibleTime'),
  { type: 'CONTAINER_ID', name: 'Container ID', is: 'cid' },
  { type: 'CONTAINER_VERSION', name: 'Container Version', is: 'ctv' },
  { type: 'ENVIRONMENT_NAME', name: 'Environment Name', is: 'c' },
  { type: 'RANDOM_NUMBER', name: 'Random Number', is: 'r' },
  { type: 'HTML_ID', name: 'HTML ID', is: 'hid' },
  { type: 'DEBUG_MODE', name: 'Debug Mode', is: 'dbg' },
  // Inside filters, the event's name.
  { type: '_EVENT', name: '_event', is: 'e' },
  // What a server's containers know of a request: https://developers.google.com/tag-platform/tag-manager/server-side
  { type: 'CLIENT_NAME', name: 'Client Name', is: 'c' },
  { type: 'EVENT_NAME', name: 'Event Name', is: 'e' },
  { type: 'QUERY_STRING', name: 'Query String', is: 'rh', with: { headerName: 'query' } },
  { type: 'REQUEST_PATH', name: 'Request Path', is: 'rh', with: { headerName: 'path' } },
]

const byType = new Map(rows.map((row) => [row.type, row]))
const byName = new Map(rows.map((row) => [row.name, row]))

/** The variable a built-in one is, under the name that the account shows it by. */
export function builtInOfType(type: string, name: string): Variable | null {
  const row = byType.get(type.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase())
  return row ? { name, place: { start: 0, end: 0 }, type: row.is, parameters: parametersOf(row) } : null
}

/** The variable that a name means in accounts in English when the container does not define it. */
export function builtInVariable(name: string): Variable | null {
  const row = byName.get(name)
  return row ? { name: row.name, place: { start: 0, end: 0 }, type: row.is, parameters: parametersOf(row) } : null
}

function parametersOf({ with: given = {} }: BuiltIn): Parameters {
  return new Map(Object.entries(given).map(([key, value]) =>
    [key, { kind: 'text' as const, text: plainText(JSON.stringify(value), { start: 0, end: value.length + 2 }, value) }]))
}
