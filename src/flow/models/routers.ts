/** Routers: what they give of the page's address, and what one page hands to the next. */
import type { ModelRow } from './model.js'

export const routers: readonly ModelRow[] = [
  // https://angular.dev/api/router/ActivatedRoute
  { of: /^@angular\/router$/, names: 'ActivatedRoute#snapshot.queryParamMap.get ActivatedRoute#snapshot.paramMap.get', flows: ['= @query{0}'] },
  // https://reactrouter.com/api/hooks/useNavigate
  { of: /^react-router(-dom)?$|^@remix-run\/react$/, names: 'useLocation', flows: ['.search = @query', '.hash = @query', '.state = @navigated'] },
  { of: /^react-router(-dom)?$|^@remix-run\/react$/, names: 'useSearchParams', flows: ['[0] = @query'] },
  { of: /^react-router(-dom)?$|^@remix-run\/react$/, names: 'useParams', flows: ['= @query'] },
  { of: /^react-router(-dom)?$/, names: 'useMatch useRouteMatch', flows: ['.params = @query'] },
  { of: /^react-router(-dom)?$|^@remix-run\/react$/, names: 'useLoaderData useTypedLoaderData', flows: ['= @loaded'] },
  { of: /^react-router(-dom)?$|^@remix-run\/react$/, names: 'useActionData useFetcher().data', flows: ['= @acted'] },
  // https://nextjs.org/docs/app/api-reference/functions/use-search-params
  { of: /^next\/navigation$/, names: 'useSearchParams useParams', flows: ['= @query'] },
  { of: /^next\/router$/, names: 'useRouter', flows: ['.query = @query'] },
  // https://router.vuejs.org/api/#useRoute
  { of: /^vue-router(\/.*)?$|^#imports$|^#app$/, names: 'useRoute', flows: ['.query = @query', '.params = @query', '.hash = @query'] },
  { of: null, names: 'useRoute', flows: ['.query = @query', '.params = @query', '.hash = @query'] },
  { of: /^vue-router$/, names: 'createRouter().afterEach createRouter().beforeEach createRouter().beforeResolve', flows: [
    '0(0).query = @query', '0(0).params = @query', '0(1).query = @query', '0(1).params = @query', '0(0) = @none', '0(1) = @none',
  ] },
  // https://tanstack.com/router/latest/docs/framework/react/api/router/useSearchHook
  { of: /^@tanstack\/(react|solid|vue)-router$/, names: 'useSearch useParams', flows: ['= @query'] },
  // https://wouter.dev, https://docs.solidjs.com/solid-router/reference/primitives/use-search-params
  { of: /^wouter$|^preact-router$|^preact-iso$/, names: 'useParams useSearch useSearchParams', flows: ['= @query', '[0] = @query'] },
  { of: /^@solidjs\/router$/, names: 'useParams useSearchParams', flows: ['= @query', '[0] = @query'] },
  // https://svelte.dev/docs/kit/$app-state
  { of: /^nuqs$|^use-query-params$/, names: 'useQueryState useQueryParam', flows: ['[0] = @query{0}'] },
]
