import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries.ts';
import { behalfStore } from './behalf.ts';
import { router } from './router.tsx';
import { dropLateSecondClicks } from './second-click.ts';
import { openSession, sessionStore } from './session.ts';
import './styles.css';
import { tickets } from './surveys/taking-part.ts';
import { theme } from './theme.ts';
import { tokenOfFragment } from './token.ts';

// Before the router reads the address, as a sign-in link carries the token in it.
openSession();

// Nothing that one person has seen is left for the next who signs in on this tab.
sessionStore.subscribe(() => queryClient.clear());

// What the one may see whom somebody stands in for is not what they may see themselves.
behalfStore.subscribe(() => void queryClient.resetQueries());

// An answer to a survey that was on its way when the page was left goes on, whoever is signed in.
if (tickets.all().length > 0) {
  void import('./surveys/departures.ts').then(({ departures }) => departures.resume());
}

// A sign-in link that is opened while the page is: only the fragment changes, nothing is loaded.
window.addEventListener('hashchange', () => {
  if (tokenOfFragment(window.location.hash) === undefined) return;
  openSession();
  void router.navigate({ to: '/', replace: true });
});

dropLateSecondClicks(document);

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
