/** Longer than any machine stands still that is only busy. */
const untilMsMax = 60_000;

/**
 * Waits for what a test is about to see, as long as it takes: a bound is only there to say that it
 * never came. What happens at a time is told to it by a clock, not by waiting.
 */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + untilMsMax;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not so: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Whether work can be done, whatever it gives. */
export function isAnswered(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** What a test opens when it wants those who wait there to go on. */
export function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}
