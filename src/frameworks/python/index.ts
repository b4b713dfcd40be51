/** Frameworks for sites in Python. */
import type { Framework } from '../framework.js'
import { django } from './django/django.js'
import { fastApi } from './fastapi.js'
import { flask } from './flask.js'

export const python: readonly Framework[] = [django, flask, fastApi]
