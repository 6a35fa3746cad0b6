// Over the pages: the way back, which filing this is, the walk through its hits, the page, the zoom, the panel.
import {
  IconArrowLeft,
  IconArrowsHorizontal,
  IconChevronDown,
  IconChevronUp,
  IconFileDownload,
  IconInfoCircle,
  IconListDetails,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { addressOf } from '../api/client.ts';
import { countText, dateText, ecfText, titleOf } from '../search/format.ts';
import type { ReaderPanel } from '../url/reader-state.ts';
import { walkText } from './hit-walk.ts';
import { otherNumbersOf, pageOfTyped } from './page-numbers.ts';
import classes from './toolbar.module.css';
import type { Reader } from './use-reader.tsx';

export interface ReaderToolbarProps {
  readonly filing: DocumentAnswer;
  readonly reader: Reader;
  readonly panel: ReaderPanel;
  /** Per cent; null until the pages are open. */
  readonly scale: number | null;
  readonly onBack: () => void;
  readonly onZoom: (change: 'in' | 'out' | 'page-width') => void;
  readonly onPanel: (panel: ReaderPanel) => void;
}

export function ReaderToolbar({ filing, reader, panel, scale, onBack, onZoom, onPanel }: ReaderToolbarProps) {
  const { hits, current, pageInView, isAsking } = reader;
  const about = [filing.type, filing.filer, filing.filedOn === null ? null : dateText(filing.filedOn)];
  const togglePanel = (which: 'passages' | 'details') => onPanel(panel === which ? 'none' : which);
  return (
    <header className={classes.bar}>
      <button type="button" className={classes.icon} aria-label="Back" title="Back (Esc)" onClick={onBack}>
        <IconArrowLeft size={19} stroke={1.7} aria-hidden />
      </button>
      <div className={classes.filing}>
        <h1 title={titleOf(filing)}>
          {ecfText(filing) === null ? null : <span className={classes.ecf}>{ecfText(filing)}</span>} {titleOf(filing)}
        </h1>
        <p>
          {about.filter((part) => part !== null).join(' · ')}
          {filing.specimen ? <em> · specimen, not a court record</em> : null}
        </p>
      </div>
      {isAsking ? (
        <fieldset className={classes.walk} aria-label="Hits in this filing">
          <span className={classes.query} title={reader.state.request.q}>
            {reader.state.request.q}
          </span>
          <output className={classes.count}>{hits.length === 0 ? 'no hits' : walkText(current, hits.length)}</output>
          <Tool
            label="Previous hit"
            title="Previous hit (p)"
            disabled={hits.length === 0}
            onPress={() => reader.step(-1)}
          >
            <IconChevronUp size={18} stroke={1.7} aria-hidden />
          </Tool>
          <Tool label="Next hit" title="Next hit (n)" disabled={hits.length === 0} onPress={() => reader.step(1)}>
            <IconChevronDown size={18} stroke={1.7} aria-hidden />
          </Tool>
        </fieldset>
      ) : null}
      <PageField key={pageInView} filing={filing} pageInView={pageInView} onPage={reader.goToPage} />
      <fieldset className={classes.zoom} aria-label="Zoom">
        <Tool label="Smaller" title="Smaller" onPress={() => onZoom('out')}>
          <IconMinus size={17} stroke={1.7} aria-hidden />
        </Tool>
        <span className={classes.scale}>{scale === null ? '' : `${scale}%`}</span>
        <Tool label="Larger" title="Larger" onPress={() => onZoom('in')}>
          <IconPlus size={17} stroke={1.7} aria-hidden />
        </Tool>
        <Tool label="Fit the width" title="Fit the width" onPress={() => onZoom('page-width')}>
          <IconArrowsHorizontal size={17} stroke={1.7} aria-hidden />
        </Tool>
      </fieldset>
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
          label="Details"
          title="Details of the filing"
          isOn={panel === 'details'}
          onPress={() => togglePanel('details')}
        >
          <IconInfoCircle size={18} stroke={1.7} aria-hidden />
        </Tool>
        <a
          className={classes.icon}
          href={addressOf('documentFile', { params: { id: filing.id } })}
          target="_blank"
          rel="noreferrer"
          aria-label="The PDF itself, in a new tab"
          title="The PDF itself, in a new tab"
        >
          <IconFileDownload size={18} stroke={1.7} aria-hidden />
        </a>
      </div>
    </header>
  );
}

interface ToolProps {
  readonly label: string;
  readonly title: string;
  readonly disabled?: boolean;
  readonly isOn?: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

function Tool({ label, title, disabled = false, isOn, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className={classes.icon}
      aria-label={label}
      title={title}
      disabled={disabled}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

interface PageFieldProps {
  readonly filing: DocumentAnswer;
  readonly pageInView: number;
  readonly onPage: (pageNumber: number) => void;
}

/** The PDF page as a field, the page's other numbers beside it. */
function PageField({ filing, pageInView, onPage }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnknown, setUnknown] = useState(false);
  const others = otherNumbersOf(filing.pages, pageInView);
  const go = () => {
    if (typed === null) return;
    const page = pageOfTyped(filing.pages, typed);
    setUnknown(page === null);
    if (page === null) return;
    setTyped(null);
    onPage(page);
  };
  return (
    <form
      className={classes.page}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label>
        <span>PDF page</span>
        <input
          type="text"
          aria-label={`PDF page or printed page, of ${filing.pageCount}`}
          aria-invalid={isUnknown}
          autoComplete="off"
          value={typed ?? String(pageInView)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => {
            setTyped(null);
            setUnknown(false);
          }}
        />
        <span>of {countText(filing.pageCount)}</span>
      </label>
      <span className={classes.others} role={isUnknown ? 'alert' : undefined}>
        {isUnknown ? 'There is no such page' : others.join(' · ')}
      </span>
    </form>
  );
}
