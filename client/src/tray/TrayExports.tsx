// The tray as a whole, out of Pincite: copied with all citations, or as a file that the server makes.
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { exportFormats, type ExportRequest, type Tray, type TrayItem } from '../../../server/contract/work-api.ts';
import { callForFile } from '../api/client.ts';
import { tell, tellFailure } from '../app/notices.tsx';
import { countOf } from '../search/format.ts';
import { clipboardTextOf } from '../tagging/clipboard-text.ts';
import { copyText } from '../tagging/copy.ts';
import type { TrayState } from '../url/tray-state.ts';
import classes from './tray.module.css';

/** An item with its citation in the chosen style. */
export interface CitedItem {
  readonly item: TrayItem;
  readonly text: string;
  readonly html: string | null;
}

export interface TrayExportsProps {
  readonly tray: Tray;
  readonly state: TrayState;
  readonly cited: readonly CitedItem[];
}

const formatNames: Readonly<Record<ExportRequest['format'], string>> = {
  csv: 'CSV',
  markdown: 'Markdown',
  docx: 'Word',
};
const endings: Readonly<Record<ExportRequest['format'], string>> = { csv: 'csv', markdown: 'md', docx: 'docx' };

export function TrayExports({ tray, state, cited }: TrayExportsProps) {
  const [coming, setComing] = useState<ExportRequest['format'] | null>(null);
  const copyAll = async () => {
    try {
      const text = clipboardTextOf(
        cited.map(({ item, text: citation, html }) => ({ quote: item.quote, text: citation, html })),
      );
      await copyText(Promise.resolve(text), navigator.clipboard);
      tell(`Copied: ${countOf(cited.length, 'passage')} with citations`);
    } catch (error) {
      tellFailure('The tray was not copied', error);
    }
  };
  const save = async (format: ExportRequest['format']) => {
    setComing(format);
    const body: ExportRequest = { scope: 'tray', trayId: tray.id, format, style: state.style, form: state.form };
    try {
      const { blob, filename } = await callForFile('exports', { body });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = filename ?? `${tray.name}.${endings[format]}`;
      link.click();
      // The browser has taken the file over by then; the address only holds memory.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      tell(`Saved: ${link.download}`);
    } catch (error) {
      tellFailure(`The ${formatNames[format]} file was not made`, error);
    } finally {
      setComing(null);
    }
  };
  return (
    <fieldset className={classes.exports} aria-label="Copy or export">
      <button type="button" onClick={() => void copyAll()}>
        <IconCopy size={16} stroke={1.7} aria-hidden /> Copy all
      </button>
      {exportFormats.map((format) => (
        <button key={format} type="button" aria-busy={coming === format} onClick={() => void save(format)}>
          <IconDownload size={16} stroke={1.7} aria-hidden /> {formatNames[format]}
        </button>
      ))}
    </fieldset>
  );
}
