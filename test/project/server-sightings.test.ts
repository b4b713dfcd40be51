import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { createProject } from '../../src/project/project.js'
import { memoryTree } from '../memory-tree.js'

/** `file:line tracker` of all sightings that a server makes. */
function seen(files: Record<string, string>): string[] {
  return createProject(memoryTree(files), defaultConfiguration).sightings().map((sighting) => {
    const text = files[sighting.file] ?? ''
    const line = text.slice(0, sighting.span.start).split('\n').length
    return `${sighting.file}:${line} ${sighting.kind === 'server-side-event' ? sighting.tracker : sighting.kind}`
  })
}

const lines = (...all: string[]): string => all.join('\n')

describe('an address that is kept under a name is asked for where a call is given the name', () => {
  it('constants and fields of JavaScript', () => {
    expect(seen({
      'capi.ts': lines(
        'const API = `https://graph.facebook.com/v24.0/${process.env.PIXEL}/events`',
        'export async function sendLead(lead: { email: string }) {',
        '  await fetch(API, { method: "POST", body: JSON.stringify({ data: [lead] }) })',
        '}',
        'export class Api {',
        "  private base = 'https://graph.facebook.com/v24.0'",
        '  send(event: object) {',
        '    const url = `${this.base}/1/events`',
        '    return axios({ url, data: event })',
        '  }',
        '}'),
      'route.ts': "import { sendLead } from './capi'\nexport const POST = async (request: Request) => sendLead(await request.json())",
    })).toEqual(['capi.ts:3 meta-pixel', 'capi.ts:8 meta-pixel', 'route.ts:2 meta-pixel'])
  })

  it('the source of a script or of a frame is where it is given to it', () => {
    expect(seen({
      'a.tsx': 'export function Counter({ host }: { host: string }) {\n  const src = `${host}/js/plausible.js`\n  return (\n    <script src={src} />\n  )\n}',
    })).toEqual(['a.tsx:4 remote-script'])
    expect(seen({ 'a.js': "const src = 'https://plausible.io/js/script.js'\nconst tag = document.createElement('script')\ntag.src = src" }))
      .toEqual(['a.js:3 remote-script'])
  })

  it('one that is only compared or logged is where it stands', () => {
    expect(seen({ 'a.ts': "const API = 'https://api.segment.io/v1/track'\nif (url.startsWith(API)) console.log(API)" })).toEqual(['a.ts:1 segment'])
  })

  it('constants, fields and variables of other languages', () => {
    expect(seen({
      'meta.py': lines(
        'GRAPH_URL = "https://graph.facebook.com/v18.0"',
        'class MetaConversions:',
        '    def __init__(self, pixel_id):',
        '        self.endpoint = f"{GRAPH_URL}/{pixel_id}/events"',
        '    def purchase(self, user):',
        '        return requests.post(self.endpoint, json={"em": user.email})',
        'def lead(pixel_id, user):',
        '    url = f"{GRAPH_URL}/{pixel_id}/events"',
        '    return requests.post(url, json={"em": user.email})',
        'def other(url):',
        '    return requests.post(url)'),
    })).toEqual(['meta.py:6 meta-pixel', 'meta.py:8 meta-pixel'])
    expect(seen({
      'Meta.php': lines(
        '<?php class MetaService {',
        "  private const BASE = 'https://graph.facebook.com/v20.0';",
        '  public function sendEvent($user) {',
        "    return Http::post(self::BASE . '/1010/events', ['em' => $user->email]);",
        '  }',
        '}'),
    })).toEqual(['Meta.php:4 meta-pixel'])
    expect(seen({
      'segment_service.rb': "class SegmentService\n  SEGMENT_API = 'https://api.segment.io/v1'\n  def request(endpoint, data)\n    client.post(SEGMENT_API + \"/#{endpoint}\", data)\n  end\nend",
    })).toEqual(['segment_service.rb:4 segment'])
    expect(seen({
      'Ga4.cs': lines(
        'public class Ga4Client {',
        '  private const string Endpoint = "https://www.google-analytics.com/mp/collect";',
        '  public async Task Collect(Lead lead) {',
        '    await client.PostAsync($"{Endpoint}?measurement_id={id}", Content(lead));',
        '  }',
        '}'),
    })).toEqual(['Ga4.cs:4 google-analytics-4'])
  })

  it('what a policy allows is not asked for', () => {
    expect(seen({ 'settings.py': 'POLICY = {"connect-src": [SELF, "https://api.segment.io/v1/track"]}\nCSP_CONNECT_SRC = ("https://api.segment.io/v1/track",)' })).toEqual([])
    expect(seen({ 'policy.rb': "policy.connect_src :self, 'https://api.segment.io/v1/track'" })).toEqual([])
    expect(seen({ 'settings.py': 'TRACKING = {"url": "https://api.segment.io/v1/track"}' })).toEqual(['settings.py:1 segment'])
  })
})

const service = lines(
  '<?php class ConversionService {',
  '  public static function purchase($user) { return self::sendEvent("Purchase", $user); }',
  '  private static function sendEvent($name, $user) {',
  "    return Http::post('https://graph.facebook.com/v20.0/1010/events', [$name, $user->email]);",
  '  }',
  '}')

