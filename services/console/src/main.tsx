import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries.ts';
import { router } from './router.tsx';
import { openSession, sessionStore } from './session.ts';
import './styles.css';
import { theme } from './theme.ts';

// Before the router reads the address, as a sign-in link carries the token in it.
openSession();

// Nothing that one person has seen is left for the next who signs in on this tab.
sessionStore.subscribe(() => {
  if (sessionStore.get().session === undefined) queryClient.clear();
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
