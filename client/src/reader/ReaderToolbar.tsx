// Over the pages: the way back, the pages and outline beside them, which filing this is, the question and the walk through its hits,
// the page in view, the view, the panel.
import { IconArrowLeft, IconInfoCircle, IconLayoutSidebar, IconLink, IconListDetails } from '@tabler/icons-react';
import type { Ref } from 'react';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { dateText, ecfText, titleOf } from '../search/format.ts';
import type { ReaderPanel } from '../url/reader-state.ts';
import { FindField } from './FindField.tsx';
import { PageField } from './PageField.tsx';
import { Tool } from './Tool.tsx';
import classes from './toolbar.module.css';
import type { Reader } from './use-reader.tsx';
import { ViewMenu, type ZoomChange } from './ViewMenu.tsx';

export interface ReaderToolbarProps {
  readonly filing: DocumentAnswer;
  readonly reader: Reader;
  readonly panel: ReaderPanel;
  readonly hasStrip: boolean;
  /** Per cent; null until the pages are open. */
  readonly scale: number | null;
  /** The field that asks this filing. */
  readonly findField: Ref<HTMLInputElement>;
  readonly onBack: () => void;
  readonly onZoom: (change: ZoomChange) => void;
  readonly onTurn: (degrees: 90 | -90) => void;
  readonly onPanel: (panel: ReaderPanel) => void;
  readonly onStrip: () => void;
}

export function ReaderToolbar(props: ReaderToolbarProps) {
  const { filing, reader, panel, hasStrip, scale, findField, onBack, onZoom, onTurn, onPanel, onStrip } = props;
  const about = [filing.type, filing.filer, filing.filedOn === null ? null : dateText(filing.filedOn)];
  const togglePanel = (which: Exclude<ReaderPanel, 'none'>) => onPanel(panel === which ? 'none' : which);
  return (
    <header className={classes.bar}>
      <Tool label="Back" title="Back (Esc)" onPress={onBack}>
        <IconArrowLeft size={19} stroke={1.7} aria-hidden />
      </Tool>
      <Tool label="Pages and outline" isOn={hasStrip} onPress={onStrip}>
        <IconLayoutSidebar size={18} stroke={1.7} aria-hidden />
      </Tool>
      <div className={classes.filing}>
        <h1 title={titleOf(filing)}>
          {ecfText(filing) === null ? null : <span className={classes.ecf}>{ecfText(filing)}</span>} {titleOf(filing)}
        </h1>
        <p>
          {about.filter((part) => part !== null).join(' · ')}
          {filing.specimen ? <em> · specimen, not a court record</em> : null}
        </p>
      </div>
      <FindField
        ref={findField}
        reader={reader}
        unreadPages={filing.unreadable.length}
        onUnread={() => onPanel('details')}
      />
      <PageField key={reader.pageInView} filing={filing} pageInView={reader.pageInView} onPage={reader.goToPage} />
      <ViewMenu documentId={filing.id} scale={scale} onZoom={onZoom} onTurn={onTurn} />
      <div className={classes.panels}>
        <Tool
          label="Passages"
          title="Passages of the page"
          isOn={panel === 'passages'}
          onPress={() => togglePanel('passages')}
        >
          <IconListDetails size={18} stroke={1.7} aria-hidden />
        </Tool>
        <Tool
          label="Record citations"
          title="Where it points in the record, and who points here"
          isOn={panel === 'citations'}
          onPress={() => togglePanel('citations')}
        >
          <IconLink size={18} stroke={1.7} aria-hidden />
        </Tool>
        <Tool
          label="Details"
          title="Details of the filing"
          isOn={panel === 'details'}
          onPress={() => togglePanel('details')}
        >
          <IconInfoCircle size={18} stroke={1.7} aria-hidden />
        </Tool>
      </div>
    </header>
  );
}
