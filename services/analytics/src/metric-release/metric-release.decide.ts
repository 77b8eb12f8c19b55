import { isRejection, never, reject, same } from '@plumbline/kernel';
import type { Decider, Decision, Rejection } from '@plumbline/kernel';
import { differences, guardedFigures, refuseOther } from './figures.ts';
import type * as Command from './metric-release.commands.ts';
import type { MetricReleaseCommand } from './metric-release.commands.ts';
import { besideSpan, refuseRestatement, refuseScope } from './metric-release.rules.ts';
import { refuseSource, refuseTwin, releasesMax } from './metric-release.rules.ts';
import { evolveReleases, initialReleases } from './metric-release.ts';
import type { HeldRelease, MetricReleaseFact, MetricReleases } from './metric-release.ts';
import type { Released, ReleasedFigure } from './metric-release.ts';

type Decided = Decision<MetricReleaseFact>;

export const metricReleaseDecider: Decider<
  MetricReleaseCommand,
  MetricReleases,
  MetricReleaseFact
> = {
  initial: initialReleases,
  evolve: evolveReleases,
  decide: (command, releases) => {
    if (releases.stage === 'released' && releases.acts[command.act] === true) return [];
    switch (command.type) {
      case 'PublishRelease':
        return publish(command, releases);
      case 'RestateRelease':
        return restate(command, releases);
      default:
        return never(command);
    }
  },
};

function publish(command: Command.PublishRelease, known: MetricReleases): Decided {
  const { releaseId, source, terms, scope, promised } = command;
  const releases = releasesOf(known);
  const refused =
    refuseScope(scope, terms) ?? refuseSource(source, terms) ?? refuseTwin(releases, command);
  if (refused !== undefined) return refused;
  const { definition, formula } = terms;
  const threshold = Math.max(terms.minN, promised, thresholdOf(known));
  const released = { releaseId, source, definition, formula, ...scope, threshold, restates: null };
  const figures = figuresOf(command, released, releases);
  return isRejection(figures) ? figures : releasedFacts(command, released, figures);
}

/** By the version that the earlier one was made by, whatever was revised since. */
function restate(command: Command.RestateRelease, known: MetricReleases): Decided {
  const { releaseId, ref, position, promised } = command;
  const earlier = releasesOf(known).find((one) => one.releaseId === ref);
  if (known.stage === 'none' || earlier === undefined) {
    return reject('release/not-found', 'There is no release with this id.');
  }
  const refused = refuseRestatement(known, earlier, position);
  if (refused !== undefined) return refused;
  const { shown, ...before } = earlier;
  const threshold = Math.max(promised, known.threshold);
  const released = { ...before, releaseId, position, threshold, restates: ref };
  const figures = figuresOf(command, released, known.releases);
  if (isRejection(figures)) return figures;
  const diff = differences(released.definition, shown, figures);
  const restated = parted(diff).map((some, index, all): MetricReleaseFact => {
    const { dimensions } = released;
    const told = { releaseId, ref, dimensions, ...partOf(index, all), diff: some };
    return { type: 'MetricRestated', ...told, ...actOf(command) };
  });
  return [...releasedFacts(command, released, figures), ...restated];
}

function releasesOf(known: MetricReleases): readonly HeldRelease[] {
  return known.stage === 'none' ? [] : known.releases;
}

/** What was once asked for is never undercut, by whatever metric. */
function thresholdOf(known: MetricReleases): number {
  return known.stage === 'none' ? 0 : known.threshold;
}

/** All that was ever shown of the same answers is looked at, or nothing is decided. */
function figuresOf(
  { counted, beside: counting }: Command.Counting,
  released: Released,
  releases: readonly HeldRelease[],
): readonly ReleasedFigure[] | Rejection {
  if (releases.length >= releasesMax) {
    const detail = `At most ${releasesMax} releases of the same answers.`;
    return reject('release/too-many-releases', detail);
  }
  const beside = besideSpan(releases, released);
  const ids = beside.map(({ releaseId }) => releaseId);
  if (!same(ids, counting)) {
    const detail =
      'Other releases of the same answers came first, and nothing was released. ' +
      'Send the same request again, with the same Idempotency-Key: it is counted again.';
    return reject(overtaken, detail);
  }
  const { formula, dimensions, threshold, source } = released;
  const by = { formula, dimensions, scale: source.scale };
  return refuseOther(beside, counted.earlier) ?? guardedFigures(counted, by, threshold);
}

/** It was counted beside other releases than there are: to be counted again. */
export const overtaken = 'release/overtaken';

function releasedFacts(
  command: Command.Asked,
  released: Released,
  figures: readonly ReleasedFigure[],
): readonly MetricReleaseFact[] {
  return parted(figures).map((some, index, all) => {
    const told = { ...released, ...partOf(index, all), figures: some };
    return { type: 'MetricReleased', ...told, ...actOf(command) };
  });
}

/**
 * So many figures are in one fact. With names and scales as long as they may be, fifty of them are
 * below what the log takes as one.
 */
export const figuresTogetherMax = 50;

function parted<One>(all: readonly One[]): readonly (readonly One[])[] {
  const parts = Math.max(1, Math.ceil(all.length / figuresTogetherMax));
  return Array.from({ length: parts }, (_, part) => {
    return all.slice(part * figuresTogetherMax, (part + 1) * figuresTogetherMax);
  });
}

function partOf(index: number, all: readonly unknown[]) {
  return { part: index + 1, parts: all.length };
}

function actOf({ act, at }: Command.Asked) {
  return { act, at };
}
