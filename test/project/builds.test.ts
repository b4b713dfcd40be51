/** Builds in several files: a module that one file loads of another is followed as an import is. */
import { describe, expect, it } from 'vitest'
import { chunkOf } from '../../src/facts/compiled/chunks.js'
import { seen } from './seen.js'

/** A wrapper that one file of a build holds and another one calls. */
const wrapper = 'function(e,t,n){"use strict";n.d(t,{k:function(){return r}});function r(e,t){window.fbq("trackCustom",e,t)}}'
const caller = (id: string): string => `function(e,t,n){"use strict";n.r(t);var r=n(${id});function o(e){(0,r.k)("Booked",{reason:e.target.value})}t.default=o}`

/** webpack 5: a file that starts the others, with modules of its own, and files that are pushed to it. */
const starts = (name: string, part: string, modules: string): string => `(()=>{var e={${modules}},t={};function n(r){var o=t[r];if(void 0!==o)return o.exports;`
  + 'var i=t[r]={exports:{}};return e[r](i,i.exports,n),i.exports}n.m=e,n.d=(e,t)=>{for(var r in t)Object.defineProperty(e,r,{get:t[r]})},n.u=e=>"static/js/"+e+".js";'
  + `(()=>{var e={${part}:0};var t=(t,r)=>{},r=self.${name}=self.${name}||[];r.forEach(t.bind(null,0)),r.push=t.bind(null,r.push.bind(r))})();n.e(311).then(n.bind(n,4120))})();`
const pushed = (name: string, part: string, modules: string): string =>
  `"use strict";(self.${name}=self.${name}||[]).push([[${part}],{${modules}}]);`

const booked = (file: string, holder: string): string[] => [`${file} event-call Booked → ${holder}`]
const calls = (files: Record<string, string>): string[] => seen(files).filter((line) => line.includes('Booked'))

