/** CommonJS that a build has joined with modules of the other kind: what one exports is what another calls. */
import { describe, expect, it } from 'vitest'
import { seen } from './seen.js'

const body = 'function tell(n){window.mixpanel.track(n)}'
const calls = (code: string): string[] => seen({ 'assets/app.js': code }).filter((line) => line.includes(' Booked'))
const found = ['assets/app.js event-call Booked → assets/app.js']

const byBabel = (exports: string): string =>
  `Object.defineProperty(${exports},"__esModule",{value:!0}),Object.defineProperty(${exports},"send",{enumerable:!0,get:function(){return tell}}),${exports}.default=tell;${body}`
const wildcard = 'function w(e){if(e&&e.__esModule)return e;var r={};for(var t in e)r[t]=e[t];return r.default=e,r}'
const rollup = `var m={},k;function need(){return k||(k=1,(function(e){${byBabel('e')}})(m)),m}var t=need();`
const rollupDefault = 'function only(e){return e&&e.__esModule&&Object.prototype.hasOwnProperty.call(e,"default")?e.default:e}'
const esbuild = 'var P=Object.defineProperty,C=Object.create,G=Object.getPrototypeOf,N=Object.getOwnPropertyNames;'
  + 'var lazy=(e,r)=>()=>(r||e((r={exports:{}}).exports,r),r.exports),copy=(e,r,t)=>{for(let n of N(r))n!==t&&P(e,n,{get:()=>r[n],enumerable:!0});return e},'
  + 'esm=(e,r,t)=>(t=e!=null?C(G(e)):{},copy(r||!e||!e.__esModule?P(t,"default",{value:e,enumerable:!0}):t,e)),names=(e,r)=>{for(var t in r)P(e,t,{get:r[t],enumerable:!0})};'

describe('what a module exports is called', () => {
  it.each<[string, string]>([
    ['Rollup: a function that makes the module, by a getter', `${rollup}t.send("Booked")`],
    ['Rollup: its default', `${rollup}${rollupDefault}const s=only(t);s("Booked")`],
    ['Rollup: a module that is its function', `${rollupDefault}var m,k;function need(){if(k)return m;k=1;${body}return m=tell,m}const s=only(need());s("Booked")`],
    ['Rollup: module and exports are handed on', `var m={exports:{}};(function(e,x){x.send=tell;${body}})(m,m.exports);var t=m.exports;t.send("Booked")`],
    ['Babel: the default of another', `${rollup}function d(e){return e&&e.__esModule?e:{default:e}}var a=d(t);(0,a.default)("Booked")`],
    ['Babel: a function that is no such module', `${body}function d(e){return e&&e.__esModule?e:{default:e}}var a=d(tell);(0,a.default)("Booked")`],
    ['Babel: all of another', `${rollup}${wildcard}var a=w(t);a.send("Booked")`],
    ['TypeScript: a helper that may be loaded', `${rollup}var d=this&&this.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};const a=d(t);a.default("Booked")`],
    ['esbuild: a getter', `${esbuild}var need=lazy(e=>{"use strict";${byBabel('e')}});var t=esm(need());t.send("Booked")`],
    ['esbuild: the default', `${esbuild}var need=lazy(e=>{"use strict";${byBabel('e')}});var t=esm(need());(0,t.default)("Booked")`],
    ['esbuild: a module that is its function', `${esbuild}var need=lazy((e,m)=>{${body}m.exports=tell});var t=esm(need());(0,t.default)("Booked")`],
    ['esbuild: getters alone tell a module', `${esbuild}var need=lazy(e=>{Object.defineProperty(e,"send",{get:function(){return tell}});${body}});need().send("Booked")`],
    ['esbuild: names of a namespace', `${esbuild}var all={};names(all,{send:()=>tell});${body}all.send("Booked")`],
    ['Parcel: names one by one', `function ex(e,n,v,s){Object.defineProperty(e,n,{get:v,set:s,enumerable:!0,configurable:!0})}var $a={};ex($a,"send",()=>tell);${body}$a.send("Booked")`],
    ['Parcel: the default', `${rollup}function d(e){return e&&e.__esModule?e.default:e}d(t)("Booked")`],
  ])('%s', (_, code) => expect(calls(code)).toEqual(found))
})

describe('what is called is not', () => {
  it.each<[string, string]>([
    ['another name of the module', `${rollup}t.other("Booked")`],
    ['the default of a module that only looks like one', `var m={send:tell};${body}${rollupDefault}const s=only(m);s("Booked")`],
    ['what a function makes that asks for something else', `${rollup}function d(e){return e&&e.isModule?{default:other}:{}}var a=d(t);(0,a.default)("Booked")`],
    ['what is defined on another object', `var a={},b={};Object.defineProperty(a,"send",{get:function(){return tell}});${body}b.send("Booked")`],
    ['an object that a function is handed later', `var m={},o={};function fill(e){e.send=tell}${body}fill(m);o.send("Booked")`],
    ['what a parameter became', `var m={};(function(e){e={};e.send=tell})(m);${body}m.send("Booked")`],
  ])('%s', (_, code) => expect(calls(code)).toEqual([]))
})
