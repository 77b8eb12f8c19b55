import { useEffect, useMemo, useRef, useState } from 'react';
import type { Times } from '../api/types.ts';
import type { GoalSearch } from '../search.ts';
import { momentsOf, type Moment, type Placed, type TimeMode } from '../time/moments.ts';
import { scaleOf, type Scale, type ScaleKind } from '../time/scale.ts';

/** While a slider is dragged, the server is asked only once it rests this long. */
const restMs = 160;

export interface TimeTravel {
  readonly mode: TimeMode;
  readonly scaleKind: ScaleKind;
  readonly scale: Scale;
  readonly moments: readonly Moment[];
  /** Where the slider stands (ms); undefined: now. */
  readonly at: number | undefined;
  /** What is asked of the server: empty when looking at the present. */
  readonly times: Times;
  readonly setMode: (mode: TimeMode) => void;
  readonly setScaleKind: (kind: ScaleKind) => void;
  /** To an instant; undefined, or past the end: back to now. */
  readonly go: (at: number | undefined) => void;
}

interface Address extends Times {
  /** Puts the instant into the address of the page; done when the page is there. */
  readonly tell: (times: GoalSearch) => Promise<void>;
}

/** The instant at which something is looked at. It lives in the address, so it can be sent on. */
export function useTimeTravel(items: readonly Placed[], address: Address): TimeTravel {
  const { asOf, effectiveAt } = address;
  const [mode, setModeOnly] = useState<TimeMode>(
    effectiveAt === undefined ? 'recorded' : 'effective',
  );
  const [scaleKind, setScaleKind] = useState<ScaleKind>('even');
  const [dragged, setDragged] = useState<{ readonly at: number | undefined }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A new history means that something was recorded: the present has moved.
  const now = useMemo(() => Math.max(Date.now(), ...items.map(latestOf)), [items]);
  const moments = useMemo(() => momentsOf(items, mode), [items, mode]);
  const scale = useMemo(() => scaleOf(scaleKind, moments, now), [scaleKind, moments, now]);
  const told = parsed(asOf ?? effectiveAt);
  useEffect(() => () => clearTimeout(timer.current), []);

  const tell = (at: number | undefined, by: TimeMode) => {
    clearTimeout(timer.current);
    const instant = at === undefined ? undefined : new Date(at).toISOString();
    const times =
      instant === undefined ? {} : by === 'recorded' ? { asOf: instant } : { effectiveAt: instant };
    // A drag that began meanwhile goes on.
    const settled = () => setDragged((drag) => (drag?.at === at ? undefined : drag));
    void address.tell(times).then(settled);
  };
  const go = (wanted: number | undefined) => {
    const at = wanted === undefined || wanted >= now ? undefined : wanted;
    setDragged({ at });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tell(at, mode), restMs);
  };
  return {
    ...{ mode, scaleKind, scale, moments, setScaleKind, go },
    at: dragged === undefined ? told : dragged.at,
    times: asOf !== undefined ? { asOf } : effectiveAt !== undefined ? { effectiveAt } : {},
    setMode: (next) => {
      setModeOnly(next);
      tell(told, next);
    },
  };
}

function latestOf({ recordedAt, effectiveAt }: Placed): number {
  return Math.max(...[recordedAt, effectiveAt].map((one) => parsed(one) ?? 0));
}

function parsed(instant: string | undefined): number | undefined {
  const at = Date.parse(instant ?? '');
  return Number.isNaN(at) ? undefined : at;
}