describe('webpack 5', () => {
  it('joins a module of the file that starts the others', () => expect(calls({
    'js/main.js': starts('webpackChunkclinic', '792', `9254:${wrapper}`),
    'js/311.js': pushed('webpackChunkclinic', '311', `4120:${caller('9254')}`),
  })).toEqual(booked('js/311.js', 'js/main.js')))

  it('joins a module of another part, and what passes it on', () => expect(calls({
    'js/main.js': starts('webpackChunkclinic', '792', '7:function(e,t,n){n(8)}'),
    'js/96.js': pushed('webpackChunkclinic', '96', `9254:${wrapper},11:function(e,t,n){"use strict";n.d(t,{k:function(){return r.k}});var r=n(9254)}`),
    'js/311.js': pushed('webpackChunkclinic', '311', `4120:${caller('11')}`),
  })).toEqual(booked('js/311.js', 'js/96.js')))

  it('in the form of newer releases', () => expect(calls({
    'js/main.js': starts('webpackChunkclinic', '792', '9254(e,t,n){n.d(t,["k",()=>r,"no",0,"text"]);function r(e,t){window.fbq("trackCustom",e,t)}}'),
    'js/311.js': '(Array.isArray(self.webpackChunkclinic)?self.webpackChunkclinic:self.webpackChunkclinic=[]).push([[311],'
      + '{4120(e,t,n){var r=n(9254);t.default=e=>{(0,r.k)("Booked",{reason:e.target.value})}}}]);',
  })).toEqual(booked('js/311.js', 'js/main.js')))

  it('beside a module that is CommonJS', () => expect(calls({
    'js/main.js': starts('webpackChunkclinic', '792', `9254:${wrapper},5:function(module,exports){module.exports=function(){}}`),
    'js/311.js': pushed('webpackChunkclinic', '311', `4120:${caller('9254')}`),
  })).toEqual(booked('js/311.js', 'js/main.js')))

  it('in the form of a development build', () => expect(calls({
    'js/main.js': starts('webpackChunkclinic', '"main"', '"./src/send.js":'
      + '(__unused,exports,load)=>{eval("load.d(exports, { send: () => send });\\nfunction send(name, data) { fbq(\'trackCustom\', name, data) }\\n//# sourceURL=webpack://clinic/./src/send.js?")}'),
    'js/visit.js': '(self["webpackChunkclinic"] = self["webpackChunkclinic"] || []).push([["visit"],{"./src/visit.js":'
      + '(__unused,exports,load)=>{eval("var tool = load(/*! ./send */ \\"./src/send.js\\");\\nfield.onchange = (event) => tool.send(\'Booked\', { reason: event.target.value })\\n//# sourceURL=webpack://clinic/./src/visit.js?")}}]);',
  })).toEqual(booked('js/visit.js', 'js/main.js')))

  it('joins what is brought in when it is needed', () => expect(calls({
    'js/main.js': starts('webpackChunkclinic', '792', '7:function(e,t,n){n(8)}'),
    'js/96.js': pushed('webpackChunkclinic', '96', `9254:${wrapper}`),
    'js/311.js': pushed('webpackChunkclinic', '311', '4120:function(e,t,n){document.onclick=async function(){const r=await n.e(96).then(n.bind(n,9254));r.k("Booked",{reason:field.value})}}'),
    'js/312.js': pushed('webpackChunkclinic', '312', '4121:function(e,t,n){document.onclick=function(){n.e(96).then(n.t.bind(n,9254,23)).then(e=>{e.k("Booked",{reason:field.value})})}}'),
  })).toEqual([...booked('js/311.js', 'js/96.js'), ...booked('js/312.js', 'js/96.js')]))

  it('joins parts in folders below the file that starts them', () => expect(calls({
    'chunks/webpack-1.js': starts('webpackChunkclinic', '272', ''),
    'chunks/96-1a2b3c4d.js': pushed('webpackChunkclinic', '96', `9254:${wrapper}`),
    'chunks/pages/visit-5e6f7a8b.js': pushed('webpackChunkclinic', '311', `4120:${caller('9254')}`),
  })).toEqual(booked('chunks/pages/visit-5e6f7a8b.js', 'chunks/96-1a2b3c4d.js')))

  it('does not take a module of another build with the same ids', () => {
    const caller311 = `4120:${caller('9254')}`
    expect(calls({
      'js/main.js': starts('webpackChunkclinic', '792', `9254:${wrapper}`),
      'js/311.js': pushed('webpackChunkportal', '311', caller311),
    }), 'another name in one folder').toEqual([])
    expect(calls({
      'clinic/js/main.js': starts('webpackChunkclinic', '792', `9254:${wrapper}`),
      'portal/js/311.js': pushed('webpackChunkclinic', '311', caller311),
    }), 'the same name in another folder').toEqual([])
    expect(calls({
      'js/main.js': starts('webpackChunkclinic', '792', `9254:${wrapper}`),
      'js/admin/main.js': starts('webpackChunkclinic', '792', '9254:function(e,t,n){t.k=function(){}}'),
      'js/admin/311.js': pushed('webpackChunkclinic', '311', caller311),
    }), 'a build in a folder of another').toEqual([])
  })

  it('tells an older build in the folder by the names in what starts it', () => {
    const old = starts('webpackChunkclinic', '792', '9254:function(e,t,n){"use strict";n.d(t,{k:function(){return r}});function r(e){e()}}')
    const now = starts('webpackChunkclinic', '792', `9254:${wrapper}`)
    const part = pushed('webpackChunkclinic', '311', `4120:${caller('9254')}`)
    expect(calls({
      'js/main.0a1b2c3d.js': old.replace('".js"', '"."+{311:"11aa22bb"}[e]+".js"'),
      'js/311.11aa22bb.js': part,
      'js/main.4e5f6a7b.js': now.replace('".js"', '"."+{311:"33cc44dd"}[e]+".js"'),
      'js/311.33cc44dd.js': part,
    })).toEqual(booked('js/311.33cc44dd.js', 'js/main.4e5f6a7b.js'))
  })

  it('joins a module that stands in several parts, one of which holds all of another', () => expect(calls({
    'js/main.js': starts('webpackChunkclinic', '792', '7:function(e,t,n){n(8)}'),
    'js/239.js': pushed('webpackChunkclinic', '239', `9254:${wrapper}`),
    'js/398.js': pushed('webpackChunkclinic', '239,398', `9254:${wrapper},9255:function(e,t,n){n(9254)}`),
    'js/311.js': pushed('webpackChunkclinic', '311', `4120:${caller('9254')}`),
  })).toEqual(booked('js/311.js', 'js/239.js')))

  it('knows nothing of a module that is not there', () => expect(calls({
    'js/main.js': `${starts('webpackChunkclinic', '792', '7:function(e,t,n){n(8)}')}window.fbq("init","1")`,
    'js/311.js': pushed('webpackChunkclinic', '311', `4120:${caller('9254')}`),
  })).toEqual([]))
})

