import type { Asked } from '@plumbline/web';
import type { Link } from '../note/note.ts';
import type { Topic } from '../request/request.ts';
import type { LinkDto, TopicDto } from './people.dto.ts';

/** From the shapes of requests to what commands hold; that one of them is there was checked. */
export function topicOf({ goal, skill, value = '' }: TopicDto): Topic {
  if (goal !== undefined) return { goal };
  return skill === undefined ? { value } : { skill };
}

export function linkOf(link: LinkDto): Link {
  return link.request === undefined ? topicOf(link) : { request: link.request };
}

export function told({ act, at, now }: Asked) {
  return { act, at, now };
}
