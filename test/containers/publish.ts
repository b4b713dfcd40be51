/** An export as the live container that the tag manager serves for it: https://developers.google.com/tag-platform/tag-manager/web */

export interface ExportedParameter { type: string; key?: string; value?: string; list?: ExportedParameter[]; map?: ExportedParameter[] }

interface Filter { type: string; parameter: ExportedParameter[] }

export interface ExportedTag {
  tagId: string
  name: string
  type: string
  parameter?: ExportedParameter[]
  firingTriggerId?: string[]
  blockingTriggerId?: string[]
  paused?: boolean
  setupTag?: { tagName: string }[]
  teardownTag?: { tagName: string }[]
  consentSettings?: { consentStatus: string; consentType?: ExportedParameter }
}

export interface ExportedTrigger { triggerId: string; type: string; filter?: Filter[]; customEventFilter?: Filter[]; autoEventFilter?: Filter[] }

export interface ExportedVariable { name: string; type: string; parameter?: ExportedParameter[] }

export interface ExportedVersion {
  containerId: string
  container: { publicId: string; usageContext?: string[] }
  tag?: ExportedTag[]
  trigger?: ExportedTrigger[]
  variable?: ExportedVariable[]
  builtInVariable?: { name: string; type: string }[]
  customTemplate?: { templateId: string; templateData: string; galleryReference?: { galleryTemplateId?: string } }[]
}

export interface Published {
  text: string
  /** Names of the tags in the order of the live container. */
  tags: string[]
}

type Json = string | number | boolean | Json[] | { [key: string]: Json }

const EVENTS: Readonly<Record<string, string>> = {
  PAGEVIEW: 'gtm.js', DOM_READY: 'gtm.dom', WINDOW_LOADED: 'gtm.load', INIT: 'gtm.init', CONSENT_INIT: 'gtm.init_consent', CLICK: 'gtm.click',
  LINK_CLICK: 'gtm.linkClick', FORM_SUBMISSION: 'gtm.formSubmit', FORM_SUBMIT: 'gtm.formSubmit', HISTORY_CHANGE: 'gtm.historyChange-v2',
  ELEMENT_VISIBILITY: 'gtm.elementVisibility', SCROLL_DEPTH: 'gtm.scrollDepth', TIMER: 'gtm.timer', JS_ERROR: 'gtm.pageError',
  YOU_TUBE_VIDEO: 'gtm.video', YOUTUBE_VIDEO: 'gtm.video',
}
const LISTENED: ReadonlySet<string> = new Set(['CLICK', 'LINK_CLICK', 'FORM_SUBMISSION'])
const BUILT_IN_TRIGGERS: Readonly<Record<string, string>> = { 2147479553: 'gtm.js', 2147479572: 'gtm.init_consent', 2147479573: 'gtm.init' }
const OPERATORS: Readonly<Record<string, string>> = {
  EQUALS: '_eq', CONTAINS: '_cn', STARTS_WITH: '_sw', ENDS_WITH: '_ew', MATCH_REGEX: '_re', CSS_SELECTOR: '_css', GREATER_OR_EQUALS: '_ge',
}
const BUILT_IN: Readonly<Record<string, Record<string, Json>>> = {
  PAGE_URL: { function: '__u', vtp_component: 'URL' }, PAGE_PATH: { function: '__u', vtp_component: 'PATH' },
  PAGE_HOSTNAME: { function: '__u', vtp_component: 'HOST' }, EVENT: { function: '__e' },
  CLICK_TEXT: { function: '__aev', vtp_varType: 'TEXT' }, FORM_TEXT: { function: '__aev', vtp_varType: 'TEXT' },
  REFERRER: { function: '__f' }, CONTAINER_ID: { function: '__cid' }, CONTAINER_VERSION: { function: '__ctv' }, RANDOM_NUMBER: { function: '__r' },
  HTML_ID: { function: '__hid' }, DEBUG_MODE: { function: '__dbg' },
  CLICK_URL: { function: '__v', vtp_name: 'gtm.elementUrl', vtp_dataLayerVersion: 1 },
  FORM_URL: { function: '__v', vtp_name: 'gtm.elementUrl', vtp_dataLayerVersion: 1 },
  CLICK_ELEMENT: { function: '__v', vtp_name: 'gtm.element', vtp_dataLayerVersion: 1 },
  CLICK_ID: { function: '__v', vtp_name: 'gtm.elementId', vtp_dataLayerVersion: 1 },
  FORM_ELEMENT: { function: '__v', vtp_name: 'gtm.element', vtp_dataLayerVersion: 1 },
}

