/** What a visitor writes, searches and clicks, and what the page says of itself. */
import type { Row } from '../table.js'

export const texts: readonly Row[] = [
  {
    category: 'message',
    sure: `
      message to doctor, message to provider, message subject, message body, patient message, contact message, secure message,
      chat message, form message, inquiry message, write a message, question for doctor, chat text, chat input,
      chat transcript, how can we help, how may we help, how can we help you, what would you like to ask,
      tell us how we can help, ask a question, texto del mensaje, escriba su mensaje, escreva sua mensagem,
      escribe tu mensaje, asunto del mensaje, message description, leave a message, leave us a message,
      send us a message`,
    joined: 'message text, message content, msg body, msg text',
    guess: 'user message, inquiry, enquiry, mensaje, mensagem',
    owned: {
      person: 'message, msg, question, inquiry, enquiry, mensagem, text',
      form: 'message, msg, question, inquiry, enquiry, subject, asunto, assunto',
      field: 'chat, message, msg, mesage, pregunta, pergunta, duvida, text message',
      portal: 'message',
      health: 'message, question',
    },
  },
  {
    category: 'free-text',
    sure: `
      free text, additional information, additional info, additional comment, additional note, additional detail,
      other information, anything else, anything else we should know, tell us more, tell us about,
      tell us about yourself, tell us about your, if yes explain, special request, special instruction, special need,
      patient note, appointment note, visit note, booking note, comment text, note text, user note, more detail,
      more information about you, share more, additional question, about you, about me, informacion adicional,
      comentario, observacion, observaciones, nota adicional, cuentenos, cuentanos, detalles adicionales, observacao,
      informacao adicional, comentario adicional, conte nos, descreva, conte mais, mais informacoes,
      outras informacoes, notas adicionales, algo mas, bio text, open ended`,
    guess: 'feedback text, review text, comment, note, remark, explanation, feedback, nota',
    owned: {
      person: 'note, comment, feedback, remark, story, bio, answer',
      form: 'note, comment, feedback, remark, explanation, other',
      field: `
        description, detail, describe, descripcion, descricao, explain, specify, story, additional, essay, memo,
        review, answer`,
      appointment: 'note, comment, remark, instruction, nota',
      health: 'note, comment, answer, response',
    },
  },
  {
    category: 'search-term',
    sure: `
      search term, search query, search text, search string, search keyword, search value, search input,
      search phrase, search word, search box, search bar, search field, site search, searched, searched term,
      searchterm, searchquery, q search, query search, keyword search, search by, search filter, search location,
      filter text, search doctor, search condition, find doctor query, internal search, user query, user search,
      termino de busqueda, texto de busqueda, palabra clave, termo de busca, termo de pesquisa, texto de busca,
      palavra chave, busqueda, pesquisa, buscador, busca, buscar, pesquisar, typeahead, type search`,
    guess: 'query text',
    owned: { field: 'query, s', request: 'q, s, search', form: 'search, q, keyword, busca' },
  },
  {
    category: 'portal-menu-selection',
    sure: `
      menu selection, selected menu, active menu, menu choice, menu click, nav selection, selected nav, portal menu,
      portal section, portal tab, opcion de menu, item de menu, menu seleccionado, menu selecionado,
      button selection, clicked menu, portal feature`,
    owned: {
      portal: 'tab, section, selection, menu item, menu option, menu, nav item',
      person: 'menu item, menu option',
      form: 'menu item, menu option, menu',
    },
  },
  {
    category: 'page-url',
    sure: `
      page url, page path, page location, current url, current path, current page url, location href,
      window location, document location, location pathname, location search, location hash, pathname, request uri,
      request url, full path, fullpath, router as path, aspath, document url, document referrer, page referrer,
      referrer, referer, referring url, landing page url, landing page, original url, document uri, request path,
      http referer, full url, absolute url, canonical url page, current href, route path, route full path,
      router path, browser url, page uri, url actual, url atual, entry url, exit url, previous url, query string,
      querystring, raw url, base uri, current route, url full, url current, get full path, build absolute uri`,
    guess: 'search param',
    owned: {
      page: 'url, href, path, uri, pathname, referrer, search, hash, param, query',
      request: 'url, uri, path, referrer, referer, query string, query',
    },
  },
  {
    category: 'page-title',
    sure: `
      page title, document title, title of the page, current title, titulo de la pagina, titulo pagina,
      titulo da pagina, meta title, seo title, page heading, article title, page name`,
    owned: { page: 'title, heading, titulo' },
  },
  {
    category: 'form-structure',
    sure: 'form structure, form field name, form feature, form layout, nombre del formulario, nome do formulario',
    joined: 'form name, form title, form step, form step name',
  },
]
