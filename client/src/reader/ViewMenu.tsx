// The size of the pages and what else one does with the view: smaller, larger, fitted, turned; and the way to the printer.
// Printing is the browser's own, of the stored PDF: what is printed is what was filed, not what is painted on it here.
import { Menu } from '@mantine/core';
import {
  IconArrowsHorizontal,
  IconArrowsVertical,
  IconChevronDown,
  IconDots,
  IconFileDownload,
  IconMinus,
  IconPlus,
  IconPrinter,
  IconRotate2,
  IconRotateClockwise2,
} from '@tabler/icons-react';
import { addressOf } from '../api/client.ts';
import { Tool } from './Tool.tsx';
import classes from './toolbar.module.css';

export type ZoomChange = 'in' | 'out' | 'page-width' | 'page-fit';

export interface ViewMenuProps {
  readonly documentId: string;
  /** Per cent; null until the pages are open. */
  readonly scale: number | null;
  readonly onZoom: (change: ZoomChange) => void;
  /** Degrees clockwise. */
  readonly onTurn: (degrees: 90 | -90) => void;
}

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

export function ViewMenu({ documentId, scale, onZoom, onTurn }: ViewMenuProps) {
  const file = { href: addressOf('documentFile', { params: { id: documentId } }), target: '_blank', rel: 'noreferrer' };
  const shown = scale === null ? 'View' : `${scale}%`;
  return (
    <div className={classes.view}>
      <span className={classes.step}>
        <Tool label="Smaller" onPress={() => onZoom('out')}>
          <IconMinus size={17} stroke={1.7} aria-hidden />
        </Tool>
      </span>
      <Menu position="bottom-end" shadow="md" width={250} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button
            type="button"
            className={classes.menu}
            aria-label={`View and print, size ${shown}`}
            title="View and print"
          >
            <span>{shown}</span>
            <IconChevronDown size={14} stroke={1.8} aria-hidden />
            <IconDots size={18} stroke={1.8} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown aria-label="View and print">
          <Menu.Item leftSection={<IconArrowsHorizontal {...icon} />} onClick={() => onZoom('page-width')}>
            Fit the width
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsVertical {...icon} />} onClick={() => onZoom('page-fit')}>
            Fit the page
          </Menu.Item>
          <Menu.Item leftSection={<IconPlus {...icon} />} closeMenuOnClick={false} onClick={() => onZoom('in')}>
            Larger
          </Menu.Item>
          <Menu.Item leftSection={<IconMinus {...icon} />} closeMenuOnClick={false} onClick={() => onZoom('out')}>
            Smaller
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconRotateClockwise2 {...icon} />} onClick={() => onTurn(90)}>
            Turn right
          </Menu.Item>
          <Menu.Item leftSection={<IconRotate2 {...icon} />} onClick={() => onTurn(-90)}>
            Turn left
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item component="a" {...file} leftSection={<IconPrinter {...icon} />}>
            Print…
            <span className={classes.hint}>opens the PDF in a new tab</span>
          </Menu.Item>
          <Menu.Item component="a" {...file} download leftSection={<IconFileDownload {...icon} />}>
            Save the PDF
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className={classes.step}>
        <Tool label="Larger" onPress={() => onZoom('in')}>
          <IconPlus size={17} stroke={1.7} aria-hidden />
        </Tool>
      </span>
    </div>
  );
}
