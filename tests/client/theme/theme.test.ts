import { expect, test } from '@jest/globals';
import { dark, light } from '../../../client/src/theme/palette.ts';
import { cssVariables, theme } from '../../../client/src/theme/theme.ts';

test('both schemes carry the palette, and Mantine’s own colours follow it', () => {
  const variables = cssVariables(theme as Parameters<typeof cssVariables>[0]);
  expect(variables.light['--pc-paper']).toBe(light.paper);
  expect(variables.dark['--pc-paper']).toBe(dark.paper);
  expect(variables.light['--mantine-color-body']).toBe('var(--pc-paper)');
  expect(theme.colors?.['dark']?.[7]).toBe(dark.paper);
});
