/**
 * Templates that somebody made: what their text says of them.
 * https://developers.google.com/tag-platform/tag-manager/templates
 */
import type { Template } from '../container.js'
import { entry, textOf, type Literal } from '../reading/literal.js'

/**
 * The template of a tag's type: `cvt_<container>_<template>` in accounts where it was made or added, `cvt_<id of the
 * gallery>` in newer ones. Null for types that are no template.
 */
export function templatesOf(list: readonly Literal[]): (type: string) => Template | null {
  const byType = new Map<string, Template>()
  for (const item of list) {
    const gallery = entry(item, 'galleryReference')
    const template = read(item, gallery)
    const container = textOf(entry(item, 'containerId'))
    const id = textOf(entry(item, 'templateId'))
    if (container !== null && id !== null) byType.set(`cvt_${container}_${id}`, template)
    const galleryId = textOf(entry(gallery, 'galleryTemplateId'))
    if (galleryId !== null) byType.set(`cvt_${galleryId}`, template)
    const own = /___INFO___[\s\S]*?"id":\s*"(cvt_[\w]+)"/.exec(textOf(entry(item, 'templateData')) ?? '')?.[1]
    if (own !== undefined && !byType.has(own)) byType.set(own, template)
  }
  return (type) => (isTemplate(type) ? (byType.get(type) ?? { name: null, repository: null, urls: [] }) : null)
}

export function isTemplate(type: string): boolean {
  return type.startsWith('cvt_')
}

function read(item: Literal, gallery: Literal | null): Template {
  const text = textOf(entry(item, 'templateData')) ?? ''
  const owner = textOf(entry(gallery, 'owner'))
  const repository = textOf(entry(gallery, 'repository'))
  return {
    name: /___INFO___[\s\S]*?"displayName":\s*"([^"]*)"/.exec(text)?.[1] ?? textOf(entry(item, 'name')),
    repository: owner !== null && repository !== null ? `${owner}/${repository}` : null,
    urls: permittedUrls(/___\w*PERMISSIONS___\s*(\[[\s\S]*?\])\s*(?=___|$)/.exec(text)?.[1] ?? ''),
  }
}

/** Addresses in the permissions of a template: scripts it may load, pixels it may send. */
function permittedUrls(permissions: string): string[] {
  return [...new Set([...permissions.matchAll(/"string":\s*"(https?:\/\/[^"]+)"/g)].map((match) => match[1] as string))]
}
