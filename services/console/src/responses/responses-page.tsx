import { Anchor, NativeSelect, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { responsesQuery } from '../api/service-queries.ts';
import type { CustomerResponse } from '../api/types.ts';
import customersClasses from '../customers/customers.module.css';
import classes from '../feedback/feedback.module.css';
import { MoreButton } from '../parts/more-button.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import type { ResponsesSearch } from '../search.ts';
import { useSelf } from '../team/use-self.ts';
import { responseText, scoreLineText, shareLineText } from '../text/responses.ts';
import { dayText } from '../text/times.ts';

const names = ['location', 'touchpoint', 'channel', 'unit'] as const;

/** Single responses, as far as the server shows them to whoever looks. */
export function ResponsesPage() {
  const search = useSearch({ from: '/responses' });
  const navigate = useNavigate({ from: '/responses' });
  const { own, behalf } = useSelf();
  const { loop, mine, ...rest } = search;
  const person = mine === true ? (behalf ?? own) : undefined;
  const change = (changed: {
    readonly [Key in keyof ResponsesSearch]?: ResponsesSearch[Key] | undefined;
  }) => {
    const next = (before: ResponsesSearch) => ({ ...before, ...changed }) as ResponsesSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <Title order={1} size="h2" mb="md">
        What customers answered
      </Title>
      <p className={classes.dim}>
        Single responses are read by those whose work they tell of, those who manage them, service
        managers and auditors. The figures of everybody are under{' '}
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => <Link to="/customers" {...props} />}
        >
          Customers
        </Anchor>
        .
      </p>
      <form
        className={customersClasses.filters}
        role="search"
        onSubmit={(event) => event.preventDefault()}
      >
        <NativeSelect
          label="Whose"
          data={[
            { value: '', label: 'All that I may read' },
            { value: 'mine', label: 'Of my own work' },
          ]}
          value={mine === true ? 'mine' : ''}
          onChange={(event) => {
            change({ mine: event.currentTarget.value === 'mine' ? true : undefined });
          }}
        />
        <NativeSelect
          label="Has somebody gone back to the customer"
          data={[
            { value: '', label: 'Either' },
            { value: 'open', label: 'Not yet' },
            { value: 'closed', label: 'Yes' },
          ]}
          value={loop ?? ''}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            change({ loop: wanted === 'open' || wanted === 'closed' ? wanted : undefined });
          }}
        />
      </form>
      <Narrowed search={search} />
      <Responses key={JSON.stringify(search)} filter={{ ...rest, loop, person }} />
    </>
  );
}

function Narrowed({ search }: { readonly search: ResponsesSearch }) {
  const parts = names.flatMap((name) => {
    const { [name]: value, ...without } = search;
    return value === undefined ? [] : [{ name, value, without }];
  });
  if (parts.length === 0) return null;
  return (
    <ul className={customersClasses.narrowed} aria-label="Narrowed to">
      {parts.map(({ name, value, without }) => (
        <li key={name}>
          {name}: <Said text={value} />{' '}
          <Anchor
            inherit
            underline="always"
            aria-label={`Every ${name} again`}
            renderRoot={(props) => <Link to="/responses" search={without} {...props} />}
          >
            every {name} again
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

function Responses({ filter }: { readonly filter: Parameters<typeof responsesQuery>[0] }) {
  const found = useInfiniteQuery(responsesQuery(filter));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.section} aria-label="Responses">
      {found.isPending ? <Awaited what="responses" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data !== undefined && items.length === 0 ? (
        <Empty>There is none that you may read. Figures of enough answers are not affected.</Empty>
      ) : null}
      <ul className={classes.list} aria-label="Responses">
        {items.map((one) => (
          <li key={one.id} className={classes.entry}>
            <Entry response={one} />
          </li>
        ))}
      </ul>
      <MoreButton found={found} />
    </section>
  );
}

function Entry({ response }: { readonly response: CustomerResponse }) {
  const { id, occurredOn, touchpoint, channel, location, answers, comment, shares } = response;
  return (
    <article>
      <p className={classes.entryHead}>
        <strong>
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link to="/responses/$responseId" params={{ responseId: id }} {...props} />
            )}
          >
            {dayText(occurredOn)}
          </Anchor>
        </strong>
        <span className={classes.dim}>
          <Said text={[location ?? 'no location named', touchpoint, channel].join(' · ')} />
        </span>
      </p>
      <p className="pl-number">{answers.map(scoreLineText).join(' · ')}</p>
      {comment === null ? null : (
        <p className={classes.message}>
          <Said text={comment} block />
        </p>
      )}
      <p className={classes.dim}>
        {responseText(response)}{' '}
        {shares.length === 0 ? (
          'It tells of nobody’s work.'
        ) : (
          <>
            It tells of the work of <Said text={shares.map(shareLineText).join(', ')} />.
          </>
        )}
      </p>
    </article>
  );
}
