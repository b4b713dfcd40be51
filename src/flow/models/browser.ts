/** Browser interfaces and jQuery: what reads the page and what sends. */
import type { ModelRow } from './model.js'

export const browser: readonly ModelRow[] = [
  // https://api.jquery.com/category/forms/
  { of: null, names: '.val', flows: ['= receiver.value'] },
  { of: null, names: '.text', flows: ['= receiver.textContent'] },
  { of: null, names: '.html', flows: ['= receiver.innerHTML'] },
  { of: null, names: '.serialize', flows: ['= receiver.serialized'] },
  { of: null, names: '.serializeArray', flows: ['[*].value = receiver.serialized'] },
  { of: null, names: '.serializeObject .serializeJSON', flows: ['[*] = receiver.serialized'] },
  { of: null, names: '.attr .prop .getAttribute', flows: ['= receiver.key'] },
  { of: null, names: '.data', flows: ['= receiver.dataset.key'] },
  { of: null, names: 'FormData#', flows: [] },
  { of: null, names: 'URL#', flows: ['= 0', '.searchParams = 0'] },
  // What a server answers is not what it was asked with.
  { of: null, names: 'fetch .json .blob .arrayBuffer .formData navigator.sendBeacon XMLHttpRequest# Image# confirm alert $.ajax $.get $.post jQuery.ajax jQuery.post', flows: [] },
  { of: /^(axios|ky|got|node-fetch|undici|cross-fetch|superagent|ofetch)$/, names: 'default get post put patch delete request fetch create $fetch', flows: [] },
  { of: null, names: 'crypto.subtle.digest window.crypto.subtle.digest', flows: ['= 1'], mark: 'hashed' },
  { of: null, names: 'TextEncoder#().encode', flows: ['= 0'] },
  { of: null, names: '.encode .decode', flows: ['= 0'] },
  { of: null, names: 'Uint8Array# Uint16Array# ArrayBuffer# DataView# Uint8Array.from', flows: ['= 0'] },
  { of: /^(crypto-js|js-sha256|sha256|js-sha1|md5|blueimp-md5|crypto-js\/.*|hash\.js|@noble\/hashes.*|ts-md5|js-md5|sha\.js|hash-wasm)$/, names: 'default SHA256 SHA1 SHA512 MD5 sha256 sha1 sha512 md5 default.SHA256 default.MD5', flows: ['= 0'], mark: 'hashed' },
  // https://nodejs.org/api/crypto.html
  { of: /^(node:)?crypto$/, names: 'createHash().update().digest createHmac().update().digest default.createHash().update().digest', flows: ['~ receiver'], mark: 'hashed' },
  { of: /^(node:)?crypto$/, names: 'createHash().update createHmac().update default.createHash().update', flows: ['= 0'] },
]
