/**
 * Text that a person wrote. It is isolated, so that a direction mark in it cannot turn the page
 * around, and null says that it was erased, or was never there.
 */
export function Said({
  text,
  missing = 'no text',
  block = false,
}: {
  readonly text: string | null;
  readonly missing?: string;
  readonly block?: boolean;
}) {
  if (text === null) return <em>{missing}</em>;
  return (
    <bdi className={block ? 'pl-said pl-block' : 'pl-said'} dir="auto">
      {text}
    </bdi>
  );
}
