// Mantine's theme in Pincite's voice: system sans for the interface, a serif for what is read, small radii, one accent.
// In: the palette. Out: the theme and the resolver of CSS variables that MantineProvider takes.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { dark, light, variablesOf } from './palette.ts';

export const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, Arimo, "Helvetica Neue", Arial, sans-serif';
export const serif = '"Source Serif 4 Variable", "Source Serif 4", Charter, Georgia, Tinos, "Times New Roman", serif';

/** Shades of the accent; Mantine takes 6 on light and 8 on dark grounds. */
const accent: MantineColorsTuple = [
  '#eef4fa',
  '#dce8f3',
  '#b9d1e8',
  '#93b8dc',
  '#6c9bcb',
  '#3f76ac',
  '#1f4e79',
  '#1b4469',
  '#173a5a',
  '#122f49',
];

/** Mantine's greys of the dark scheme, in the tones of ours: menus and notices stand on the same paper. */
const darkShades: MantineColorsTuple = [
  dark.ink,
  dark.ink2,
  dark.ink3,
  dark.edge,
  '#3a4048',
  dark.line,
  dark.hover,
  dark.paper,
  dark.ground,
  '#0e1012',
];

/** Dialogs are no pages: what Mantine writes as their `header` must not be a second banner beside that of the page. */
const inDialog = { defaultProps: { attributes: { header: { role: 'none' } } } };

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, dark: darkShades },
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: { Modal: inDialog, Drawer: inDialog },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
});

/** Pincite's variables, and Mantine's own set to them, so that their parts and ours are of one colour. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--pc-serif': serif, '--pc-sans': sans, '--pc-header': '3.25rem' },
  light: { ...variablesOf(light), ...mantineOf() },
  dark: { ...variablesOf(dark), ...mantineOf() },
});

function mantineOf(): Record<string, string> {
  return {
    '--mantine-color-body': 'var(--pc-paper)',
    '--mantine-color-text': 'var(--pc-ink)',
    '--mantine-color-dimmed': 'var(--pc-ink-3)',
    '--mantine-color-default-border': 'var(--pc-line)',
    '--mantine-color-placeholder': 'var(--pc-ink-3)',
    '--mantine-color-anchor': 'var(--pc-accent)',
    '--mantine-color-error': 'var(--pc-danger)',
  };
}
