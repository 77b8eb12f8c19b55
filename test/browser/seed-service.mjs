import { hostileTitle } from './hostile.mjs';

const msPerHour = 3_600_000;
const hoursAgo = (hours) => new Date(Date.now() - hours * msPerHour).toISOString();

/** A promise at all hours; a case that is late, one that waits, one that was marked too soon. */
export async function seedService({ run, company, send, sendAsHr }) {
  const { north, sales } = company;
  const level = `Within a day (${run})`;
  const { id: slaRef } = await sendAsHr('/service-levels', {
    ...{ name: level, targets: { firstResponse: 120, resolution: 1_440 } },
    opening: { zone: 'UTC', week: [{ from: 0, until: 10_080 }] },
    effectiveAt: hoursAgo(400),
  });
  const open = async (customer, hours, more = {}) => {
    const { id } = await send('/cases', {
      ...{ slaRef, unit: sales, customer, effectiveAt: hoursAgo(hours), ...more },
    });
    return id;
  };
  const late = await open(`Late (${run})`, 30, { summary: hostileTitle, unit: north });
  const calm = await open(`Calm (${run})`, 1);
  const waiting = await open(`Waiting (${run})`, 1);
  await send(`/cases/${waiting}/pause`, { cause: 'customer' });
  return { level, late, calm, waiting };
}