describe('calls of functions that send', () => {
  it('a method with a common name counts where it is called on its class', () => {
    expect(seen({
      'ConversionService.php': service,
      'Checkout.php': '<?php class Checkout { public function pay($user) { ConversionService::purchase($user); } }',
      'Cart.php': '<?php class Cart { public function pay($user) { $this->orders->purchase($user); } }',
    })).toEqual(['Checkout.php:1 meta-pixel', 'ConversionService.php:2 meta-pixel', 'ConversionService.php:4 meta-pixel'])
  })

  it('thin functions around them are followed, and no others', () => {
    const core = 'def send_event(event):\n    requests.post("https://api2.amplitude.com/2/httpapi", json=event)\n'
    const around = 'from core import send_event\ndef started_booking(request):\n    send_event({"name": "started"})\n'
    expect(seen({
      'core.py': core, 'analytics.py': around, 'views.py': 'from analytics import started_booking\ndef book(request):\n    started_booking(request)\n',
    })).toEqual(['analytics.py:3 amplitude', 'core.py:2 amplitude', 'views.py:3 amplitude'])
    const thick = around + Array.from({ length: 15 }, (_, at) => `    step_${at}(request)`).join('\n')
    expect(seen({ 'core.py': core, 'booking.py': thick, 'views.py': 'def book(request):\n    started_booking(request)\n' }))
      .toEqual(['booking.py:3 amplitude', 'core.py:2 amplitude'])
  })
})

describe('libraries of other languages', () => {
  it('are called on the client they make, whatever its name', () => {
    expect(seen({
      'config/initializers/analytics.rb': 'Analytics = Segment::Analytics.new(write_key: ENV["KEY"])',
      'app/models/booking.rb': 'class Booking\n  def booked\n    Analytics.track(user_id: user.id, event: "Booked")\n  end\nend',
    })).toEqual(['app/models/booking.rb:3 segment', 'config/initializers/analytics.rb:1 segment'])
    expect(seen({ 'a.py': 'from mixpanel import Mixpanel\nmp = Mixpanel(TOKEN)\nmp.track(user.id, "Booked")\nmp.people_set(user.id, {"email": user.email})' }))
      .toEqual(['a.py:2 mixpanel', 'a.py:3 mixpanel', 'a.py:4 mixpanel'])
    expect(seen({ 'a.php': '<?php $mp = Mixpanel::getInstance("0123");\n$mp->identify($user->id);\n$mp->people->set($user->id, []);\n$log->track("x");' }))
      .toEqual(['a.php:1 mixpanel', 'a.php:2 mixpanel', 'a.php:3 mixpanel'])
  })

  it('or on a name of their own', () => {
    expect(seen({ 'a.py': 'import posthog\nposthog.capture(user.id, "booked")\n# posthog.capture(1, "x")' })).toEqual(['a.py:2 posthog'])
    expect(seen({ 'a.php': '<?php use Segment\\Segment;\nSegment::track(["userId" => $id]);\nSegment::where("x");' })).toEqual(['a.php:2 segment'])
    expect(seen({ 'a.py': 'from facebook_business.adobjects.serverside.event_request import EventRequest\nEventRequest(events=[event], pixel_id=PIXEL).execute()' }))
      .toEqual(['a.py:2 meta-pixel'])
  })

  it('a function of the same name is another', () => {
    expect(seen({ 'a.py': 'analytics.track(user.id, "Booked")' })).toEqual([])
    expect(seen({ 'a.rb': 'Analytics.track(user_id: 1)' })).toEqual([])
  })
})

describe('what a server gathers for its pages to push', () => {
  const container = '<script src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234"></script>'

  it('is told where it is about a person, and only in a project with a container', () => {
    const code = lines(
      '<?php',
      "$data_layer['visitorEmail'] = $current_user->user_email;",
      "$data_layer['pagePostType'] = get_post_type();",
      "$data_layer['visitorEmail'] = '';",
      "$dataLayer[] = ['event' => 'order', 'phone' => $order->get_billing_phone()];",
      "$settings['visitorEmail'] = $current_user->user_email;")
    expect(seen({ 'layer.php': code, 'head.html': container })).toEqual(['head.html:1 container', 'layer.php:2 event-call'])
    expect(seen({ 'layer.php': code })).toEqual([])
  })
})

describe('what code puts into a snippet that it keeps as a text', () => {
  const snippet = "SNIPPET = \"<script>window.Intercom('boot', %(settings)s)</script>\""

  it('is told where it is about a person', () => {
    expect(seen({ 'tags.py': `${snippet}\ndef render(user):\n    params = {}\n    params['email'] = user.email\n    params['theme'] = site.theme\n    return SNIPPET % json.dumps(params)` }))
      .toContain('tags.py:4 identify-call')
    expect(seen({ 'tags.py': "def render(user):\n    params['email'] = user.email" })).toEqual([])
  })

  it('also where it is given to the text itself', () => {
    const code = "CODE = \"<script>SnapABug.setUserEmail('%s')</script>\"\n\n\n\n\ndef render(user):\n    return CODE % (user.email,)\ndef empty():\n    return CODE % ('',)"
    expect(seen({ 'tags.py': code }).filter((line) => line.startsWith('tags.py:7'))).toEqual(['tags.py:7 identify-call'])
  })
})
