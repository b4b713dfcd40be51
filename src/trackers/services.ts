/** What pages use of others and what receives their visitors by that: maps, video, fonts, captchas, booking, portals. */

export interface Service {
  id: string
  name: string
  vendor: string
  /** `a map`, `a video`. */
  what: string
  /** Regular expressions of the addresses of its scripts, frames and style sheets, behind the scheme. */
  addresses: readonly RegExp[]
  /** Words, in small letters, of which each of the addresses holds one: what a first look at a file goes by. */
  marks: readonly string[]
  /** Packages whose import is its use. */
  packages?: readonly string[]
  /** What to do instead. */
  instead: string
  /** It hands steps of booking or intake to the page's data layer or pixels by itself. */
  pushes?: string
  source: string
}

const map = { what: 'a map', instead: 'Link to the map, or show a picture of it from your own host.' } as const
const video = { what: 'a video', instead: 'Host the video yourself, or load the player after a click.' } as const
const font = { what: 'fonts', instead: 'Serve the fonts from your own host.' } as const
const captcha = { what: 'a captcha', instead: 'Use a check of your own host, or none behind a sign-in.' } as const

export const services: readonly Service[] = [
  { ...map, id: 'google-maps', name: 'Google Maps', vendor: 'Google', marks: ['google.', 'googleapis.com', 'gstatic.com'], addresses: [/(?:www\.google\.[\w.]+\/maps|maps\.google\.[\w.]+|maps\.googleapis\.com|maps\.gstatic\.com)\b/i], packages: ['@react-google-maps/api', '@vis.gl/react-google-maps', '@googlemaps/js-api-loader', 'google-map-react', 'vue3-google-map', '@angular/google-maps'], source: 'https://developers.google.com/maps/documentation/embed/get-started' },
  { ...map, id: 'mapbox', name: 'Mapbox', vendor: 'Mapbox', marks: ['mapbox.com'], addresses: [/(?:api|events)\.mapbox\.com\b/i], packages: ['mapbox-gl', 'react-map-gl'], source: 'https://docs.mapbox.com/mapbox-gl-js/guides/' },
  { ...video, id: 'youtube', name: 'YouTube', vendor: 'Google', marks: ['youtube'], addresses: [/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|iframe_api|player_api)\b/i], packages: ['react-youtube', 'react-lite-youtube-embed'], source: 'https://developers.google.com/youtube/iframe_api_reference' },
  { ...video, id: 'vimeo', name: 'Vimeo', vendor: 'Vimeo', marks: ['vimeo.com'], addresses: [/player\.vimeo\.com\//i], packages: ['@vimeo/player'], source: 'https://developer.vimeo.com/player/embedding' },
  { ...video, id: 'wistia', name: 'Wistia', vendor: 'Wistia', marks: ['wistia.'], addresses: [/fast\.wistia\.(?:com|net)\//i], source: 'https://docs.wistia.com' },
  { ...font, id: 'google-fonts', name: 'Google Fonts', vendor: 'Google', marks: ['googleapis.com', 'gstatic.com'], addresses: [/fonts\.(?:googleapis|gstatic)\.com\//i], source: 'https://developers.google.com/fonts/docs/css2' },
  { ...font, id: 'adobe-fonts', name: 'Adobe Fonts', vendor: 'Adobe', marks: ['typekit.net'], addresses: [/use\.typekit\.net\//i], source: 'https://fonts.adobe.com' },
  { ...font, id: 'font-awesome', name: 'Font Awesome kits', vendor: 'Fonticons', marks: ['fontawesome.com'], addresses: [/kit\.fontawesome\.com\//i], source: 'https://docs.fontawesome.com/web/setup/use-kit' },
  { ...captcha, id: 'recaptcha', name: 'reCAPTCHA', vendor: 'Google', marks: ['/recaptcha/'], addresses: [/(?:www\.google\.com|www\.recaptcha\.net)\/recaptcha\//i], packages: ['react-google-recaptcha', 'react-google-recaptcha-v3', 'vue-recaptcha', 'ng-recaptcha'], source: 'https://developers.google.com/recaptcha/docs/display' },
  { ...captcha, id: 'hcaptcha', name: 'hCaptcha', vendor: 'Intuition Machines', marks: ['hcaptcha.com'], addresses: [/(?:js\.|\b)hcaptcha\.com\/1\//i], packages: ['@hcaptcha/react-hcaptcha'], source: 'https://docs.hcaptcha.com' },
  { ...captcha, id: 'turnstile', name: 'Turnstile', vendor: 'Cloudflare', marks: ['challenges.cloudflare.com'], addresses: [/challenges\.cloudflare\.com\/turnstile\//i], source: 'https://developers.cloudflare.com/turnstile/' },
  { id: 'google-translate', what: 'a translation', name: 'Google Translate', vendor: 'Google', marks: ['translate_a'], addresses: [/translate\.google(?:apis)?\.com\/translate_a\/element\.js/i], instead: 'It sends the text of the page: translate the pages of patients yourself.', source: 'https://cloud.google.com/translate' },
  { id: 'accessibe', what: 'an accessibility overlay', name: 'accessiBe', vendor: 'accessiBe', marks: ['acsbap', 'accessibe.com'], addresses: [/(?:acsbapp|acsbap|accessibe)\.com\//i], instead: 'It runs in the page and reads all of it: make the pages accessible themselves.', source: 'https://accessibe.com' },
  { id: 'userway', what: 'an accessibility overlay', name: 'UserWay', vendor: 'UserWay', marks: ['userway.org'], addresses: [/cdn\.userway\.org\//i], instead: 'It runs in the page and reads all of it: make the pages accessible themselves.', source: 'https://userway.org' },
  { id: 'calendly', what: 'a booking widget', name: 'Calendly', vendor: 'Calendly', marks: ['calendly.com'], addresses: [/(?:assets\.)?calendly\.com\//i], packages: ['react-calendly'], instead: 'Take the container and the pixels off the page that shows it.', pushes: 'each step of a booking as a message to the page', source: 'https://help.calendly.com/hc/en-us/articles/223147027' },
  { id: 'practice-by-numbers', what: 'a booking widget', name: 'Practice by Numbers', vendor: 'Practice by Numbers', marks: ['practicenumbers.com', 'practicebynumbers.com'], addresses: [/(?:\w+\.)?(?:practicenumbers|practicebynumbers)\.com\//i], instead: 'Ask the vendor to switch its events off, and take the container off the page.', pushes: 'the chosen provider, visit type and time', source: 'https://www.practicenumbers.com' },
  { id: 'tellescope', what: 'patient forms', name: 'Tellescope', vendor: 'Tellescope', marks: ['tellescope.com'], addresses: [/(?:[\w-]+\.)?tellescope\.com\//i], instead: 'Ask the vendor to switch its events off, and take the container off the page.', pushes: 'the steps of its forms', source: 'https://www.tellescope.com' },
  { id: 'careportals', what: 'a patient portal', name: 'CarePortals', vendor: 'CarePortals', marks: ['careportals.com', 'portals.care'], addresses: [/(?:[\w-]+\.)?(?:careportals\.com|portals\.care)\//i], instead: 'Ask the vendor to switch its events off, and take the container off the page.', pushes: 'the steps of the portal and its cart', source: 'https://www.careportals.com' },
  { id: 'software-of-excellence', what: 'a booking widget', name: 'Software of Excellence', vendor: 'Henry Schein One', marks: ['soeidental', 'onlineappointment', 'softwareofexcellence'], addresses: [/(?:[\w-]+\.)?(?:soeidental|onlineappointment|softwareofexcellence)\.(?:com|co\.uk)\//i], instead: 'Ask the vendor to switch its events off, and take the container off the page.', pushes: 'the service, the provider, the date and the time', source: 'https://www.softwareofexcellence.com' },
]
