/** The calls that a place in server code is an argument of, as far as brackets tell. */

/** Names of functions that make a value unreadable and leave it telling who somebody is. */
const HASHING = /hash(?!map|set|table|code)|(?:^|[^a-z])sha(?:-?\d|$)|md5|digest|hmac|encrypt|bcrypt|blake\d/i

/** Names of functions that give a record for what they are asked by. */
const LOOKUP = /^(?:find|lookup|look_up|query|select|where|first|single|exists|get_object_or_404|filter)(?=$|[_A-Z]|by)/
/** What keeps values by a key: the key does not leave with the value. */
const KEEPER = /^\$?(?:\w*cache|redis|session|store|storage)(?:->|\.|::)(?:get|fetch|find|pull|remember|has)\b/i
/** The same, where what they are asked by is an id: `get(request.id)`; `getName(patient)` is another matter. */
const READING = /^(?:get|load|fetch|retrieve|read)(?=$|[_A-Z]|by)/
const ID = /(?:^|[._>'"[]|[a-z])(?:id|pk|uuid|guid|slug|key|token)\)*['"\]]*$|I[dD]$|(?:^|\b|_)id$/

/** Names of the functions called around an offset, the innermost first: `helpers.HashString`, `.digest`. */
function calleesAround(code: string, offset: number): string[] {
  const found: string[] = []
  for (let depth = 0, at = offset - 1; at >= 0; at--) {
    const char = code[at] as string
    if (')]}'.includes(char)) depth++
    else if ('([{'.includes(char) && --depth < 0) {
      depth = 0
      const callee = char === '(' ? /[\w$.:>\\-]+[!?]?\s*$/.exec(code.slice(Math.max(0, at - 120), at))?.[0].trim() : undefined
      if (callee !== undefined) found.push(callee)
    }
  }
  return found
}

/** `hash('sha256', $email)`, `hashlib.sha256(email.encode()).hexdigest()`: what stands at the offset leaves hashed. */
export function isHashed(code: string, offset: number): boolean {
  return calleesAround(code, offset).some((callee) => HASHING.test(callee))
}

/** `find(params[:id])`, `GetLead(form.LeadID)`: what stands at the offset only says which record is meant. */
export function isLookedUpBy(code: string, offset: number, name: string): boolean {
  return calleesAround(code, offset).some((callee) => {
    const own = /\w+[!?]?$/.exec(callee)?.[0] ?? ''
    const lower = own.charAt(0).toLowerCase() + own.slice(1)
    return LOOKUP.test(lower) || KEEPER.test(callee) || (READING.test(lower) && ID.test(name))
  })
}
