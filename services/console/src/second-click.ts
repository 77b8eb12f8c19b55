/**
 * The second click of a double one is for what the first was for. Where that has gone by then, as a
 * form does whose command is recorded, it would meet what has taken its place: it is for nothing.
 */
export function dropLateSecondClicks(page: Document): void {
  let pressed: EventTarget | null = null;
  page.addEventListener(
    'mousedown',
    ({ detail, target }) => {
      if (detail === 1) pressed = target;
    },
    true,
  );
  page.addEventListener(
    'click',
    (event) => {
      const hasGone = pressed instanceof Node && !pressed.isConnected;
      if (event.detail < 2 || !hasGone) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
}
