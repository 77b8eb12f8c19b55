import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { factTitle } from '../text/history.ts';
import { exactInstantText, fromInput, instantText, toInput } from '../text/times.ts';
import { momentAfter, momentAt, momentBefore } from '../time/moments.ts';
import { sliderStepsMax, snapped } from '../time/scale.ts';
import classes from './time.module.css';
import type { TimeTravel } from './use-time.ts';

const pageSteps = sliderStepsMax / 20;

interface SliderProps {
  readonly time: TimeTravel;
  /** What is shown, as in `goal`. */
  readonly subject: string;
  /** Where in the order of everything recorded the shown state was taken. */
  readonly position: string | null;
  /** The shown state is of an earlier request while the next one is on its way. */
  readonly waiting: boolean;
}

export function TimeSlider({ time, subject, position, waiting }: SliderProps) {
  return (
    <section className={classes.time} aria-labelledby="time-title">
      <div className={classes.timeHead}>
        <h2 id="time-title" className={classes.timeTitle}>
          How it stood
        </h2>
        <SegmentedControl
          size="xs"
          aria-label="Which time"
          value={time.mode}
          onChange={(mode) => time.setMode(mode)}
          data={[
            { value: 'recorded', label: 'As recorded' },
            { value: 'effective', label: 'As effective' },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label="Spacing of the slider"
          value={time.scaleKind}
          onChange={(kind) => time.setScaleKind(kind)}
          data={[
            { value: 'even', label: 'Every change' },
            { value: 'time', label: 'True to time' },
          ]}
        />
      </div>
      <Track time={time} subject={subject} />
      <Steps time={time} />
      <Where time={time} position={position} waiting={waiting} />
    </section>
  );
}

function Track({ time, subject }: Pick<SliderProps, 'time' | 'subject'>) {
  const { scale, moments, at, go } = time;
  const hint = useId();
  const step = at === undefined ? sliderStepsMax : scale.stepOf(at);
  const onKeyDown = (event: KeyboardEvent) => {
    const here = at ?? scale.instantOf(sliderStepsMax);
    const to = keyTarget(event.key, {
      back: momentBefore(moments, at === undefined ? Number.POSITIVE_INFINITY : here)?.at,
      forth: momentAfter(moments, here)?.at,
      first: moments[0]?.at,
      pageBack: scale.instantOf(Math.max(0, step - pageSteps)),
      pageForth: scale.instantOf(step + pageSteps),
    });
    if (to === undefined) return;
    event.preventDefault();
    go(to.at);
  };
  return (
    <div className={classes.track}>
      <input
        type="range"
        className={classes.range}
        min={0}
        max={sliderStepsMax}
        step="any"
        value={step}
        aria-label={`Time at which the ${subject} is shown`}
        aria-valuetext={whenText(time, subject)}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          const wanted = Number(event.currentTarget.value);
          go(wanted >= sliderStepsMax ? undefined : snapped(scale, moments, wanted));
        }}
      />
      <div className={classes.marks} aria-hidden="true">
        {moments.map((one) => (
          <span
            key={one.at}
            className={classes.mark}
            data-there={at === undefined || one.at <= at || undefined}
            style={{ insetInlineStart: `${(scale.stepOf(one.at) / sliderStepsMax) * 100}%` }}
          />
        ))}
      </div>
      <p id={hint} className={classes.hint}>
        Arrow keys go from change to change, Page keys by a twentieth, Home to the first, End to
        now.
      </p>
    </div>
  );
}

interface Targets {
  readonly back: number | undefined;
  readonly forth: number | undefined;
  readonly first: number | undefined;
  readonly pageBack: number;
  readonly pageForth: number;
}

/** Where a key leads; undefined for a key that is not ours. `at` undefined is now. */
function keyTarget(key: string, to: Targets): { readonly at: number | undefined } | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return { at: to.back ?? to.first };
    case 'ArrowRight':
    case 'ArrowUp':
      return { at: to.forth };
    case 'PageDown':
      return { at: to.pageBack };
    case 'PageUp':
      return { at: to.pageForth };
    case 'Home':
      return { at: to.first };
    case 'End':
      return { at: undefined };
    default:
      return undefined;
  }
}

function Steps({ time: { moments, at, go } }: { readonly time: TimeTravel }) {
  const before = momentBefore(moments, at ?? Number.POSITIVE_INFINITY);
  const after = at === undefined ? undefined : momentAfter(moments, at);
  return (
    <div className={classes.steps}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={before === undefined}
        onClick={() => go(before?.at)}
      >
        ◂ Change before
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={at === undefined}
        onClick={() => go(after?.at)}
      >
        Change after ▸
      </Button>
      <Exactly key={at ?? 'now'} at={at} go={go} />
      <Button size="compact-sm" disabled={at === undefined} onClick={() => go(undefined)}>
        Back to now
      </Button>
    </div>
  );
}

function Exactly({ at, go }: Pick<TimeTravel, 'at' | 'go'>) {
  const [typed, setTyped] = useState(at === undefined ? '' : toInput(at));
  const take = () => {
    const instant = fromInput(typed);
    if (instant !== undefined && (at === undefined || typed !== toInput(at))) {
      go(Date.parse(instant));
    }
  };
  return (
    <TextInput
      size="xs"
      type="datetime-local"
      step={1}
      aria-label="Exact instant, in UTC"
      className={classes.exactly}
      rightSection="UTC"
      rightSectionWidth={44}
      rightSectionPointerEvents="none"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}

function Where({ time, position, waiting }: Omit<SliderProps, 'subject'>) {
  const { mode, moments, at } = time;
  const reached = at === undefined ? moments.length : moments.filter((one) => one.at <= at).length;
  const later = moments.length - reached;
  return (
    <p className={classes.where} aria-live="polite" aria-busy={waiting}>
      <strong>
        {at === undefined ? 'Now' : mode === 'recorded' ? 'As recorded by ' : 'As effective at '}
        {at === undefined ? '' : exactInstantText(at)}
      </strong>
      {` · change ${reached} of ${moments.length}`}
      {later === 0 ? '' : `, ${later} came later`}
      {waiting ? ' · loading…' : position === null ? '' : ` · taken at position ${position}`}
    </p>
  );
}

function whenText({ at, moments }: TimeTravel, subject: string): string {
  if (at === undefined) return 'Now';
  const there = momentAt(moments, at);
  const last = there === undefined ? `before the ${subject}` : factTitle(there.types.at(-1) ?? '');
  return `${instantText(at)}, ${last}`;
}