describe('webpack 4', () => {
  it('joins modules of tables with names', () => expect(calls({
    'js/app.js': '(function(e){function t(t){}var n={},o={app:0},c=window["webpackJsonp"]=window["webpackJsonp"]||[],u=c.push.bind(c);c.push=t})'
      + `({"0d3b":${wrapper}});`,
    'js/chunk-2d.js': `(window["webpackJsonp"]=window["webpackJsonp"]||[]).push([["chunk-2d"],{"8OQS":${caller('"0d3b"')}}]);`,
  })).toEqual(booked('js/chunk-2d.js', 'js/app.js')))

  it('joins modules of lists, whose places are their ids', () => expect(calls({
    'js/app.js': `!function(e){var n={},o={1:0},c=window.webpackJsonp=window.webpackJsonp||[],u=c.push.bind(c);c.push=function(){}}([function(e,t,n){},${wrapper}]);`,
    'js/2.js': `(window.webpackJsonp=window.webpackJsonp||[]).push([[2],[,,${caller('1')}]]);`,
    'js/3.js': `webpackJsonp([3],[,,,${caller('1')}]);`,
  })).toEqual([...booked('js/2.js', 'js/app.js'), ...booked('js/3.js', 'js/app.js')]))
})

describe('Parcel', () => {
  const root = 'var g=globalThis,c={},l={},r=g.parcelRequire5c1d;null==r&&((r=function(e){if(e in c)return c[e].exports;if(e in l){var t=l[e];delete l[e];'
    + 'var n={id:e,exports:{}};return c[e]=n,t.call(n.exports,n,n.exports),n.exports}}).register=function(e,t){l[e]=t},g.parcelRequire5c1d=r);var a=r.register;'
  const kept = 'a("k3xY1",function(e,t){d(e.exports,"send",()=>n);function n(e,t){window.fbq("trackCustom",e,t)}});function d(e,t,n){Object.defineProperty(e,t,{get:n})}'
  const page = (name: string): string => `var e=globalThis.${name},t=e.register;t("b7Qz2",function(t,n){var r=e("k3xY1");t.exports.default=function(e){r.send("Booked",{reason:e.target.value})}});`

  it('joins a module of another file', () => expect(calls({
    'dist/index.1f2e3d4c.js': root + kept, 'dist/visit.5b6a7988.js': page('parcelRequire5c1d'),
  })).toEqual(booked('dist/visit.5b6a7988.js', 'dist/index.1f2e3d4c.js')))

  it('joins nothing of another build', () => expect(calls({
    'dist/index.1f2e3d4c.js': root + kept, 'dist/visit.5b6a7988.js': page('parcelRequire77aa'),
  })).toEqual([]))
})

describe('what is told of a file before it is parsed', () => {
  it('is the build it is of, what it holds and what it loads of others', () => {
    expect(chunkOf(pushed('webpackChunkclinic', '311', `4120:${caller('9254')},"./a.js":(e,t,n)=>{n(4120)}`))).toEqual({
      bundle: 'webpackChunkclinic', isRuntime: false, parts: [], modules: ['4120', './a.js'], loads: ['9254'],
    })
    expect(chunkOf(starts('webpackChunkclinic', '792', `9254:${wrapper}`))).toMatchObject({
      isRuntime: true, parts: ['792'], modules: ['9254'], loads: ['4120'],
    })
  })

  it.each([
    ['code that hands on what it pushes', `list.push.bind(list);${pushed('webpackChunkclinic', '311', '4120:function(e,t,n){}')}`, false],
    ['webpack 5', starts('webpackChunkclinic', '792', `9254:${wrapper}`), true],
    ['webpack 4, not minified', 'var jsonpArray = window["webpackJsonp"] = window["webpackJsonp"] || [];\nvar old = jsonpArray.push.bind(jsonpArray);\n'
      + `jsonpArray.push = callback; ({ "0d3b": ${wrapper} })`, true],
    ['releases before', `var parent = window["webpackJsonp"];window["webpackJsonp"] = function webpackJsonpCallback() {};({ 12: ${wrapper} })`, true],
  ])('starts the others or does not: %s', (_, text, isRuntime) => expect(chunkOf(text)?.isRuntime).toBe(isRuntime))

  it.each([
    ['a source that names a chunk', 'const Page = lazy(() => import(/* webpackChunkName: "page" */ "./page"))'],
    ['a setting of a build', 'module.exports = { output: { jsonpFunction: "webpackJsonp" } }'],
    ['a script', 'load(12)'],
  ])('is nothing of %s', (_, text) => expect(chunkOf(text)).toBeNull())
})
