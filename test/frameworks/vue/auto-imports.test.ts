import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../../src/configuration/configuration.js'
import { createLeaks } from '../../../src/leaks/leaks.js'
import { createProject, type Project } from '../../../src/project/project.js'
import { createStore } from '../../../src/project/store.js'
import { memoryTree } from '../../memory-tree.js'
import { projectOf, reachOf } from '../read-routes.js'

const composable = "export function useTracking() {\n  return { send: (name, data) => window.fbq('trackCustom', name, data) }\n}"
const page = (script: string, template = '<input v-model="reason" name="reason">'): string =>
  `<script setup>\nconst { send } = useTracking()\nconst reason = ref('')\n${script}\n</script>\n<template>${template}</template>`
const nuxt = { 'package.json': '{ "dependencies": { "nuxt": "4.2.1" } }', 'nuxt.config.ts': 'export default defineNuxtConfig({})' }

/** Files and sources of all flows. */
function leaksOf(project: Project): string[] {
  return createLeaks(project).leaks().flatMap(({ sighting, flows }) => flows.map(({ source }) => `${sighting.file} ${source.name}`)).sort()
}

describe('a name that Nuxt imports', () => {
  it('is followed as an import: the call of a composable is told where it is made', () => {
    expect(leaksOf(projectOf({
      ...nuxt, 'composables/useTracking.ts': composable,
      'pages/book.vue': page("function book() { send('Booked', { reason: reason.value }) }"),
      'pages/home.vue': page("function book() { send('Booked', { place: 'home' }) }"),
    }))).toEqual(['pages/book.vue input[name=reason]'])
  })

  it('is not the name that the file has itself', () => {
    expect(leaksOf(projectOf({
      ...nuxt, 'composables/useTracking.ts': composable,
      'pages/book.vue': `${page("function book() { send('Booked', { reason: reason.value }) }")}`
        .replace('const {', 'const useTracking = () => ({ send: () => {} })\nconst {'),
    }))).toEqual([])
  })

  it('comes from utilities of the server in its own files alone', () => {
    const files = {
      ...nuxt,
      'server/utils/forward.ts': "export const forward = (body) => fetch('https://graph.facebook.com/v21.0/1/events', { method: 'POST', body: JSON.stringify({ data: [{ em: body.email }] }) })",
      'server/api/visit.post.ts': 'export default defineEventHandler(async (event) => { const body = await readBody(event); await forward(body) })',
      'pages/a.vue': '<script setup>\nforward({ email: 1 })\n</script><template>a</template>',
    }
    expect(leaksOf(projectOf(files))).toEqual(['server/api/visit.post.ts request.email'])
    expect(reachOf(files, 'server/utils/forward.ts', 'forward')).toEqual(['/api/visit'])
  })

  it('may be a component: what its properties are given, and what it emits, is followed', () => {
    expect(leaksOf(projectOf({
      ...nuxt, 'composables/useTracking.ts': composable,
      'components/ReasonField.vue': '<script setup>\nconst emit = defineEmits(["chosen"])\nfunction leave(event) { emit("chosen", event.target.value) }\n</script>\n'
        + '<template><textarea name="symptoms" @blur="leave" /></template>',
      'pages/book.vue': page("function keep(value) { send('Chosen', { value }) }", '<ReasonField @chosen="keep" />'),
    }))).toEqual(['pages/book.vue textarea[name=symptoms]'])
  })
})

describe('a name that a build plugin imports', () => {
  const plugin = {
    'package.json': '{ "dependencies": { "vue": "3.5.0" } }', 'src/composables/tracking.ts': composable,
    'src/Book.vue': page("function book() { send('Booked', { reason: reason.value }) }"),
  }

  it('is written down in auto-imports.d.ts', () => {
    const declarations = "export {}\ndeclare global {\n  const ref: typeof import('vue')['ref']\n  const useTracking: typeof import('./composables/tracking')['useTracking']\n}"
    expect(leaksOf(projectOf({ ...plugin, 'src/auto-imports.d.ts': declarations }))).toEqual(['src/Book.vue input[name=reason]'])
  })

  it('means nothing without it', () => {
    expect(leaksOf(projectOf(plugin))).toEqual([])
  })
})

it('is another when a module exports another, in a run that remembers', () => {
  const store = createStore()
  const files = {
    ...nuxt, 'composables/useTracking.ts': composable.replace('useTracking', 'useOther'),
    'pages/book.vue': page("function book() { send('Booked', { reason: reason.value }) }"),
  }
  const run = (changed: Record<string, string>): string[] =>
    leaksOf(createProject(memoryTree({ ...files, ...changed }), defaultConfiguration, { store }))
  expect(run({})).toEqual([])
  expect(run({ 'composables/useTracking.ts': composable })).toEqual(['pages/book.vue input[name=reason]'])
  expect(run({})).toEqual([])
})
