/** Words around the telling ones: those that change nothing, and those that make a name say something else. */
import { phrases } from '../table.js'

/** Say nothing: `txtEmailValue`, `selectedDoctor`, `patient.data.email`. */
export const fillers: readonly string[] = phrases(`
  value, val, field, fld, input, inp, txt, text, textbox, textarea, tb, str, string, raw, current, curr, selected,
  select, chosen, info, information, data, detail, object, obj, dto, attribute, attr, prop, property, entry, list,
  array, arr, no, one, primary, secondary, alternate, alt, main, principal, other, hash, hashed, sha, md5, encrypted,
  encoded, masked, plain, clean, cleaned, normalized, sanitized, trimmed, trim, lower, lowercase, upper, uppercase,
  case, target, element, elem, el, ctrl, control, this, self, json, temp, tmp, submitted, entered, typed, optional,
  required, confirm, confirmation, confirmed value, repeat, again, verify, digit, get, read, fetch, first, last,
  item, formatted, escape, escaped, html, fragment, new, old, existing, ddl, dropdown, cbo, combo, combobox, radio,
  rb, checkbox, chk, box, enter, choose, provide, your, i, is, be, are, what, we, me, you, with, and, at, in, here,
  if, if any, if applicable, applicable, actual, atual, valor, campo, dato, dado, ingrese, informe, digite,
  introduzca, obligatorio, obrigatorio, opcional, number, full, complete, completo, completa, name attribute, safe,
  unsafe, default, to string, string value, map, join, filter, slice, substring, replace, concat, split, pop, shift,
  find, body, payload, param, params, model, state, vm, view bag, viewbag, viewdata, viewmodel, session, cookie,
  local, storage, store, db, api, record, row, result, response, res, req, request, post, formdata, form,
  ref current, snapshot, dataset, document data, meta key, custom field, acf, page props, auth, session data,
  resource, entity, dynamic, root, scope, item value, preview, draft, hidden, ud, uddf, cd, sub, mst, cust`)

/** A name that starts with one is what a function does, a switch or a handler, and no value. */
export const verbs: readonly string[] = phrases(`
  set, send, validate, verify, check, handle, handler, on, show, hide, toggle, render, open, close, create, delete,
  remove, add, save, should, will, can, could, use, enable, disable, allow, mask, generate, build, reset, submit,
  process, notify, change, clear, focus, blur, click, upload, download, print, update, edit, reload, refresh, init,
  register, unregister, subscribe, unsubscribe, dispatch, emit, trigger, ask, hook, compute, calculate, sort, group,
  count, log, track, watch, mount, is loading, import, export, sync, resend, forget, redirect, navigate, goto, go,
  skip, needs, requires, max, min, default, allowed, num, total, invalid, valid, missing, book, schedule, cancel,
  reschedule, find, compare, match, try, assert, ensure, require, include, exclude, extract, map, transform, copy,
  paste, preload, append, prepend, insert, bind, load, before, after, did, no, not, disabled, hidden, visible,
  get all, list all, to`)

/** A question: `isPregnant`. What it asks about health is a health fact; `isEmailValid` is a mere switch. */
export const questions: readonly string[] = phrases('is, has, had, have, was, were, does, did, takes, tem, tiene, are')

