// What surrounds every place: the header with the places, the theme switch, adding of filings, and the card of shortcuts.
import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { IconFilePlus, IconKeyboard } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { traysQuery } from '../api/queries.ts';
import { filtersInAddress } from '../url/search-state.ts';
import { ColorSchemeSwitch } from '../theme/ColorSchemeSwitch.tsx';
import { ShortcutCard } from './ShortcutCard.tsx';
import { useShortcuts } from './shortcuts.ts';
import classes from './shell.module.css';
import { DropZone, UploadCard, useUploads } from './UploadZone.tsx';

export function AppShell() {
  const [showsShortcuts, setShowsShortcuts] = useState(false);
  const uploads = useUploads();
  const picker = useRef<HTMLInputElement>(null);
  useShortcuts({ 'show-shortcuts': () => setShowsShortcuts(true) });

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.logo} aria-label="Pincite, start">
          Pincite
        </Link>
        <nav className={classes.places} aria-label="Places">
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }} className={classes.place}>
            Search
          </Link>
          <Link to="/docket" activeOptions={{ includeSearch: false }} className={classes.place}>
            Docket
          </Link>
          <Link to="/tray" className={classes.place}>
            Tray <TrayCount />
          </Link>
          <ReportsLink />
        </nav>
        <div className={classes.tools}>
          <input
            ref={picker}
            type="file"
            accept="application/pdf,.pdf,application/zip,.zip"
            multiple
            hidden
            aria-label="PDFs to add"
            onChange={(event) => {
              uploads.add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <button
            type="button"
            className={classes.add}
            title="Add filings: choose PDFs, or drop them anywhere"
            aria-label="Add filings"
            onClick={() => picker.current?.click()}
          >
            <IconFilePlus size={18} stroke={1.7} aria-hidden />
            <span aria-hidden="true">Add filings</span>
          </button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            className={classes.keyboard ?? ''}
            aria-label="Keyboard shortcuts"
            title="Keyboard shortcuts (?)"
            onClick={() => setShowsShortcuts(true)}
          >
            <IconKeyboard size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
          <ColorSchemeSwitch />
        </div>
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <DropZone onFiles={uploads.add} />
      <UploadCard uploads={uploads.uploads} clear={uploads.clear} />
      <ShortcutCard opened={showsShortcuts} onClose={() => setShowsShortcuts(false)} />
    </div>
  );
}

/** Takes the filters of the Search place along: a report that is made next is asked within them. */
function ReportsLink() {
  const { pathname, search } = useLocation();
  return (
    <Link
      to="/reports"
      search={pathname === '/' ? filtersInAddress(search) : {}}
      activeOptions={{ includeSearch: false }}
      className={classes.place}
    >
      Reports
    </Link>
  );
}

/** How many passages are collected in all trays. */
function TrayCount() {
  const { data } = useQuery(traysQuery());
  const count = data?.trays.reduce((sum, tray) => sum + tray.items.length, 0) ?? 0;
  if (count === 0) return null;
  return (
    <span className={classes.count}>
      {count.toLocaleString('en-US')}
      <span className="pc-visually-hidden"> passages</span>
    </span>
  );
}
