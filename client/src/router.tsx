// The places and their addresses: `/` search, `/d/<document>` reader, `/docket`, `/tray`, `/reports`. The query string is kept as text, key by key
// (query-string.ts); each place reads it by its own codec and says so when it cannot.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { AppShell } from './app/AppShell.tsx';
import { BrokenPlace, UnknownPlace } from './app/BrokenPlace.tsx';
import { SearchPlace } from './search/SearchPlace.tsx';
import { parseQuery, recordOf, parametersOf, stringifyQuery } from './url/query-string.ts';

/** A query string as the places take it. */
const asRecord = (search: Record<string, unknown>): Record<string, string | string[]> => recordOf(parametersOf(search));

const rootRoute = createRootRoute({ component: AppShell, notFoundComponent: UnknownPlace });

const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: asRecord,
  component: SearchPlace,
});

const readerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/d/$documentId',
  validateSearch: asRecord,
  component: lazyRouteComponent(() => import('./reader/ReaderPlace.tsx'), 'ReaderPlace'),
});

const docketRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/docket',
  validateSearch: asRecord,
  component: lazyRouteComponent(() => import('./docket/DocketPlace.tsx'), 'DocketPlace'),
});

const trayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tray',
  validateSearch: asRecord,
  component: lazyRouteComponent(() => import('./tray/TrayPlace.tsx'), 'TrayPlace'),
});

const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  validateSearch: asRecord,
  component: lazyRouteComponent(() => import('./reports/ReportsPlace.tsx'), 'ReportsPlace'),
});

const routeTree = rootRoute.addChildren([searchRoute, readerRoute, docketRoute, trayRoute, reportsRoute]);

export function createPinciteRouter() {
  return createRouter({
    routeTree,
    parseSearch: parseQuery,
    stringifySearch: stringifyQuery,
    scrollRestoration: true,
    defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => <BrokenPlace error={error} reset={reset} />,
    defaultNotFoundComponent: UnknownPlace,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPinciteRouter>;
  }
}
