/** Server-side interfaces of vendors that forward patient data, and lists of people uploaded as audiences. */
import { draftsOf } from './leaking.js'
import { wantedIn } from './presence.js'
import type { Rule } from './rule.js'
import { nameOf } from './wording.js'

export const noServerSideForwarding: Rule = {
  id: 'no-server-side-forwarding',
  description: 'Disallow forwarding patient data from the server to trackers: conversion and events interfaces, node SDKs',
  presets: ['recommended', 'strict'],
  *report(project) {
    yield* draftsOf(project, 'no-server-side-forwarding')
    const leaking = new Set(project.leaks().map(({ sighting }) => sighting))
    for (const sighting of wantedIn(project)) {
      if (!sighting.audience || sighting.unused || leaking.has(sighting)) continue
      const tracker = project.tracker(sighting.tracker)
      yield {
        severity: 'error',
        message: `${tracker.vendor} receives a list of people as an audience through ${nameOf(tracker, sighting.accountId)}: who is on it is matched with accounts, and the list says what they have in common.`,
        help: 'Delete this upload. A hash of an address is matched like the address itself, and the name of the list is the fact.',
        file: sighting.file,
        span: sighting.span,
        tracker: tracker.id,
        dataCategories: ['email', 'account-identifier'],
        hashed: false,
        confidence: 'sent-by-this-code',
        flow: [],
        routes: sighting.routes,
      }
    }
  },
}
