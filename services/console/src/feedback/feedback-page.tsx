import { SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { requestsQuery } from '../api/feedback-queries.ts';
import { Said } from '../parts/said.tsx';
import type { FeedbackView } from '../search.ts';
import { useSelf } from '../team/use-self.ts';
import { NotesView } from './notes-view.tsx';
import { OneToOnesView } from './one-to-ones-view.tsx';
import { RequestsView } from './requests-view.tsx';
import classes from './feedback.module.css';

type View = FeedbackView | 'notes';

export function FeedbackPage() {
  const { view = 'notes' } = useSearch({ from: '/feedback' });
  const navigate = useNavigate({ from: '/feedback' });
  const { behalf } = useSelf();
  const asked = useQuery(requestsQuery('to')).data?.items ?? [];
  const open = asked.filter(({ stage }) => stage === 'open').length;
  const show = (next: View) => {
    void navigate({ search: next === 'notes' ? {} : { view: next }, replace: true });
  };
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          Feedback
        </Title>
        <SegmentedControl<View>
          size="sm"
          aria-label="What is shown"
          value={view}
          onChange={show}
          data={[
            { value: 'notes', label: 'Notes' },
            { value: 'requests', label: open === 0 ? 'Requests' : `Requests (${open})` },
            { value: 'one-to-ones', label: 'One-to-ones' },
          ]}
        />
      </div>
      {behalf === undefined ? null : (
        <Text c="dimmed" mb="sm">
          Feedback is given, and answered, in person. Of <Said text={behalf} /> you see what they
          received and were asked, as far as they let you.
        </Text>
      )}
      {view === 'notes' ? <NotesView /> : null}
      {view === 'requests' ? <RequestsView /> : null}
      {view === 'one-to-ones' ? <OneToOnesView /> : null}
    </>
  );
}
