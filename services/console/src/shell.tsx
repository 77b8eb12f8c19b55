import { Anchor, Button, Text, Title, useMantineColorScheme } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { BehalfBanner } from './team/behalf-banner.tsx';
import { usePageTitle } from './parts/use-page-title.ts';
import { sessionStore, signOut, type Session } from './session.ts';
import classes from './shell.module.css';
import { SignIn } from './sign-in.tsx';

/** The frame of every page; without a session it shows the sign-in, at the same address. */
export function Shell() {
  const { session, ended } = useSyncExternalStore(sessionStore.subscribe, sessionStore.get);
  useExpiry(session);
  usePageTitle();
  if (session === undefined) return <SignIn reason={ended} />;
  return (
    <>
      <a className={classes.skip} href="#main" onClick={focusMain}>
        Skip to content
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link to="/" className={classes.brand}>
            <img src="./plumb.svg" alt="" width="26" height="26" />
            Plumbline
          </Link>
          <nav aria-label="Pages" className={classes.nav}>
            <NavLink to="/">Goals</NavLink>
            <NavLink to="/mine">My goals</NavLink>
            <NavLink to="/team">My team</NavLink>
            <NavLink to="/map">Map</NavLink>
            <NavLink to="/feedback">Feedback</NavLink>
            <NavLink to="/recognition">Recognition</NavLink>
            <NavLink to="/reviews">My reviews</NavLink>
            <NavLink to="/cycles">Review cycles</NavLink>
            <NavLink to="/calibration">Calibration</NavLink>
            <NavLink to="/surveys">Surveys</NavLink>
            <NavLink to="/customers">Customers</NavLink>
            <NavLink to="/cases">Service cases</NavLink>
            <NavLink to="/control-charts">Control charts</NavLink>
            <NavLink to="/releases">Releases</NavLink>
            <NavLink to="/people">People</NavLink>
            <NavLink to="/units">Units</NavLink>
            <NavLink to="/stale">Stale goals</NavLink>
            <NavLink to="/forecasts">Forecast honesty</NavLink>
          </nav>
          <Account session={session} />
        </div>
      </header>
      <BehalfBanner />
      <Main />
    </>
  );
}

function Main() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // A new page is read from its beginning, also by those who do not see it.
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <main id="main" ref={main} tabIndex={-1} className={classes.main}>
      <Outlet />
    </main>
  );
}

function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

const pages = [
  ...(['/', '/mine', '/team', '/map', '/feedback', '/recognition'] as const),
  ...(['/reviews', '/cycles', '/calibration'] as const),
  ...(['/surveys', '/customers', '/cases', '/control-charts', '/releases'] as const),
  ...(['/people', '/units', '/stale', '/forecasts'] as const),
] as const;

function NavLink({ to, children }: { to: (typeof pages)[number]; children: string }) {
  return (
    <Link to={to} className={classes.link} activeOptions={{ exact: true, includeSearch: false }}>
      {children}
    </Link>
  );
}

function Account({ session: { claims } }: { session: Session }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark =
    colorScheme === 'dark' ||
    (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <div className={classes.account}>
      <span className={classes.who} title={claims.roles.join(', ')}>
        <Link
          to="/people/$person"
          params={{ person: claims.sub }}
          className={classes.self}
          aria-label={`${claims.sub}, your page`}
        >
          <span className="pl-said">{claims.sub}</span>
        </Link>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={dark ? 'Use light colours' : 'Use dark colours'}
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      >
        {dark ? 'Light' : 'Dark'}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => signOut('You have signed out.')}>
        Sign out
      </Button>
    </div>
  );
}

/** A timer cannot be set further ahead than this; later expiry is left to the server's answer. */
const timerMsMax = 2 ** 31 - 1;

function useExpiry(session: Session | undefined): void {
  useEffect(() => {
    const expiresAt = session?.claims.expiresAt;
    if (expiresAt === undefined) return undefined;
    const left = expiresAt - Date.now();
    if (left > timerMsMax) return undefined;
    const timer = setTimeout(() => signOut('Your token has expired. Get a new one.'), left);
    return () => clearTimeout(timer);
  }, [session]);
}

export function NotFound() {
  return (
    <>
      <Title order={1}>There is no such page</Title>
      <Text mt="sm">
        <Anchor component={Link} to="/">
          To the goals
        </Anchor>
      </Text>
    </>
  );
}
