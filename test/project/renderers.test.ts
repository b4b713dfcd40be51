/** Compiled templates that stand beside their component: what the template calls is what the component gives it. */
import { describe, expect, it } from 'vitest'
import { seen } from './seen.js'

const calls = (code: string): string[] => seen({ 'assets/app.js': `(function(){${code}})();` }).filter((line) => line.includes('Booked'))
const booked = ['assets/app.js event-call Booked → assets/app.js']
const send = 'function s(e,t){window.fbq("trackCustom",e,t)}'

describe('Vue 3', () => {
  const setup = 'var c=o({__name:"Visit",setup(e,{expose:t}){t();let n={track:s};return Object.defineProperty(n,"__isScriptSetup",{value:!0}),n}});'
  const render = 'function r(e,t,n,a,l,i){return v("button",{onClick:t[0]||(t[0]=e=>a.track("Booked",{reason:a.reason}))})}'

  it.each([
    ['a function that is written to the component', `${send}${setup}${render}c.render=r;`],
    ['a function that is handed on with it', `${send}${setup}${render}var d=x(c,[["render",r],["__scopeId","data-v-1"]]);`],
    ['modules of Parcel', 'var g=globalThis.parcelRequire5c1d,a=g.register;'
      + `a("k3xY1",function(e,t){let l;(l=g("b7Qz2")).__esModule&&(l=l.default),l.render=g("m2Wx9").render;d(e.exports,"default",()=>l)}),a("b7Qz2",function(e,t){d(e.exports,"default",()=>c);${send}${setup}}),`
      + `a("m2Wx9",function(e,t){d(e.exports,"render",()=>r);${render}});function d(e,t,n){Object.defineProperty(e,t,{get:n})}`],
  ])('is given what setup returns: %s', (_, code) => expect(calls(code)).toEqual(booked))

  it.each([
    ['methods by the whole', 'e.book("Booked",{reason:e.reason})'],
    ['methods by their own place', 'i.book("Booked",{reason:e.reason})'],
    ['what data returns', 'l.send("Booked",{reason:e.reason})'],
    ['what is computed', 'e.chosen("Booked",{reason:e.reason})'],
  ])('is given the options: %s', (_, call) => expect(calls(
    `${send}var c={data(){return{send:s}},methods:{book:s},computed:{chosen(){return s}}};`
      + `function r(e,t,n,a,l,i){return v("button",{onClick:()=>${call}})}var d=x(c,[["render",r]]);`,
  )).toEqual(booked))

  it.each([
    ['the template of another component', `${send}${setup}${render}c.render=function(e){return v("p")};`],
    ['something else that has such a function', `${send}var c={track:s};${render}c.render=r;`],
    ['the place of the properties', `${send}${setup}${render.replace('a.track', 'n.track')}c.render=r;`],
  ])('is not given it: %s', (_, code) => expect(calls(code)).toEqual([]))
})

describe('Vue 2', () => {
  const render = 'function(){var e=this,t=e._self._c;return t("button",{on:{click:function(t){return e.book("Booked",{reason:e.reason})}}})}'

  it('is given the options of its component', () => {
    expect(calls(`${send}var c={methods:{book:s}};var d=m(c,${render},[],!1,null,"1a2b",null);`)).toEqual(booked)
  })

  it('is not given those of another one', () => {
    expect(calls(`${send}var c={methods:{book:s}},b={methods:{}};var d=m(b,${render},[],!1,null,"1a2b",null);`)).toEqual([])
  })
})
