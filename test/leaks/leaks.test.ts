/**
 * From the field to the vendor, in the forms that frameworks and servers give it: small projects, each with what has to
 * be told of it as `FILE:LINE TRACKER CATEGORY, …`, and a twin that only looks alike.
 */
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { run } from '../../src/run.js'
import { lineIndexAt, lineStartsOf } from '../../src/lines.js'
import { memoryTree } from '../memory-tree.js'

const LEAKS = new Set(['no-form-data-in-tracking', 'no-identity-in-tracking', 'no-server-side-forwarding'])

/** `FILE:LINE TRACKER CATEGORY, …` of every leak, sorted. */
function leaksOf(files: Record<string, string>): string[] {
  const { findings } = run(memoryTree(files), defaultConfiguration, { rules })
  return findings.filter(({ ruleId }) => LEAKS.has(ruleId)).map(({ file, span, tracker, dataCategories, hashed }) => {
    const line = lineIndexAt(lineStartsOf(files[file] ?? ''), span.start) + 1
    return `${file}:${line} ${tracker} ${dataCategories.join(', ')}${hashed ? ' hashed' : ''}`
  }).sort()
}

const page = (body: string, script: string): Record<string, string> => ({ 'page.html': `${body}\n<script>\n${script}\n</script>\n` })
const reactPackage = { 'package.json': '{"dependencies":{"react":"19","react-hook-form":"7","formik":"2"}}' }

interface Case {
  name: string
  files: Record<string, string>
  leaks: string[]
}

