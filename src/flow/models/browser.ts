/** Browser interfaces and jQuery: what reads the page and what sends. */
import type { ModelRow } from './model.js'

export const browser: readonly ModelRow[] = [
  // https://api.jquery.com/category/forms/
  { of: null, names: '.val', flows: ['= receiver.value'] },
  { of: null, names: '.text', flows: ['= receiver.textContent'] },
  { of: null, names: '.html', flows: ['= receiver.innerHTML'] },
  { of: null, names: '.serialize', flows: ['= receiver.serialized'] },
  { of: null, names: '.serializeArray', flows: ['[*].value = receiver.serialized', '[*].name = receiver.serializedNames'] },
  { of: null, names: '.serializeObject .serializeJSON', flows: ['[*] = receiver.serialized'] },
  { of: null, names: '.attr .prop .getAttribute', flows: ['= receiver{0}'] },
  { of: null, names: '.data', flows: ['= receiver.dataset{0}'] },
  { of: null, names: '.namedItem .item', flows: ['= receiver{0}'] },
  { of: null, names: '.eq .first .last .addBack .end .toArray .parent .parents .children .siblings', flows: ['= receiver'] },
  { of: null, names: '$.each jQuery.each', flows: ['1(1) = 0[*]', '1(0) = 0.@keys'] },
  { of: null, names: '$.map jQuery.map', flows: ['[*] = 1()', '1(0) = 0[*]'] },
  { of: null, names: '$.trim jQuery.trim $.param jQuery.param', flows: ['= 0'] },
  { of: null, names: '$.extend jQuery.extend', flows: ['= 0', '= 1', '= 2', '0 = 1', '0 = 2'] },
  { of: null, names: '.is .hasClass .index .addClass .removeClass .toggleClass .show .hide', flows: [] },
  // https://react.dev/reference/react-dom/components/form
  { of: null, names: '<form>', flows: ['action(0) = @form'] },
  { of: null, names: '<button> <input>', flows: ['formAction(0) = @form'] },
  { of: null, names: 'FormData#', flows: [] },
  { of: null, names: 'URL#', flows: ['= 0', '.searchParams = 0', '.href = 0', '.search = 0'] },
  // What a server answers is not what it was asked with.
  { of: null, names: 'fetch .json .blob .arrayBuffer .formData navigator.sendBeacon XMLHttpRequest# Image# confirm alert $.ajax $.get $.post jQuery.ajax jQuery.post', flows: [] },
  // https://nuxt.com/docs/getting-started/data-fetching
  { of: null, names: '$fetch $fetch.raw $fetch.create useFetch useLazyFetch', flows: [] },
  { of: /^(axios|ky|got|node-fetch|undici|cross-fetch|superagent|ofetch)$/, names: 'default get post put patch delete request fetch create $fetch', flows: [] },
  { of: null, names: 'crypto.subtle.digest window.crypto.subtle.digest', flows: ['= 1'], mark: 'hashed' },
  { of: null, names: 'TextEncoder#().encode', flows: ['= 0'] },
  { of: null, names: '.encode .decode', flows: ['= 0'] },
  { of: null, names: 'Uint8Array# Uint16Array# ArrayBuffer# DataView# Uint8Array.from', flows: ['= 0'] },
  { of: /^(crypto-js|js-sha256|sha256|js-sha1|md5|blueimp-md5|crypto-js\/.*|hash\.js|@noble\/hashes.*|ts-md5|js-md5|sha\.js|hash-wasm)$/, names: 'default SHA256 SHA1 SHA512 SHA3 MD5 RIPEMD160 HmacSHA256 HmacSHA1 HmacMD5 sha256 sha1 sha512 sha224 md5 AES.encrypt DES.encrypt TripleDES.encrypt enc.Base64.stringify enc.Hex.stringify', flows: ['= 0'], mark: 'hashed' },
  { of: /^crypto-js(\/.*)?$/, names: 'enc.Utf8.parse enc.Utf8.stringify enc.Base64.parse', flows: ['= 0'] },
  // https://github.com/uuidjs/uuid: of a name (v3, v5), or of chance.
  { of: /^uuid(\/.*)?$/, names: 'v3 v5 default.v3 default.v5', flows: ['= 0'], mark: 'hashed' },
  { of: /^uuid(\/.*)?$|^nanoid(\/.*)?$|^@paralleldrive\/cuid2$|^ulid$|^cuid$/, names: 'default v1 v4 v6 v7 nanoid createId ulid validate version default.v1 default.v4', flows: [] },
  { of: /^(js-base64|base-64|base64-js)$/, names: 'encode default.encode Base64.encode toBase64 btoa fromByteArray', flows: ['= 0'], mark: 'encoded' },
  { of: /^(bcrypt|bcryptjs|argon2|scrypt-js)$/, names: 'hash hashSync default.hash default.hashSync', flows: ['= 0'], mark: 'hashed' },
  { of: null, names: 'Buffer.from', flows: ['= 0'], mark: 'encoded' },
  // https://nodejs.org/api/crypto.html
  { of: /^(node:)?crypto$/, names: 'createHash().update().digest createHmac().update().digest default.createHash().update().digest', flows: ['~ receiver'], mark: 'hashed' },
  { of: /^(node:)?crypto$/, names: 'createHash().update createHmac().update default.createHash().update', flows: ['= 0'] },
]
