// Starts the client: theme, queries, router, notices. Everything else hangs below the router's places.
import './api/zod-without-eval.ts';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './theme/fonts.css';
import './theme/global.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/problem.ts';
import { createPinciteRouter } from './router.tsx';
import { cssVariables, theme } from './theme/theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// The scroll lock of Mantine's dialogs writes a style element; it asks for the nonce by this name.
globalThis.__webpack_nonce__ = nonce;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a server that does not answer is asked once more.
      retry: (failures, error) => failures < 1 && error instanceof ApiProblem && error.status === 0,
      refetchOnWindowFocus: false,
    },
  },
});
const router = createPinciteRouter();
const colorSchemes = localStorageColorSchemeManager({ key: 'pincite-color-scheme' });

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root to start in');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Notifications position="bottom-center" limit={3} containerWidth={420} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
