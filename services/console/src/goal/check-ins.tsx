import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { CheckIn, GoalDetail, KeyResult } from '../api/types.ts';
import { CorrectForm } from '../forms/correct-form.tsx';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { shareText, valueText } from '../text/figures.ts';
import { standingText, type Names } from '../text/history.ts';
import { instantText } from '../text/times.ts';
import classes from './goal.module.css';

interface CheckInsProps {
  readonly goal: GoalDetail;
  readonly keyResult: KeyResult;
  readonly names: Names;
  readonly changeable: boolean;
}

/** Every check-in that was ever made, the corrected and the withdrawn among them. */
export function CheckIns({ goal, keyResult, names, changeable }: CheckInsProps) {
  const [correcting, setCorrecting] = useState<string>();
  const [open, setOpen] = useState(false);
  const { checkIns } = keyResult;
  if (checkIns.length === 0) return <p className={classes.note}>No check-in yet.</p>;
  const chosen = checkIns.find(({ id }) => id === correcting);
  return (
    <details
      className={classes.more}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {checkIns.length} {checkIns.length === 1 ? 'check-in' : 'check-ins'}
      </summary>
      <div className={classes.scroll}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">When</Table.Th>
              <Table.Th scope="col">Value</Table.Th>
              <Table.Th scope="col">Confidence</Table.Th>
              <Table.Th scope="col">By</Table.Th>
              <Table.Th scope="col">Narrative</Table.Th>
              {changeable ? <Table.Th scope="col">Change</Table.Th> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {checkIns.toReversed().map((one) => (
              <CheckInRow
                key={one.id}
                checkIn={one}
                keyResult={keyResult}
                names={names}
                onCorrect={changeable ? () => setCorrecting(one.id) : undefined}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {chosen === undefined || !changeable ? null : (
        <CorrectForm
          key={chosen.id}
          goal={goal}
          keyResult={keyResult}
          checkIn={chosen}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </details>
  );
}

interface RowProps {
  readonly checkIn: CheckIn;
  readonly keyResult: KeyResult;
  readonly names: Names;
  readonly onCorrect: (() => void) | undefined;
}

function CheckInRow({ checkIn, keyResult, names, onCorrect }: RowProps) {
  const { at, value, milestonesDone, confidence, by, narrative, late, withdrawn } = checkIn;
  const said =
    milestonesDone === null
      ? valueText(value, keyResult.measure.unit)
      : standingText(keyResult.id, { done: milestonesDone }, names);
  return (
    <Table.Tr>
      <Table.Td className="pl-number">
        {instantText(at)}
        {late ? <div className={classes.note}>late entry</div> : null}
      </Table.Td>
      <Table.Td className="pl-number">
        <span className={withdrawn ? classes.struck : undefined}>{said}</span>
        {withdrawn ? <div className={classes.note}>withdrawn</div> : null}
        <Corrections checkIn={checkIn} keyResult={keyResult} names={names} />
      </Table.Td>
      <Table.Td className="pl-number">{confidence === null ? '–' : shareText(confidence)}</Table.Td>
      <Table.Td>
        <ActorName by={by} />
      </Table.Td>
      <Table.Td>{narrative === null ? '–' : <Said text={narrative} block />}</Table.Td>
      {onCorrect === undefined ? null : (
        <Table.Td>
          <Button
            size="compact-xs"
            variant="default"
            onClick={onCorrect}
            aria-label={`Correct the check-in of ${instantText(at)}`}
          >
            Correct
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function Corrections({ checkIn, keyResult, names }: Omit<RowProps, 'onCorrect'>) {
  return checkIn.corrections.map(({ at, by, before, after, reason }) => (
    <div key={`${at} ${String(reason)}`} className={classes.note}>
      {standingText(keyResult.id, before, names)}
      {' → '}
      {standingText(keyResult.id, after, names) ?? 'withdrawn'}, by <ActorName by={by} />:{' '}
      <Said text={reason} missing="reason erased" />
    </div>
  ));
}
