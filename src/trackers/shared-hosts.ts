/** Hosts that serve much else beside trackers: only with its path does a URL on one of them say anything. */
export const sharedHosts: ReadonlySet<string> = new Set([
  'www.google.com', 'www.gstatic.com', 'unpkg.com', 'cdn.jsdelivr.net', 'cdnjs.cloudflare.com', 'www.facebook.com',
  'facebook.com', 't.co', 'www.youtube.com', 'graph.facebook.com', 'www.recaptcha.net', 'google.com',
  'www.linkedin.com', 'linkedin.com', 'player.vimeo.com', 'storage.googleapis.com', 'commondatastorage.googleapis.com',
  'analytics.twitter.com', 's3.amazonaws.com', 'ajax.googleapis.com', 'code.jquery.com', 'ajax.aspnetcdn.com',
  'maxcdn.bootstrapcdn.com', 'stackpath.bootstrapcdn.com', 'use.fontawesome.com',
])