/** After a telling word: a switch, a piece of the interface or of the code is meant, and not the value. */
export const voidTails: readonly string[] = phrases(`
  enabled, disabled, sent, valid, invalid, verified, template, error, label, placeholder, ref, handler, count,
  length, size, regex, regexp, schema, config, configuration, setting, notification, consent, button, btn, icon,
  link, url, uri, click, clicked, change, changed, modal, dialog, form, component, page, screen, view, route, router,
  path, style, class, color, width, server, token, queue, job, event, format, pattern, mask, validator, validation,
  rule, column, key, domain, required, optional, visible, loading, loaded, saving, open, opened, touched, dirty,
  focus, focused, hover, submit, submitted, submission, controller, repository, repo, module, factory, context,
  reducer, action, saga, slice, selector, mapper, resolver, guard, interceptor, middleware, migration, seeder,
  policy, request, response, api, endpoint, client, sdk, helper, util, manager, adapter, gateway, card, tile, panel,
  row, cell, table, grid, header, footer, banner, hero, section, tab, menu, nav, sidebar, image, img, photo, avatar,
  logo, thumbnail, caption, tooltip, hint, helper text, help text, message, max, min, index, step, prefix icon,
  tracking, analytic, tracker, permission, role, feature, flag, mode, theme, marker, popup, toast, alert, warning,
  reminder, prop, type def, interface, enum, constant, default, test, spec, mock, stub, fixture, callback, listener,
  hook, state, store, service class, wrapper, container, provider component, layout, group box, list item component,
  exist, exists, missing, unavailable, available, total, sum, average, percentage, ratio, timestamp format, parser,
  formatter, transformer, builder, generator, loader, importer, exporter, worker, picker, filter function, sort,
  order by, limit, offset, pagination, editor, viewer, map, seo, slug, permalink, shortcode, widget, block, plugin,
  addon, site, website, portal url, landing, video, audio, blog, article, news, post, faq, guide, heading, push,
  include, includes, some, every, splice, tip, resource, book, course, school, training, jobs, career, conference,
  seminar, webinar, software, system, portal, disclaimer, text field error, term, agreement, privacy, css, scss,
  html, email, sms, service, model, entity, query, mutation, subscription`)

/** After a health word these leave it as it is; any other word leaves it a guess. */
export const plainTails: readonly string[] = phrases(`
  datetime, name, nombre, nome, type, tipo, code, codigo, list, id, identifier, number, date, fecha, time, detail, description,
  descripcion, note, nota, history, start, end, status, severity, level, comment, text, other, otro, outro, title,
  display, reason, year, month, summary, plan, group, member, company, phone, address, email, first, last, middle,
  npi, specialty, gender, relation, relationship, holder, category, kind, dose, frequency, quantity, amount,
  strength, unit, result, score, question, answer, interest, preference, option, choice, selection, selected,
  requested, needed, taken, prescribed, active, current, past, previous, family, onset, duration, location, side,
  state, city, zip, provider, doctor, self`)

