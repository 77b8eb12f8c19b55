import { createTheme } from '@mantine/core';

/**
 * Only what components read as props. Colours and fonts are custom properties in `styles.css`,
 * as Mantine would put its own into a style element.
 */
export const theme = createTheme({
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'sm',
});
