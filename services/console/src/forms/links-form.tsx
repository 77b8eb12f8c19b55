import { Alert, Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { baseUrl } from '../api/base-url.ts';
import { printLinks } from '../api/survey-queries.ts';
import type { Survey } from '../api/types.ts';
import { Failure } from '../parts/states.tsx';
import surveyClasses from '../surveys/surveys.module.css';
import classes from './forms.module.css';
import type { Close } from './opened-form.tsx';

/** As the service has it; more are printed by asking again. */
const linksMax = 1_000;

interface LinksProps {
  readonly survey: Survey;
  readonly onClose: Close;
}

/** No command: nothing is recorded, and what is printed is kept nowhere but on this page. */
export function LinksForm({ survey, onClose }: LinksProps) {
  const [count, setCount] = useState('20');
  const printing = useMutation({ mutationFn: (wanted: number) => printLinks(survey.id, wanted) });
  const titleId = useId();
  const wanted = Number(count);
  const isWanted = Number.isInteger(wanted) && wanted >= 1 && wanted <= linksMax;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isWanted) printing.mutate(wanted);
  };
  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate aria-labelledby={titleId}>
      <Stack gap="sm">
        <Title order={2} size="h4" id={titleId}>
          Print links
        </Title>
        <TextInput
          label="How many"
          description={`Each is answered once, by whoever has it; at most ${linksMax} at a time.`}
          inputMode="numeric"
          value={count}
          error={isWanted ? undefined : `A whole number from 1 to ${linksMax}.`}
          onChange={(event) => setCount(event.currentTarget.value)}
        />
        {printing.error === null ? null : <Failure error={printing.error} />}
        {printing.data === undefined ? null : (
          <Printed links={printing.data.map(({ path }) => `${baseUrl()}${path}`)} />
        )}
        <Group gap="xs">
          <Button type="submit" loading={printing.isPending}>
            Print them
          </Button>
          <Button variant="default" onClick={() => onClose()}>
            Done
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Printed({ links }: { readonly links: readonly string[] }) {
  return (
    <div>
      <Alert role="status" variant="light" title={`${links.length} links, one a line`}>
        They are kept nowhere: copy them now. Hand them out so that nobody notes who gets which.
      </Alert>
      <textarea
        className={surveyClasses.links}
        aria-label="Links"
        readOnly
        value={links.join('\n')}
      />
    </div>
  );
}
