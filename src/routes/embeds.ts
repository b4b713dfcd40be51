/**
 * Booking, intake and portal widgets that pages embed: a page that shows one is a scheduling (or portal) page, whatever
 * its path says. Only what stands in the page counts: a frame, a script, an element the script fills; a link does not.
 */
import type { RouteClass } from '../types.js'

export interface Embed {
  /** Who makes it, as the reason for a class says it. */
  name: string
  class: RouteClass
  /** Of these one must stand in the file, as it is written: the cheap look before any other. */
  words: readonly string[]
  /** Address of a frame or script. */
  frame?: RegExp
  /** Anything else that only the widget has: ids, classes, calls. */
  mark?: RegExp
  /** A tool for all trades: counts only on a site about health. */
  general?: true
}

const booking = { class: 'scheduling' } as const

export const embeds: readonly Embed[] = [
  // https://open.epic.com: open scheduling is an iframe with this id, filled by EmbeddedWidgetController.
  { ...booking, name: 'open scheduling of Epic', words: ['openSchedulingFrame', 'EmbeddedSchedule', 'EmbeddedWidgetController', 'openscheduling', 'OpenScheduling'], frame: /\/(?:SignupAndSchedule\/EmbeddedSchedule|openscheduling)\b/i, mark: /\bid\s*=\s*\{?["'`]openSchedulingFrame|\bnew EmbeddedWidgetController\b/ },
  { class: 'portal', name: 'MyChart', words: ['mychart', 'MyChart', 'myChart', 'Mychart', 'MYCHART'], frame: /^(?!.*(?:SignupAndSchedule|OpenScheduling))(?:.*\/mychart(?:[\w-]*\/|$|\?)|.*\/\/(?:[\w-]+\.)*mychart[\w-]*\.)/i },
  { class: 'portal', name: 'FollowMyHealth', words: ['followmyhealth'], frame: /\bfollowmyhealth\.com/i },
  { class: 'portal', name: 'eClinicalWorks', words: ['ecwcloud', 'eclinicalweb'], frame: /\b(?:ecwcloud|eclinicalweb)\.com/i },
  { class: 'portal', name: 'NextGen', words: ['nextmd.com', 'portal.nextgen'], frame: /\bnextmd\.com|\bportal\.nextgen\./i },
  { class: 'portal', name: 'AdvancedMD', words: ['advancedmd.com'], frame: /\bpatientportal\.advancedmd\.com|\.advancedmd\.com\/[^?]*account\/logon/i },
  { class: 'portal', name: 'onpatient', words: ['onpatient.com'], frame: /\bonpatient\.com/i },
  { class: 'portal', name: 'Healthie', words: ['gethealthie.com'], frame: /\bgethealthie\.com\/(?:users|client|sign)/i },
  { ...booking, name: 'healow', words: ['healow.com'], frame: /\bhealow\.com\/apps\/(?:openaccess|provider|practice)/i },
  { ...booking, name: 'AdvancedMD', words: ['onlinescheduling', 'onlineScheduling', 'OnlineScheduling'], frame: /\.advancedmd\.com\/[^?]*onlinescheduling/i },
  { ...booking, name: 'athenahealth', words: ['scheduling.athena.io'], frame: /\bscheduling\.athena\.io/i },
  // https://developer.zocdoc.com: the plugin is a script and elements of this class.
  { ...booking, name: 'Zocdoc', words: ['zocdoc.com', 'zd-plugin'], frame: /\b(?:offsiteschedule|widget|www)\.zocdoc\.com\/(?:plugin|widget|practice|wl|search|remote)/i, mark: /\bclass(?:Name)?\s*=\s*["'`][^"'`]*\bzd-plugin\b/ },
  { ...booking, name: 'Phreesia', words: ['phreesia'], frame: /\bphreesia\.(?:net|me|com)\/[^"']*(?:appointment|schedul)/i },
  { class: 'intake', name: 'Phreesia', words: ['phreesia'], frame: /\bphreesia\.(?:net|me)\// },
  { ...booking, name: 'NexHealth', words: ['nexhealth.com'], frame: /\bnexhealth\.com\/(?:appt|install|book|widget)/i },
  { ...booking, name: 'Solv', words: ['solvhealth.com'], frame: /\bsolvhealth\.com\/(?:widget|book|embed|static)/i },
  { ...booking, name: 'Luma Health', words: ['lumahealth.io', 'lumahealth.com'], frame: /\blumahealth\.(?:io|com)\// },
  { ...booking, name: 'Kyruus', words: ['kyruus', 'providermatch'], frame: /\bkyruus\.com\/|\bprovidermatch\./i },
  { ...booking, name: 'DocASAP', words: ['docasap.com'], frame: /\bdocasap\.com\// },
  { ...booking, name: 'DexCare', words: ['dexcare'], frame: /\bdexcare(?:health)?\.com\// },
  { ...booking, name: 'Relatient', words: ['relatient', 'radixhealth'], frame: /\b(?:relatient|radixhealth|dash\.relatient)\.(?:net|com)\//i },
  { ...booking, name: 'Clockwise.MD', words: ['clockwisemd.com'], frame: /\bclockwisemd\.com\//i },
  { ...booking, name: 'InQuicker', words: ['inquicker.com'], frame: /\binquicker\.com\//i },
  { ...booking, name: 'PatientPop', words: ['patientpop'], frame: /\bpatientpop\.com\/(?:widget|schedul|js|booking)/i },
  { ...booking, name: 'Tebra', words: ['tebra.com', 'kareo.com'], frame: /\b(?:tebra|kareo)\.com\/(?:[^"']*(?:widget|book|appointment|practice))/i },
  { ...booking, name: 'DrChrono', words: ['drchrono.com'], frame: /\bdrchrono\.com\/(?:scheduling|hosted|embed)/i },
  { ...booking, name: 'SimplePractice', words: ['clientsecure.me', 'simplepractice.com'], frame: /\bclientsecure\.me|\bwidget-cdn\.simplepractice\.com/i },
  { ...booking, name: 'Jane', words: ['janeapp.'], frame: /\.janeapp\.(?:com|co\.uk|net)/i },
  { ...booking, name: 'IntakeQ', words: ['intakeq.com'], frame: /\bintakeq\.com\/(?:booking|js\/widget)/i },
  { class: 'intake', name: 'IntakeQ', words: ['intakeq.com'], frame: /\bintakeq\.com\/new/i },
  { ...booking, name: 'Healthie', words: ['gethealthie.com'], frame: /\bgethealthie\.com\/appointments/i },
  { class: 'intake', name: 'Healthie', words: ['gethealthie.com'], frame: /\bgethealthie\.com\/(?:embed|form)/i },
  { ...booking, name: 'Doxy.me', words: ['doxy.me'], frame: /\bdoxy\.me\// },
  { ...booking, name: 'LocalMed', words: ['localmed.com'], frame: /\blocalmed\.com\/(?:widgets?|web)/i },
  { ...booking, name: 'Dentrix Ascend', words: ['dentrixascend', 'lighthouse360', 'lh360'], frame: /\b(?:dentrixascend|lighthouse360|lh360)\.com\//i },
  { ...booking, name: 'Flex', words: ['flexbook.me'], frame: /\bflexbook\.me/i },
  { ...booking, name: 'Weave', words: ['getweave.com', 'weaveconnect'], frame: /\b(?:book2?|widget)\.(?:getweave|weaveconnect)\.com/i },
  { ...booking, name: 'Doctolib', words: ['doctolib.'], frame: /\bdoctolib\.(?:fr|de|it|com)\/(?:iframe|[^"']*embed|widget)/i },
  // https://widgets.docplanner.com: Doctoralia, ZnanyLekarz and others are one product.
  { ...booking, name: 'Docplanner', words: ['docplanner', 'doctoralia', 'zl-url'], frame: /\bplatform\.docplanner\.com|\bdoctoralia\.[\w.]+\/(?:ajax|widget)|\bwidgets?\.(?:doctoralia|docplanner)\./i, mark: /\bclass(?:Name)?\s*=\s*["'`][^"'`]*\bzl-url\b/ },
  { ...booking, name: 'Cliniko', words: ['cliniko.com'], frame: /\.cliniko\.com\/bookings/i },
  { ...booking, name: 'HotDoc', words: ['hotdoc.com'], frame: /\bhotdoc\.com\.au\/(?:request|widget|medical-centres)|\bcdn\.hotdoc\./i },
  { ...booking, name: 'HealthEngine', words: ['healthengine.com'], frame: /\bhealthengine\.com\.au\/(?:webplugin|widget|appointment)/i },
  { ...booking, name: 'Nookal', words: ['nookal.com'], frame: /\bnookal\.com\/bookings/i },
  { class: 'billing', name: 'a payment page of InstaMed', words: ['instamed.com'], frame: /\binstamed\.com\// },
  { ...booking, general: true, name: 'an appointment calendar', words: ['alendly'], frame: /\bcalendly\.com\//i, mark: /\bclass(?:Name)?\s*=\s*["'`][^"'`]*\bcalendly-inline-widget\b|\b[Cc]alendly\.init\w*Widget\b|\bfrom\s+["']react-calendly["']/ },
  { ...booking, general: true, name: 'Acuity Scheduling', words: ['acuityscheduling', 'squarespacescheduling', '.as.me'], frame: /\b(?:app|embed)\.(?:acuityscheduling|squarespacescheduling)\.com|\.as\.me\b/i },
  { ...booking, general: true, name: 'Setmore', words: ['setmore.com'], frame: /\bsetmore\.com\//i },
  { ...booking, general: true, name: 'SimplyBook', words: ['simplybook'], frame: /\bsimplybook\.(?:me|it|asia)/i },
  { ...booking, general: true, name: 'Microsoft Bookings', words: ['bookwithme', 'outlook.office365.com/owa/calendar', 'outlook.office365.com/book', 'outlook.office.com/book'], frame: /\boutlook\.office(?:365)?\.com\/(?:owa\/calendar|book|bookwithme)/i },
  { ...booking, general: true, name: 'Google appointment schedules', words: ['calendar.google.com/calendar/appointments'], frame: /\bcalendar\.google\.com\/calendar\/appointments/i },
  { ...booking, general: true, name: 'YouCanBookMe', words: ['youcanbook.me', 'youcanbookme'], frame: /\byoucanbook(?:\.me|me\.com)/i },
  { ...booking, general: true, name: 'Cal.com', words: ['cal.com', '@calcom'], frame: /\/\/(?:app\.)?cal\.com\//i, mark: /from\s+["']@calcom\/embed-react["']/ },
]

/** All words, for the first look at many files. */
export const embedWords: readonly string[] = [...new Set(embeds.flatMap(({ words }) => words))]

/** `src="…"`, `src={'…'}`, `frame.src = "…"`, `url: '…'`: addresses that are loaded, as opposed to links. */
const LOADED = /\b(?:src|data-src|data-url|url|source)["']?\s*[=:]\s*\{?\s*["'`]([^"'`\s<>]{4,500})["'`]/gi
/** Texts are looked at up to this many characters. */
const LONGEST = 400_000

/** A widget, and the UTF-16 offset of what shows it. */
export interface EmbedPlace {
  embed: Embed
  offset: number
}

/** Widgets that a page's text embeds; comments do not count. */
export function embedsIn(text: string): EmbedPlace[] {
  const candidates = embeds.filter(({ words }) => words.some((word) => text.includes(word)))
  if (candidates.length === 0) return []
  const code = withoutComments(text.slice(0, LONGEST))
  const addresses = [...code.matchAll(LOADED)].map((match) => ({ address: match[1] as string, offset: match.index }))
  return candidates.flatMap((embed): EmbedPlace[] => {
    const { frame, mark } = embed
    const loaded = frame === undefined ? undefined : addresses.find(({ address }) => frame.test(address))
    const offset = loaded?.offset ?? mark?.exec(code)?.index
    return offset === undefined ? [] : [{ embed, offset }]
  })
}

/** The text with spaces in place of what stands in comments of markup and scripts. */
function withoutComments(text: string): string {
  let rest = text
  for (const [open, close] of [['<!--', '-->'], ['/*', '*/'], ['{{!--', '--}}'], ['{#', '#}'], ['<%--', '--%>']] as const) {
    let from = 0
    let kept = ''
    for (;;) {
      const start = rest.indexOf(open, from)
      const end = start < 0 ? -1 : rest.indexOf(close, start + open.length)
      if (end < 0) break
      kept += rest.slice(from, start) + ' '.repeat(end + close.length - start)
      from = end + close.length
    }
    rest = kept + rest.slice(from)
  }
  return rest
}
