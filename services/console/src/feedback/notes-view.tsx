import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { notesQuery } from '../api/feedback-queries.ts';
import type { FeedbackNote } from '../api/types.ts';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { useSelf } from '../team/use-self.ts';
import { GiveForm, OpenedForms } from './opened-forms.tsx';
import { Note } from './note.tsx';
import classes from './feedback.module.css';

export function NotesView() {
  const { behalf } = useSelf();
  return (
    <>
      {behalf === undefined ? (
        <OpenedForms
          isMain
          offers={[{ label: 'Give feedback', form: (close) => <GiveForm onClose={close} /> }]}
        />
      ) : null}
      <Notes title="Received" which="received" none="Nobody has given you feedback yet." />
      {behalf === undefined ? (
        <Notes title="Given" which="given" none="You have given no feedback yet." />
      ) : null}
    </>
  );
}

interface NotesProps {
  readonly title: string;
  readonly which: 'received' | 'given';
  readonly none: string;
}

function Notes({ title, which, none }: NotesProps) {
  const found = useQuery(notesQuery(which));
  const [page, setPage] = useState(1);
  const id = `notes-${which}`;
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {found.isPending ? <Awaited what="notes" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <Listed notes={found.data.items} which={which} none={none} page={page} onPage={setPage} />
      )}
    </section>
  );
}

interface ListedProps extends Pick<NotesProps, 'which' | 'none'> {
  readonly notes: readonly FeedbackNote[];
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Listed({ notes, which, none, page, onPage }: ListedProps) {
  if (notes.length === 0) return <Empty>{none}</Empty>;
  const newest = notes.toSorted((one, other) => other.givenAt.localeCompare(one.givenAt));
  const shown = pageOf(newest, page);
  return (
    <>
      <ul className={classes.list} aria-label={which === 'received' ? 'Received' : 'Given'}>
        {shown.items.map((note) => (
          <li key={note.id} className={classes.entry}>
            <Note note={note} which={which} />
          </li>
        ))}
      </ul>
      <Pages page={shown.page} pages={shown.pages} onPage={onPage} />
    </>
  );
}