export function publish(version: ExportedVersion, isPublished: (tag: ExportedTag) => boolean = () => true): Published {
  const publishing = new Publishing(version, (version.tag ?? []).filter(isPublished))
  return { text: publishing.text(), tags: publishing.tags.map(({ name }) => name) }
}

class Publishing {
  private readonly macros: Json[] = [{ function: '__e' }, { function: '__v', vtp_name: 'gtm.triggers', vtp_dataLayerVersion: 2 }]
  private readonly indexes = new Map<string, number>([['_event', 0]])
  private readonly predicates: Json[] = []

  constructor(private readonly version: ExportedVersion, readonly tags: readonly ExportedTag[]) {}

  text(): string {
    const { containerId, container, customTemplate = [] } = this.version
    const tags = this.tags.map((tag) => this.tag(tag))
    const rules = this.tags.flatMap((tag, index) => [
      ...(tag.firingTriggerId ?? []).flatMap((id) => this.rule(id, ['add', index])),
      ...(tag.blockingTriggerId ?? []).flatMap((id) => this.rule(id, ['block', index])),
    ])
    const permissions = Object.fromEntries(customTemplate.flatMap(({ templateId, templateData, galleryReference }) => {
      const urls = [...templateData.matchAll(/"string": "(https?:\/\/[^"]+)"/g)].map((match) => match[1] as string)
      const own = urls.length > 0 ? { inject_script: { urls } } : {}
      const gallery = galleryReference?.galleryTemplateId
      return [[`__cvt_${containerId}_${templateId}`, own], ...(gallery === undefined ? [] : [[`__cvt_${gallery}`, own]])] as [string, object][]
    }))
    const { macros, predicates } = this
    const data = { resource: { version: '7', macros, tags, predicates, rules }, runtime: [], permissions, security_groups: {} }
    return `// Invented for tests.\n(function(){\nvar data = ${JSON.stringify(data, null, 1)};\nvar own={ctid:"${container.publicId}"};window.dataLayer.push(own)\n})()\n`
  }

  private tag(tag: ExportedTag): Json {
    const { type, tagId, setupTag = [], teardownTag = [], consentSettings } = tag
    const sequence = (list: { tagName: string }[]): Json => ['list', ...list.map(({ tagName }) => ['tag', this.tags.findIndex(({ name }) => name === tagName), 0])]
    if (tag.paused) return { function: '__paused', vtp_originalTagType: type, tag_id: Number(tagId) }
    const needed = consentSettings?.consentStatus === 'NEEDED' ? (consentSettings.consentType?.list ?? []).map(({ value }) => value ?? '') : []
    return {
      function: `__${type}`, once_per_event: true, ...this.parameters(tag.parameter ?? []), tag_id: Number(tagId),
      ...(needed.length > 0 ? { consent: ['list', ...needed] } : {}),
      ...(setupTag.length > 0 ? { setup_tags: sequence(setupTag) } : {}), ...(teardownTag.length > 0 ? { teardown_tags: sequence(teardownTag) } : {}),
    }
  }

  private parameters(list: readonly ExportedParameter[]): Record<string, Json> {
    return Object.fromEntries(list.map((item): [string, Json] => {
      const { key = '', value = '' } = item
      if (key === 'html') return ['vtp_html', this.joined(heldBack(value), true)]
      if (key === 'javascript') {
        const code = this.joined(`(${value.trim()})();`, true)
        return ['vtp_javascript', Array.isArray(code) ? code : ['template', code]]
      }
      if (item.type === 'TAG_REFERENCE') {
        const other = this.version.tag?.find(({ name }) => name === value)?.parameter?.find((each) => each.key === 'measurementId')
        return [`vtp_${key}`, other?.value ?? '']
      }
      return [`vtp_${key}`, this.value(item)]
    }))
  }

