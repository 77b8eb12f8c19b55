import type { EpochMs } from '@plumbline/kernel';
import type { AskedTimes, ViewReader, Views } from '@plumbline/views';
import type { CycleStage } from './cycle/cycle.ts';
import { cycleSheet } from './views/cycle-sheet.ts';
import { personZone } from './views/person-zone.ts';
import { daysLeft, standingIn, type TaskStanding } from './views/task-rules.ts';
import { taskSheet, type Task, type TaskSheet } from './views/task-sheet.ts';

/** By whose clock it goes where somebody has not said. */
export const zoneDefault = 'UTC';

/** A task as it stands on the day that it is at whoever has to do it. */
export interface DueTask extends Task {
  /** The same for as long as it is open: another one where it is opened again. */
  readonly id: string;
  readonly about: Pick<TaskSheet, 'id' | 'of' | 'cycleId' | 'subject'>;
  readonly standing: TaskStanding;
  readonly zone: string;
  /** By the calendar of the zone; null where no day is set, or nothing is to be done any more. */
  readonly daysLeft: number | null;
  readonly overdue: boolean;
}

/** Tasks with what they hang on beside: the stages of cycles, and zones. */
export interface TaskReader {
  readonly sheets: ViewReader<TaskSheet>;
  dueOf(sheet: TaskSheet): Promise<readonly DueTask[]>;
}

export async function taskReader(
  views: Views,
  tenant: string,
  times: AskedTimes,
  now: EpochMs,
): Promise<TaskReader> {
  const sheets = await views.of(taskSheet, tenant, times);
  // What is asked of one point in the log is told by cycles and zones of the same point.
  const cycles = await views.of(cycleSheet, tenant, times);
  const zones = await views.of(personZone, tenant, {});
  const stages = new Map<string, CycleStage | undefined>();
  const known = new Map<string, string>();

  const stageOf = async (cycleId: string): Promise<CycleStage | undefined> => {
    if (!stages.has(cycleId)) stages.set(cycleId, (await cycles.get(cycleId))?.stage);
    return stages.get(cycleId);
  };
  const zoneOf = async (who: string | null): Promise<string> => {
    if (who === null) return zoneDefault;
    const zone = known.get(who) ?? (await zones.get(who))?.zone ?? zoneDefault;
    known.set(who, zone);
    return zone;
  };

  const dueOf = async (sheet: TaskSheet): Promise<readonly DueTask[]> => {
    const { id, of, cycleId, subject, revision } = sheet;
    const stage = await stageOf(cycleId);
    const due = sheet.tasks.map(async (task): Promise<DueTask> => {
      const { what, who, since, ended } = task;
      const standing = ended?.how ?? standingIn(what, revision, stage);
      const zone = await zoneOf(who);
      const isPending = standing === 'open' && task.due !== null;
      const left = isPending && task.due !== null ? daysLeft(task.due, zone, now) : null;
      return {
        ...{ ...task, id: `${id}/${what}/${since}`, about: { id, of, cycleId, subject } },
        ...{ standing, zone, daysLeft: left, overdue: left !== null && left < 0 },
      };
    });
    return Promise.all(due);
  };
  return { sheets, dueOf };
}