const cases: Case[] = [
  {
    name: 'a field found by its id',
    files: page('<label for="why">Reason for visit</label><textarea id="why"></textarea>', "fbq('track', 'Lead', { why: document.getElementById('why').value })"),
    leaks: ['page.html:3 meta-pixel reason-for-visit, free-text'],
  },
  { name: 'the length of what was typed', files: page('<textarea id="why"></textarea>', "fbq('track', 'Lead', { long: document.getElementById('why').value.length })"), leaks: [] },
  { name: 'a password', files: page('<input id="pass" type="password">', "fbq('track', 'Lead', { p: document.getElementById('pass').value })"), leaks: [] },
  {
    name: 'jQuery',
    files: page('<input name="email" type="email">', "$('#form').on('submit', function () { dataLayer.push({ event: 'lead', mail: $('[name=email]').val() }) })"),
    leaks: ['page.html:3 google-tag-manager email'],
  },
  {
    name: 'a whole form by FormData',
    files: page('<form id="f"><input name="phone" type="tel"><input name="dob" autocomplete="bday"></form>',
      "f.addEventListener('submit', (event) => gtag('event', 'lead', Object.fromEntries(new FormData(event.target))))"),
    leaks: ['page.html:3 google-analytics-4 phone, date-of-birth'],
  },
  {
    name: 'one entry of FormData',
    files: page('<form id="f"><input name="phone" type="tel"><input name="dob" autocomplete="bday"></form>',
      "f.addEventListener('submit', (event) => gtag('event', 'lead', { d: new FormData(event.target).get('dob') }))"),
    leaks: ['page.html:3 google-analytics-4 date-of-birth'],
  },
  {
    name: 'the text of the chosen option',
    files: page('<label for="doctor">Doctor</label><select id="doctor"><option>Dr. Ada</option></select>',
      "const list = document.getElementById('doctor')\nfbq('track', 'Lead', { who: list.options[list.selectedIndex].text })"),
    leaks: ['page.html:4 meta-pixel provider'],
  },
  {
    name: 'an inline handler and its element',
    files: { 'page.html': '<input name="email" type="email" onchange="fbq(\'track\', \'Lead\', { m: this.value })">\n' },
    leaks: ['page.html:1 meta-pixel email'],
  },
  { name: 'a switch whose label tells nothing', files: page('<label><input type="checkbox" id="dark"> Dark colours</label>', "fbq('track', 'Theme', { on: document.getElementById('dark').checked })"), leaks: [] },
  {
    name: 'React state, typed in another component',
    files: {
      ...reactPackage,
      'Form.jsx': `import { useState } from 'react'
import { Field } from './Field'
export function Form() {
  const [form, setForm] = useState({ email: '', plan: 'a' })
  const change = (event) => setForm({ ...form, [event.target.name]: event.target.value })
  const send = () => window.fbq('track', 'Lead', { mail: form.email })
  return <form onSubmit={send}><Field name="email" type="email" onChange={change} /><Field name="reason" onChange={change} /></form>
}`,
      'Field.jsx': 'export function Field(props) { return <input {...props} /> }',
    },
    leaks: ['Form.jsx:6 meta-pixel email'],
  },
  {
    name: 'an uncontrolled input by its reference',
    files: {
      ...reactPackage,
      'Form.jsx': `import { useRef } from 'react'
export function Form() {
  const field = useRef(null)
  const send = () => window.gtag('event', 'lead', { v: field.current.value })
  return <form onSubmit={send}><input ref={field} name="symptoms" /></form>
}`,
    },
    leaks: ['Form.jsx:4 google-analytics-4 condition'],
  },
  {
    name: 'react-hook-form',
    files: {
      ...reactPackage,
      'Form.jsx': `import { useForm } from 'react-hook-form'
export function Form() {
  const { register, handleSubmit } = useForm()
  const send = (values) => window.fbq('track', 'Lead', { mail: values.email })
  return <form onSubmit={handleSubmit(send)}><input type="email" {...register('email')} /><input {...register('reason')} /></form>
}`,
    },
    leaks: ['Form.jsx:4 meta-pixel email'],
  },
  {
    name: 'Formik',
    files: {
      ...reactPackage,
      'Form.jsx': `import { useFormik } from 'formik'
export function Form() {
  const formik = useFormik({ initialValues: { phone: '' } })
  const send = () => window.fbq('track', 'Lead', { p: formik.values.phone })
  return <form onSubmit={send}><input name="phone" type="tel" /></form>
}`,
    },
    leaks: ['Form.jsx:4 meta-pixel phone'],
  },
  {
    name: 'v-model',
    files: {
      'package.json': '{"dependencies":{"vue":"3"}}',
      'Form.vue': `<script setup>
import { ref } from 'vue'
const reason = ref('')
function send() { window.fbq('track', 'Lead', { r: reason.value }) }
</script>
<template><form @submit="send"><label for="r">Reason for visit</label><textarea id="r" v-model="reason" /></form></template>`,
    },
    leaks: ['Form.vue:4 meta-pixel reason-for-visit, free-text'],
  },
  {
    name: 'v-model in a component of options',
    files: {
      'package.json': '{"dependencies":{"vue":"2"}}',
      'Form.vue': `<script>
export default {
  data() { return { form: { email: '', plan: 'a' } } },
  methods: { send() { window.fbq('track', 'Lead', { m: this.form.email, p: this.form.plan }) } },
}
</script>
<template><form @submit="send"><input type="email" v-model="form.email"></form></template>`,
    },
    leaks: ['Form.vue:4 meta-pixel email'],
  },
  {
    name: 'bind:value',
    files: {
      'package.json': '{"dependencies":{"svelte":"5"}}',
      'Form.svelte': `<script>
  let email = ''
  function send() { window.fbq('track', 'Lead', { m: email }) }
</script>
<form on:submit={send}><input type="email" bind:value={email}></form>`,
    },
    leaks: ['Form.svelte:3 meta-pixel email'],
  },
  {
    name: 'ngModel in a template file',
    files: {
      'package.json': '{"dependencies":{"@angular/core":"19"}}',
      'book.component.ts': `import { Component } from '@angular/core'
@Component({ selector: 'app-book', templateUrl: './book.component.html' })
export class BookComponent {
  reason = ''
  send() { (window as any).fbq('track', 'Lead', { r: this.reason }) }
}`,
      'book.component.html': '<label for="r">Reason for visit</label><textarea id="r" [(ngModel)]="reason"></textarea><button (click)="send()">Book</button>',
    },
    leaks: ['book.component.ts:5 meta-pixel reason-for-visit, free-text'],
  },
  {
    name: 'a reactive form of Angular',
    files: {
      'package.json': '{"dependencies":{"@angular/core":"19","@angular/forms":"19"}}',
      'book.component.ts': `import { Component } from '@angular/core'
import { FormBuilder } from '@angular/forms'
@Component({ selector: 'app-book', templateUrl: './book.component.html' })
export class BookComponent {
  form = this.builder.group({ email: '' })
  constructor(private builder: FormBuilder) {}
  send() { (window as any).fbq('track', 'Lead', { m: this.form.value.email }) }
}`,
      'book.component.html': '<form [formGroup]="form"><input type="email" formControlName="email"></form>',
    },
    leaks: ['book.component.ts:7 meta-pixel email'],
  },
  {
    name: 'x-model of a page, the object in a script',
    files: {
      'index.html': '<form x-data="booking" @submit.prevent="send"><input type="tel" x-model="form.phone"></form><script src="app.js"></script>',
      'app.js': `document.addEventListener('alpine:init', () => {
  Alpine.data('booking', () => ({
    form: { phone: '' },
    send() { window.dataLayer.push({ event: 'lead', p: this.form.phone }) },
  }))
})`,
    },
    leaks: ['app.js:4 google-tag-manager phone'],
  },
  {
    name: 'kept in the storage, read on another page',
    files: {
      'book.html': "<input id=\"mail\" type=\"email\"><script>localStorage.setItem('lead', JSON.stringify({ mail: document.getElementById('mail').value, plan: 'a' }))</script>",
      'thanks.html': "<script>\nconst lead = JSON.parse(localStorage.getItem('lead'))\nfbq('track', 'Lead', { m: lead.mail })\nfbq('track', 'Plan', { p: lead.plan })\n</script>",
    },
    leaks: ['thanks.html:3 meta-pixel email'],
  },
  {
    name: 'values a template of PHP renders',
    files: { 'portal.php': "<!doctype html>\n<script>\nfbq('init', '101010101010101', { em: '<?= $patient->email ?>' })\nfbq('track', 'View', { page: '<?= $page->slug ?>' })\n</script>" },
    leaks: ['portal.php:3 meta-pixel email'],
  },
  {
    name: 'values a template of Razor renders',
    files: { 'Views/Home/Index.cshtml': "<!doctype html>\n<script>\nwindow.dataLayer.push({ mrn: '@Model.Patient.Mrn' })\n</script>" },
    leaks: ['Views/Home/Index.cshtml:3 google-tag-manager medical-record-number'],
  },
  {
    name: 'hashed, and still the address',
    files: page('<input id="mail" type="email">', "fbq('init', '101010101010101', { em: btoa(document.getElementById('mail').value) })"),
    leaks: ['page.html:3 meta-pixel email hashed'],
  },
  {
    name: 'a wrapper tells where it is called',
    files: {
      'track.js': "export function track(name, data) { window.fbq('track', name, data) }",
      'page.js': "import { track } from './track.js'\ntrack('Lead', { m: document.querySelector('#email').value })\ntrack('Lead', { plan: 'a' })",
      'index.html': '<input id="email" type="email"><script type="module" src="page.js"></script>',
    },
    leaks: ['page.js:2 meta-pixel email'],
  },
  {
    name: 'what a request brings to a server',
    files: {
      'package.json': '{"dependencies":{"mixpanel":"0.18"}}',
      'api.js': "import Mixpanel from 'mixpanel'\nconst mixpanel = Mixpanel.init('x')\nexport async function POST(request) {\n  const body = await request.json()\n  mixpanel.track('Lead', { mail: body.email })\n}",
    },
    leaks: ['api.js:5 mixpanel email'],
  },
  {
    name: 'a form that a server in Go forwards',
    files: {
      'go.mod': 'module clinic',
      'forward.go': 'package main\nfunc SendConversion(payload Payload) error {\n\turl := "https://graph.facebook.com/v20.0/1/events"\n\treturn post(url, payload)\n}',
      'handler.go': 'package main\nfunc Book(form Form) {\n\tpayload := Payload{Phone: hash(form.PhoneNumber)}\n\tSendConversion(payload)\n}',
    },
    leaks: ['handler.go:4 meta-pixel phone hashed'],
  },
  {
    name: 'an entry of a list that is chosen by a click',
    files: {
      ...reactPackage,
      'Choose.jsx': `import { useState } from 'react'
const therapies = [{ id: 'a' }, { id: 'b' }]
export function Choose() {
  const [selectedTherapy, setSelectedTherapy] = useState('')
  const [activeTab, setActiveTab] = useState('one')
  const send = () => { window.fbq('track', 'Pick', { t: selectedTherapy }); window.fbq('track', 'Tab', { t: activeTab }) }
  return <div onClick={send}>{therapies.map((therapy) => <button key={therapy.id} onClick={() => { setSelectedTherapy(therapy.id); setActiveTab(therapy.id) }} />)}</div>
}`,
    },
    leaks: ['Choose.jsx:6 meta-pixel procedure'],
  },
  { name: 'names alone, where the value is known', files: page('', "const email = 'office@clinic.example'\nfbq('track', 'Lead', { email })"), leaks: [] },
]

describe('leaks', () => {
  it.each(cases)('$name', ({ files, leaks }) => {
    expect(leaksOf(files)).toEqual(leaks)
  })
})
