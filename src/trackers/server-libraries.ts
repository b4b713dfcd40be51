/**
 * Libraries by which servers in other languages than JavaScript send events. A call is known by what it is made on: the
 * client that the library makes, whatever its name is, or a name of the library itself.
 */
export interface ServerLibrary {
  /** Id of the tracker's row. */
  tracker: string
  language: 'python' | 'ruby' | 'php' | 'java' | 'csharp' | 'go'
  /** A file that uses it holds this word. */
  word: string
  /** Regular expression (source) of the code that makes a client, up to its bracket: `Segment::Analytics\.new`. */
  client?: string
  /** Regular expression (source) of a name of the library that calls are made on without a client: `Segment` in `Segment::track(…)`. */
  on?: string
  /** Calls that are made on neither: `TrackMessage.builder(…)`. Regular expression (source) up to the bracket. */
  calls?: string
  /** Methods that send, on a client or on the name. */
  methods: readonly string[]
  docs: string
}

const segmentMethods = ['track', 'identify', 'page', 'screen', 'group', 'alias']
const segmentDocs = 'https://segment.com/docs/connections/sources/catalog/'
const mixpanelDocs = 'https://docs.mixpanel.com/docs/tracking-methods/sdks/'
const posthogDocs = 'https://posthog.com/docs/libraries'
const metaDocs = 'https://developers.facebook.com/docs/marketing-api/conversions-api/using-the-api'
const posthogMethods = ['capture', 'identify', 'alias', 'set', 'set_once', 'group_identify', 'groupIdentify']

