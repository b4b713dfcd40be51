/** Frameworks on the Java virtual machine, the more specific first. */
import type { Framework } from '../framework.js'
import { aem } from './aem/aem.js'
import { jaxRs } from './annotated/jax-rs.js'
import { micronaut } from './annotated/micronaut.js'
import { faces } from './faces.js'
import { grails } from './grails/grails.js'
import { play } from './play.js'
import { servlets } from './servlets/servlets.js'
import { spring } from './spring/spring.js'

export const java: readonly Framework[] = [aem, grails, spring, micronaut, jaxRs, play, faces, servlets]
