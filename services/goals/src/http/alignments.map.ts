import { present } from '@plumbline/kernel';
import type { Parent } from '../alignment/alignment.ts';
import type { Reparenting } from '../views/what-if.moves.ts';
import type { ParentDto, ReparentingDto } from './alignments.dto.ts';

/** From the shapes of requests to what commands and questions hold. */

/** The edge has checked that it is one or the other. */
export function parentOf({ goal, strategy = '', theme = '' }: ParentDto): Parent {
  return goal === undefined ? { strategy, theme } : { goal };
}

export function reparentingOf({ child, from, to, mode, share }: ReparentingDto): Reparenting {
  return {
    child,
    to: to === undefined ? null : parentOf(to),
    ...present({ from: from && parentOf(from), mode, share }),
  };
}