  private value(item: ExportedParameter): Json {
    if (item.list) return ['list', ...item.list.map((each) => this.value(each))]
    if (item.map) return ['map', ...item.map.flatMap((each) => [each.key ?? '', this.value(each)])]
    return item.type === 'BOOLEAN' ? item.value === 'true' : this.joined(item.value ?? '', false)
  }

  private joined(text: string, isCode: boolean): Json {
    const parts = text.split(/\{\{([^{}]+)\}\}/)
    if (parts.length === 1) return text
    if (parts.length === 3 && parts[0] === '' && parts[2] === '' && !isCode) return ['macro', this.macro(parts[1] as string)]
    return ['template', ...parts.flatMap((part, at): Json[] => {
      if (at % 2 === 0) return part === '' ? [] : [part]
      const macro = ['macro', this.macro(part)]
      return [isCode ? ['escape', macro, 8, 16] : macro]
    })]
  }

  private macro(name: string): number {
    const known = this.indexes.get(name)
    if (known !== undefined) return known
    const index = this.macros.push({ function: '__uv' }) - 1
    this.indexes.set(name, index)
    const own = this.version.variable?.find((variable) => variable.name === name)
    if (own) this.macros[index] = { function: `__${own.type}`, ...this.parameters(own.parameter ?? []) }
    else {
      const type = this.version.builtInVariable?.find((each) => each.name === name)?.type ?? name.toUpperCase().replace(/ /g, '_')
      // The others say something of the element, the video or the scrolling that made the event.
      this.macros[index] = BUILT_IN[type] ?? { function: '__v', vtp_name: `gtm.${type.toLowerCase()}`, vtp_dataLayerVersion: 1 }
    }
    return index
  }

  private predicate(name: string, arg0: Json, arg1: Json): number {
    const known = this.predicates.findIndex((each) => JSON.stringify(each) === JSON.stringify({ function: name, arg0, arg1 }))
    return known >= 0 ? known : this.predicates.push({ function: name, arg0, arg1 }) - 1
  }

  private rule(id: string, end: Json): Json[] {
    const builtIn = BUILT_IN_TRIGGERS[id]
    if (builtIn !== undefined) return [[['if', this.predicate('_eq', ['macro', 0], builtIn)], end]]
    const trigger = this.version.trigger?.find(({ triggerId }) => triggerId === id)
    if (!trigger) return []
    const [yes, no]: [Json[], Json[]] = [[], []]
    const event = EVENTS[trigger.type]
    if (event !== undefined) yes.push(this.predicate('_eq', ['macro', 0], event))
    for (const { type, parameter } of trigger.customEventFilter ?? []) yes.push(this.predicate(OPERATORS[type] ?? type, ['macro', 0], parameter[1]?.value ?? ''))
    for (const { type, parameter } of [...(trigger.filter ?? []), ...(trigger.autoEventFilter ?? [])]) {
      const value = (key: string): string => parameter.find((each) => each.key === key)?.value ?? ''
      const index = this.predicate(OPERATORS[type] ?? type, this.joined(value('arg0'), false), this.joined(value('arg1'), false))
      ;(value('negate') === 'true' ? no : yes).push(index)
    }
    if (LISTENED.has(trigger.type)) yes.push(this.predicate('_re', ['macro', 1], `(^$|((^|,)${this.version.containerId}_${id}($|,)))`))
    return [[['if', ...yes], ...(no.length > 0 ? [['unless', ...no]] : []), end]]
  }
}

/** Scripts of markup wait until the tag fires. */
function heldBack(html: string): string {
  return html.replace(/<script(?=[ >])/g, '<script type="text/gtmscript"').replace(/ src="http(?=[^>]*><\/script>)/g, ' data-gtmsrc="http')
}
