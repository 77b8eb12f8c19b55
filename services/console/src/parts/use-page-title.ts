import { useEffect } from 'react';
import { pageTitle } from '../text/page-title.ts';

/** Calls the tab by the heading of what is shown, which may come after the page. */
export function usePageTitle(): void {
  useEffect(() => {
    const name = () => {
      const title = pageTitle(document.querySelector('main h1')?.textContent);
      if (document.title !== title) document.title = title;
    };
    name();
    const watched = new MutationObserver(name);
    watched.observe(document.body, { childList: true, characterData: true, subtree: true });
    return () => watched.disconnect();
  }, []);
}
