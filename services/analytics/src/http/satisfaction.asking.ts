import { present } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import type { SatisfactionQuestion } from '../satisfaction.figures.ts';
import { scaleOf, type SatisfactionQueryDto } from './satisfaction.dto.ts';

/** What is asked, by the names of the address; `me` is who asks, or whom they stand in for. */
export function questionOf(query: SatisfactionQueryDto, asking: Asking): SatisfactionQuestion {
  const { metric, from, until, by, scale } = query;
  const { location, touchpoint, channel, source, unit } = query;
  const person = query.person === 'me' ? (asking.onBehalfOf ?? asking.sub) : query.person;
  return {
    ...{ metric, from, until },
    ...present({ by }),
    ...(scale === undefined ? {} : { scale: scaleOf(scale) }),
    filter: present({ location, touchpoint, channel, source, unit, person }),
  };
}
