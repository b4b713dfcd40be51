/** Which code of the site loads a container: by its id, or its file. */
import type { ContainerFacts } from '../../facts/container/container.js'
import type { FileFacts } from '../../facts/facts.js'
import type { Certainty, Place, SightingKind } from '../../types.js'
import type { Found } from '../sightings/found.js'
import { tableOf } from './table.js'

/** How the site's code brings a container in. */
export interface Loading {
  /** Code that names its id, or names none where this is the only container of its kind. */
  places: (Place & { unit: string | null; certainty: Certainty })[]
  /** Files that load its file itself. */
  importers: readonly string[]
}

const LOADS: ReadonlySet<SightingKind> = new Set<SightingKind>(['container', 'snippet', 'remote-script', 'package-use'])

export interface LoadingHost {
  /** Facts of the container files. */
  files: readonly FileFacts[]
  found(): readonly Found[]
  importers(path: string): readonly string[]
}

/** Answers for the file of a container; each is looked up once. */
export function createLoading(host: LoadingHost): (file: string) => Loading {
  const known = new Map<string, Loading>()
  return (file) => {
    let answer = known.get(file)
    if (!answer) {
      answer = loadingOf(host, file, host.files.find(({ path }) => path === file)?.container)
      known.set(file, answer)
    }
    return answer
  }
}

export function isLoaded({ places, importers }: Loading): boolean {
  return places.length > 0 || importers.length > 0
}

function loadingOf(host: LoadingHost, file: string, container: ContainerFacts | undefined): Loading {
  if (!container) return { places: [], importers: [] }
  // A tag in a file of its own comes with the file that lists it.
  const table = tableOf(container, host.files)
  if (table) return loadingOf(host, table.path, table.container)
  const code = host.found().filter(({ sighting: { kind, unused, tag, file: own } }) => (
    LOADS.has(kind) && unused !== true && tag === undefined && own !== file))
  const place = ({ sighting }: Found, certainty: Certainty): Loading['places'][number] => (
    { file: sighting.file, span: sighting.span, unit: sighting.unit, certainty })
  const named = container.id === null ? [] : code.filter(({ sighting }) => sighting.accountId === container.id)
  const places = named.map((found) => place(found, 'exact'))
  if (places.length === 0) {
    // Code that computes the id loads one of the containers of this kind that no other code names.
    const { manager, side } = container
    const others = host.files.filter((facts) => facts.container?.manager === manager && facts.container.side === side)
    const unnamed = code.filter(({ sighting }) => sighting.tracker === manager && sighting.accountId === null)
    places.push(...unnamed.map((found) => place(found, others.length === 1 ? 'likely' : 'possible')))
  }
  return { places, importers: host.importers(file).filter((importer) => importer !== file) }
}
