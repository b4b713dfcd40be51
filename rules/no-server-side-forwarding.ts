/** Server-side interfaces of vendors that forward patient data. */
import { draftsOf } from './leaking.js'
import type { Rule } from './rule.js'

export const noServerSideForwarding: Rule = {
  id: 'no-server-side-forwarding',
  description: 'Disallow forwarding patient data from the server to trackers: conversion and events interfaces, node SDKs',
  presets: ['recommended', 'strict'],
  report: (project) => draftsOf(project, 'no-server-side-forwarding'),
}