/** Sayings of the trade that hold a telling word and mean something else. */
export const sayings: readonly string[] = phrases(`
  client id, client secret, client key, client name space, user agent, user interface, host name, hostname,
  class name, classname, file name, filename, event name, tag name, node name, site name, brand name, product name,
  plan name, page size, page number, domain name, business name, company name, organization name, project name,
  variable name, function name, method name, key name, table name, column name, field name, route name, view name,
  template name, component name, module name, package name, app name, application name, theme name, font name,
  icon name, cookie name, header name, param name, parameter name, folder name, directory name, city name list,
  action name, controller name, model name, type name, label name, font family, font weight, line height,
  body height, page height, window height, max height, min height, screen height, date format, time zone, timezone,
  time out, timeout, time stamp, timestamp, run time, created at, updated at, error message, error reason,
  success message, status message, validation message, message type, message id, message key, status code,
  status text, exit code, error code, language code url, stored procedure, sql procedure, race condition,
  terms condition, term condition, if condition, condition met, where condition, loop condition, boundary condition,
  air condition, weather condition, search condition met, ip filter, ip range, ip whitelist, ip rule, ip limit,
  address bar, address book, web address, mac address, server address, host address, contract address,
  wallet address, memory address, base address, bind address, listen address, network address, from address,
  sender address, return address, email template, email subject, email body, email service, email client,
  email provider, email server, email list, email campaign, email marketing, email notification, email validator,
  email regex, email verification, email verified, email alert, email setting, email preference, email type,
  email layout, phone enabled, phone call enabled, phone mask, phone regex, phone format, phone icon, phone link,
  test id, data test, test name, test case, test suite, test mode, test run, test file, test user, unit test,
  test env, test script, test data, ab test, drug store link, health check, health status check, health endpoint,
  health probe, health report server, system health, service health, state machine, state code list, app state,
  ui state, initial state, form state, react state, location state, previous state, loading state, service worker,
  web service, micro service, rest service, data service, auth service, http service, cloud service, service account,
  service url, service provider context, data provider, auth provider, theme provider, context provider,
  store provider, query provider, identity provider, payment provider, sms provider, oauth provider,
  session provider, redux provider, intl provider, service provider, cache provider, map provider, chat provider,
  day care, skin care product, customer care, customer service, color scheme, treatment of data,
  background image position, group name, group id, event type, event date, event time, event location, event id,
  event target, event key, event code, post type, post title, post date, post name, post id, content type, mime type,
  media type, file type, input type, button type, field type, data type, return type, token type, grant type,
  response type, request type, auth type, node type, device type, browser type, page type, block type, credit score,
  lighthouse score, page title tag, site title, blog title, search engine, search engine optimization, search icon,
  search params type, search result count, search result, elastic search, search index, query selector, query client,
  query builder, query param name, media query, sql query, db query, graph ql query, query string parser, query key,
  use query, react query, password hash, password hint, secret question, security question, card component,
  card title, card body, card header, card image, card class, business card, id card component, score card,
  label text, button text, link text, alt text, anchor text, text align, text color, text domain, text field class,
  comment count, comment status, comment enabled, comment count number, note enabled, dose not, message enabled,
  message broker, message bus, message queue, message event, message handler, message channel, message port,
  commit message, log message, flash message, toast message, copyright year, last modified, day js, moment js,
  date fns, date picker, datepicker, time picker, timepicker, date range picker, calendar view, calendar id,
  cell phone icon, table cell, grid cell, cell renderer, cell value, cell style, mobile menu, mobile nav, is mobile,
  mobile view, mobile app, mobile first, mobile version, mobile device, mobile header, mobile breakpoint,
  mobile layout, fax icon, street view, zip file, zip archive, unzip, city list loaded, country list loaded,
  phone country list, locale list, current page, mail server, mail driver, mail template, mail chimp, mailchimp,
  mail gun, mail config, mail host, mailto, postal code regex, age gate, max age, cache age, min age, age verified,
  age verification, average age, height auto, sex ed, weight class, font size, carrier pigeon, tracking number,
  order number, order status, order type, invoice number template, phone number regex, balance sheet, payment intent,
  payment gateway, payment processor, payment status, bill board, login page, login form, login button, login url,
  login attempt, login redirect, handle change, account manager, account executive, account page, proxy server,
  proxy url, proxy host, proxy port, proxy middleware, proxy handler, reverse proxy, http proxy, proxy config,
  proxy pass, proxy target, image proxy, proxy object, trust proxy, dependent module, dependent field,
  dependent select, parent node, parent element, parent id, parent component, parent route, parent container,
  parent theme, child node, child element, child component, child theme, child route, partner logo, partner portal,
  drag source, dose calculator page, pill box shadow, tablet breakpoint, tablet view, capsule button,
  injection token, dependency injection, sql injection, code injection, script injection, script prescription,
  surgery schedule page, therapy page, operation id, operation name, graphql operation, crud operation,
  transplant dom, vital web, web vital, doctor type, doctype, doc type, eslint doctor, react doctor, cli doctor,
  medical school, medical staff office, nurse line number, history push state, history state, browser history,
  history api, location history api, router history, commit history, version history, git history, use history,
  navigation history, order history, lead time, delivery time, processing time, response time, service time,
  waiting time, wait time, cycle time, search history index, injury law, patient portal, mental health page,
  problem json, problem detail type, post message, state message, result message, response message, submission time,
  get time, state name, value name, state label, login date, login time, last login, time frame, core vital, visit count, visit url, visit node,
  visit tree, slot name, slot scope, slot props, named slot, vue slot, ad slot, slot id, date string format,
  session storage, session token, session timeout, session cookie, session key, session secret, booking widget,
  booking url, booking page, schedule job, cron schedule, reason phrase, close reason, abort reason,
  cancel reason code internal, rejection reason, revoke reason, leadgen id, lead gen id, facebook lead id, fb lead id,
  meta lead id, lead ad id, lead ads id, instant form lead id, lead form id, click id`)

/** The same within one name, where the parts apart are telling: `appointmentService`, not `appointment.service`. */
export const sayingsOfOneName: readonly string[] = phrases(`
  appointment service, booking service, visit service, schedule service, scheduling service, patient service,
  user service, member service, customer service, reservation service, session service, patient history service,
  user history, user location service, patient list page, user setting, user model, patient model, form service,
  request method, request type, form type, form method, form action, form status, form mode, request timeout,
  appointment status, booking status, appointment mode enabled, user role, user permission, form date format`)
