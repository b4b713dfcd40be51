/** Containers of several files: one has the table that says when tags fire, others hold their code. */
import type { ContainerFacts } from '../../facts/container/container.js'
import type { FileFacts } from '../../facts/facts.js'

/** A container, and the file that says when its tags fire. */
export interface Known {
  container: ContainerFacts
  table: string
}

/** The file with the table of a container that holds tags alone; undefined where there is none. */
export function tableOf({ isPart, manager, id, tags }: ContainerFacts, files: readonly FileFacts[]): FileFacts | undefined {
  const isListed = (other: ContainerFacts): boolean => tags.every(({ key }) => other.tags.some((listed) => listed.key !== undefined && listed.key === key))
  return isPart ? files.find(({ container: other }) => (
    other && !other.isPart && other.manager === manager && (id === null || other.id === id) && isListed(other))) : undefined
}

/** A container with the triggers that its table gives its tags. */
export function withTable({ path, container }: FileFacts, files: readonly FileFacts[]): Known | null {
  if (!container) return null
  const whole = tableOf(container, files)
  if (!whole?.container) return { container, table: path }
  const { tags: listed, triggers } = whole.container
  const tags = container.tags.map((tag) => ({ ...tag, fires: listed.filter(({ key }) => key === tag.key).flatMap(({ fires }) => fires) }))
  return { container: { ...container, tags, triggers }, table: whole.path }
}
