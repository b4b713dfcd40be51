/** Hosts on which each site has a name of its own, given by who hosts it: what answers there is the site's. */
const HOSTS = new RegExp(String.raw`^https?:\/\/[\w.-]+\.(?:supabase\.co|cloudfunctions\.net|netlify\.app|vercel\.app|workers\.dev|pages\.dev`
  + String.raw`|run\.app|web\.app|onrender\.com|herokuapp\.com|azurewebsites\.net|railway\.app|fly\.dev)(?=\/)`, 'i')

/** An address without such a host. */
export function withoutSiteHost(address: string): string {
  return address.replace(HOSTS, '')
}