export const serverLibraries: readonly ServerLibrary[] = [
  {
    tracker: 'segment', language: 'ruby', word: 'Segment::Analytics', client: 'Segment::Analytics\\.new',
    methods: segmentMethods, docs: segmentDocs,
  },
  {
    tracker: 'segment', language: 'python', word: 'segment.analytics', on: 'analytics',
    methods: segmentMethods, docs: segmentDocs,
  },
  {
    tracker: 'segment', language: 'python', word: 'analytics.write_key', on: 'analytics',
    methods: segmentMethods, docs: segmentDocs,
  },
  {
    tracker: 'segment', language: 'php', word: 'Segment::', on: 'Segment',
    methods: segmentMethods, docs: segmentDocs,
  },
  {
    tracker: 'segment', language: 'java', word: 'com.segment.analytics', calls: '(?:Track|Identify|Page|Screen|Group|Alias)Message\\.builder',
    methods: [], docs: segmentDocs,
  },
  {
    tracker: 'segment', language: 'csharp', word: 'using Segment', on: 'Analytics\\.Client',
    methods: ['Track', 'Identify', 'Page', 'Screen', 'Group', 'Alias'], docs: segmentDocs,
  },
  {
    tracker: 'segment', language: 'go', word: 'segmentio/analytics-go', client: 'analytics\\.New(?:WithConfig)?',
    methods: ['Enqueue'], docs: segmentDocs,
  },
  {
    tracker: 'mixpanel', language: 'ruby', word: 'Mixpanel::Tracker', client: 'Mixpanel::Tracker\\.new',
    methods: ['track', 'set', 'set_once', 'append', 'import', 'alias'], docs: mixpanelDocs,
  },
  {
    tracker: 'mixpanel', language: 'python', word: 'mixpanel', client: '\\bMixpanel',
    methods: ['track', 'people_set', 'people_set_once', 'people_append', 'people_union', 'alias', 'import_data'],
    docs: mixpanelDocs,
  },
  {
    tracker: 'mixpanel', language: 'php', word: 'Mixpanel::getInstance', client: '\\bMixpanel::getInstance',
    methods: ['track', 'identify', 'set', 'setOnce', 'append', 'createAlias'], docs: mixpanelDocs,
  },
  {
    tracker: 'mixpanel', language: 'java', word: 'com.mixpanel.mixpanelapi', client: 'new MessageBuilder',
    methods: ['event', 'set', 'append', 'increment'], docs: mixpanelDocs,
  },
  {
    tracker: 'mixpanel', language: 'go', word: 'mixpanel-go', client: 'mixpanel\\.NewApiClient',
    methods: ['Track', 'Import', 'PeopleSet', 'Alias'], docs: mixpanelDocs,
  },
  {
    tracker: 'posthog', language: 'python', word: 'posthog', client: '\\bPosthog', on: 'posthog',
    methods: posthogMethods, docs: posthogDocs,
  },
  {
    tracker: 'posthog', language: 'ruby', word: 'PostHog::Client', client: 'PostHog::Client\\.new',
    methods: posthogMethods, docs: posthogDocs,
  },
  {
    tracker: 'posthog', language: 'php', word: 'PostHog::', on: 'PostHog',
    methods: posthogMethods, docs: posthogDocs,
  },
  {
    tracker: 'posthog', language: 'go', word: 'posthog-go', client: 'posthog\\.New(?:WithConfig)?',
    methods: ['Enqueue'], docs: posthogDocs,
  },
  {
    tracker: 'amplitude', language: 'python', word: 'amplitude', client: '\\bAmplitude',
    methods: ['track', 'identify', 'group_identify', 'revenue', 'set_group'],
    docs: 'https://amplitude.com/docs/sdks/analytics/python/python-sdk',
  },
  {
    tracker: 'amplitude', language: 'ruby', word: 'AmplitudeAPI', on: 'AmplitudeAPI',
    methods: ['send_event', 'send_identify', 'track', 'identify'], docs: 'https://github.com/toothrot/amplitude-api',
  },
  {
    tracker: 'meta-pixel', language: 'php', word: 'ServerSide\\EventRequest', calls: 'new EventRequest',
    methods: [], docs: metaDocs,
  },
  {
    tracker: 'meta-pixel', language: 'python', word: 'facebook_business.adobjects.serverside', calls: '\\bEventRequest',
    methods: [], docs: metaDocs,
  },
  {
    tracker: 'meta-pixel', language: 'ruby', word: 'ServerSide::EventRequest', calls: 'ServerSide::EventRequest\\.new',
    methods: [], docs: metaDocs,
  },
  {
    tracker: 'meta-pixel', language: 'java', word: 'com.facebook.ads.sdk.serverside', calls: 'new EventRequest',
    methods: [], docs: metaDocs,
  },
  {
    tracker: 'google-analytics-4', language: 'python', word: 'ga4mp', client: '\\b(?:GtagMP|FirebaseMP)',
    methods: ['send'], docs: 'https://github.com/adswerve/GA4-Measurement-Protocol-Python',
  },
  {
    tracker: 'google-analytics-4', language: 'php', word: 'Br33f\\Ga4\\MeasurementProtocol', client: 'new Service',
    methods: ['send', 'sendDebug'], docs: 'https://github.com/br33f/php-GA4-Measurement-Protocol',
  },
  {
    tracker: 'google-universal-analytics', language: 'ruby', word: 'Staccato', client: 'Staccato\\.tracker',
    methods: ['event', 'pageview', 'exception', 'transaction', 'timing', 'track'],
    docs: 'https://github.com/tpitale/staccato',
  },
  {
    tracker: 'google-universal-analytics', language: 'php', word: 'TheIconic\\Tracking\\GoogleAnalytics', client: 'new Analytics',
    methods: ['sendPageview', 'sendEvent', 'sendTransaction', 'sendItem', 'sendException'],
    docs: 'https://github.com/theiconic/php-ga-measurement-protocol',
  },
  {
    tracker: 'google-universal-analytics', language: 'java', word: 'com.brsanthu.googleanalytics', client: 'GoogleAnalytics\\.builder',
    methods: ['event', 'pageView', 'screenView', 'exception'],
    docs: 'https://github.com/brsanthu/google-analytics-java',
  },
  {
    tracker: 'customer-io', language: 'ruby', word: 'Customerio::Client', client: 'Customerio::Client\\.new',
    methods: ['track', 'identify', 'track_anonymous'], docs: 'https://github.com/customerio/customerio-ruby',
  },
  {
    tracker: 'customer-io', language: 'python', word: 'customerio', client: '\\bCustomerIO',
    methods: ['track', 'identify', 'track_anonymous', 'backfill'],
    docs: 'https://github.com/customerio/customerio-python',
  },
  {
    tracker: 'intercom', language: 'ruby', word: 'Intercom::Client', client: 'Intercom::Client\\.new',
    methods: ['create', 'save', 'submit_bulk_job', 'tag'], docs: 'https://github.com/intercom/intercom-ruby',
  },
  {
    tracker: 'intercom', language: 'php', word: 'IntercomClient', client: 'new IntercomClient',
    methods: ['create', 'update'], docs: 'https://github.com/intercom/intercom-php',
  },
  {
    tracker: 'rudderstack', language: 'python', word: 'rudderstack.analytics', on: '(?:rudder_)?analytics',
    methods: segmentMethods,
    docs: 'https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-python-sdk/',
  },
  {
    tracker: 'rudderstack', language: 'ruby', word: 'Rudder::Analytics', client: 'Rudder::Analytics\\.new',
    methods: segmentMethods, docs: 'https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-ruby-sdk/',
  },
  {
    tracker: 'rudderstack', language: 'php', word: 'Rudder::', on: 'Rudder',
    methods: segmentMethods, docs: 'https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-php-sdk/',
  },
  {
    tracker: 'snowplow', language: 'python', word: 'snowplow_tracker', client: '\\bTracker',
    methods: ['track', 'track_page_view', 'track_struct_event', 'track_self_describing_event', 'track_screen_view'],
    docs: 'https://docs.snowplow.io/docs/sources/trackers/python-tracker/',
  },
  {
    tracker: 'snowplow', language: 'ruby', word: 'SnowplowTracker', client: 'SnowplowTracker::Tracker\\.new',
    methods: ['track_page_view', 'track_struct_event', 'track_self_describing_event', 'track_screen_view'],
    docs: 'https://docs.snowplow.io/docs/sources/trackers/ruby-tracker/',
  },
  {
    tracker: 'matomo', language: 'php', word: 'MatomoTracker', client: 'new \\\\?MatomoTracker',
    methods: ['doTrackPageView', 'doTrackEvent', 'doTrackGoal', 'doTrackSiteSearch', 'doTrackAction', 'setUserId'],
    docs: 'https://github.com/matomo-org/matomo-php-tracker',
  },
  {
    tracker: 'matomo', language: 'php', word: 'PiwikTracker', client: 'new \\\\?PiwikTracker',
    methods: ['doTrackPageView', 'doTrackEvent', 'doTrackGoal', 'doTrackSiteSearch', 'doTrackAction', 'setUserId'],
    docs: 'https://github.com/matomo-org/matomo-php-tracker',
  },
  {
    tracker: 'klaviyo', language: 'python', word: 'klaviyo_api', client: '\\bKlaviyoAPI',
    methods: ['create_event', 'create_or_update_profile', 'create_profile', 'subscribe_profiles', 'bulk_subscribe_profiles'],
    docs: 'https://github.com/klaviyo/klaviyo-api-python',
  },
  {
    tracker: 'klaviyo', language: 'php', word: 'KlaviyoAPI', client: 'new KlaviyoAPI',
    methods: ['createEvent', 'createOrUpdateProfile', 'createProfile', 'bulkSubscribeProfiles'],
    docs: 'https://github.com/klaviyo/klaviyo-api-php',
  },
]
