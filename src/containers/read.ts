/** Text of one file → its facts: of a container when it is one, else of its language. The entry of this folder. */
import type { FileFacts } from '../facts/facts.js'
import { readFacts, type Interesting } from '../facts/read.js'
import { lineIndexAt, lineStartsOf } from '../lines.js'
import type { Container, UnreadForm } from './container.js'
import { exportWords, readExport } from './google/export.js'
import { liveWords, olderLive, readLive } from './google/live.js'
import { hostedWords, readHosted } from './adobe/hosted.js'
import { launchWords, readLaunch } from './adobe/launch.js'
import { lowerContainer } from './lowering/lower.js'
import { matomoWords, readMatomo } from './matomo/container.js'
import { readSegment, segmentWords } from './segment/settings.js'
import { clarityWords, readClarity } from './settings/clarity.js'
import { hotjarWords, readHotjar } from './settings/hotjar.js'
import { pixelSettingsWords, readPixelSettings } from './settings/meta-pixel.js'
import { posthogWords, readPosthog } from './settings/posthog.js'
import { readTiktok, tiktokWords } from './settings/tiktok.js'
import { bundledProfile, readTealium, tealiumWords } from './tealium/profile.js'

interface Reader {
  /** A text without one of these is none of its containers. */
  words: readonly string[]
  read(path: string, text: string): Container | null
}

const readers: readonly Reader[] = [
  { words: exportWords, read: readExport },
  { words: liveWords, read: readLive },
  { words: matomoWords, read: readMatomo },
  { words: launchWords, read: readLaunch },
  { words: hostedWords, read: readHosted },
  { words: segmentWords, read: readSegment },
  { words: tealiumWords, read: readTealium },
  { words: pixelSettingsWords, read: readPixelSettings },
  { words: hotjarWords, read: readHotjar },
  { words: clarityWords, read: readClarity },
  { words: posthogWords, read: readPosthog },
  { words: tiktokWords, read: readTiktok },
]

const unread: readonly UnreadForm[] = [olderLive, bundledProfile]

/** Words that the first look searches files for. ASCII. */
export const containerWords: readonly string[] = [...readers.flatMap(({ words }) => words), ...unread.map(({ word }) => word)]

/** UTF-16 code units. Tag managers allow a fraction of this: what is larger is no container. */
const LARGEST = 12_000_000

export function readSource(path: string, text: string, interesting: Interesting): FileFacts {
  for (const { words, read } of readers) {
    const at = words.map((word) => text.indexOf(word)).find((found) => found >= 0)
    if (at === undefined) continue
    if (text.length > LARGEST) return tooLarge(path, text, at, interesting)
    const container = read(path, text)
    if (container) return lowerContainer(path, text, container, interesting)
  }
  const facts = readFacts(path, text, interesting)
  const form = unread.find(({ word, is }) => text.includes(word) && is.test(text))
  if (!form) return facts
  const line = lineIndexAt(facts.lineStarts, text.search(form.is)) + 1
  return withProblem(facts, line, typeof form.message === 'string' ? form.message : form.message(text))
}

function tooLarge(path: string, text: string, at: number, interesting: Interesting): FileFacts {
  const facts = readFacts(path, text, interesting)
  if (facts.language !== 'json') return facts
  const line = lineIndexAt(lineStartsOf(text), at) + 1
  const message = 'has a word of a tag-manager container and is too large to be read as one: what it holds was not checked'
  return withProblem(facts, line, message)
}

function withProblem(facts: FileFacts, line: number, message: string): FileFacts {
  return { ...facts, problems: [...facts.problems, { file: facts.path, line, message }] }
}
