import type { Rejection } from '@plumbline/kernel';
import { isPermitted, type About, type Action, type Asking } from '@plumbline/organization';
import type { Access, Viewed } from './access.ts';

/** What one request reads: each record is asked about, and what is to be recorded is. */
export interface Reading {
  /** Whether a record may be seen; one that may not is left out. */
  sees(action: Action, about: About, record: string): boolean;
  /** The rejection of a record that may not be seen. */
  refusal(action: Action, about: About, record: string): Rejection | undefined;
  /** Records what was seen and is to be recorded. To be awaited before anything is shown. */
  recorded(): Promise<void>;
}

export function createReading(access: Access, asking: Asking): Reading {
  const viewed = new Map<string, Viewed>();
  const refusal = (action: Action, about: About, record: string): Rejection | undefined => {
    const answer = access.permit(asking, action, about);
    if (!isPermitted(answer)) return answer;
    const { owner } = about;
    if (answer.logged && owner !== undefined) {
      const { rule } = answer;
      const subject = owner.replace(/^person:/, '');
      viewed.set(`${subject} ${action} ${record}`, { subject, action, rule, record });
    }
    return undefined;
  };
  return {
    refusal,
    sees: (...asked) => refusal(...asked) === undefined,
    recorded: () => access.record(asking, [...viewed.values()]),
  };
}
