/** What a selector finds, as far as a page's own elements tell. https://www.w3.org/TR/selectors-4/ */

export interface Compound {
  tag: string | null
  id: string | null
  name: string | null
  type: string | null
  classes: string[]
}

export interface Selector {
  /** What is found. */
  found: Compound
  /** What it has to stand in, the nearest last. */
  inside: Compound[]
  /** It is the chosen option of what is found. */
  isOption: boolean
}

/** All alternatives of a selector. Combinators are read as "somewhere inside". */
export function parseSelectors(text: string): Selector[] {
  return text.split(/,(?![^[(]*[\])])/).flatMap((part) => {
    const pieces = part.trim().split(/\s*[>+~]\s*|\s+(?![^[]*\])/).filter((piece) => piece !== '')
    const compounds = pieces.map(compound)
    const last = pieces.at(-1) ?? ''
    // `:selected` alone, or `option:checked`, is about the list it stands in.
    const isOption = /^option\b|^:(?:selected|checked)\b/i.test(last)
    const found = isOption ? (compounds.at(-2) ?? { tag: 'select', id: null, name: null, type: null, classes: [] }) : compounds.at(-1)
    return found ? [{ found, inside: compounds.slice(0, isOption ? -2 : -1), isOption }] : []
  })
}

function compound(text: string): Compound {
  const attribute = (name: string): string | null => new RegExp(`\\[${name}\\s*[*^$~|]?=\\s*["']?([^"'\\]]+)`, 'i').exec(text)?.[1] ?? null
  const bare = text.replace(/\[[^\]]*\]/g, '').replace(/::?[\w-]+(\([^)]*\))?/g, '')
  return {
    tag: /^[a-z][\w-]*/i.exec(bare)?.[0].toLowerCase() ?? null,
    id: /#([\w-]+)/.exec(bare)?.[1] ?? attribute('id'),
    name: attribute('name'),
    type: attribute('type') ?? (/:(checkbox|radio|text|password|file|submit)\b/.exec(text)?.[1] ?? null),
    classes: [...bare.matchAll(/\.([\w-]+)/g)].map((match) => match[1] as string),
  }
}

/** True when an element with these attributes is what a compound finds. Names of the page's own states are ignored. */
export function isFound(attributes: Readonly<Record<string, string>>, tag: string, { tag: wantedTag, id, name, type, classes }: Compound): boolean {
  if (id !== null && attributes.id !== id) return false
  if (name !== null && attributes.name !== name) return false
  if (id !== null || name !== null) return true
  if (type !== null && (attributes.type ?? (tag === 'input' ? 'text' : '')) !== type) return false
  const own = new Set((attributes.class ?? '').split(/\s+/))
  if (!classes.every((each) => own.has(each))) return false
  return wantedTag === null ? type !== null || classes.length > 0 : wantedTag === tag
}

/** A compound that names one thing, or one kind of field, and not every element of a tag. */
export function isNarrow({ id, name }: Compound): boolean {
  return id !== null || name !== null
}
