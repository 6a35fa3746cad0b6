// A document on the docket: number, day, title, filer, pages, how far it is read, its versions; or that it is missing.
import { Link } from '@tanstack/react-router';
import { IconAlertTriangle, IconCircleDashed, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DocketDocument, DocketEntry } from '../../../server/contract/docket-api.ts';
import { dateText, valueLabel } from '../search/format.ts';
import classes from './docket.module.css';
import { missingText, nameOf, stateText, versionWords } from './docket-words.ts';

export interface DocumentLineProps {
  readonly document: DocketDocument;
  readonly entry: DocketEntry;
  /** What stands below the title: the docket's text, the family. */
  readonly below: ReactNode;
  readonly onEdit: (documentId: string) => void;
}

export function DocumentLine({ document, entry, below, onEdit }: DocumentLineProps) {
  const { id, ecf, pageCount, missing, versions } = document;
  const name = nameOf(document);
  const filedOn = document.filedOn ?? entry.filedOn;
  const filer = document.filer ?? (document.attachment === 0 ? entry.filer : null);
  return (
    <div className={classes.line} data-missing={missing ?? undefined} data-ecf={ecf ?? undefined}>
      <span className={classes.ecf}>
        {ecf === null ? null : <span className="pc-visually-hidden">ECF No. </span>}
        {ecf}
      </span>
      <div className={classes.title}>
        {id === null ? (
          <span>{name}</span>
        ) : (
          <Link to="/d/$documentId" params={{ documentId: id }} search={{ at: '1' }}>
            {name}
          </Link>
        )}
        <Marks document={document} />
        {versions.length === 0 ? null : (
          <ul className={classes.versions} aria-label="Versions">
            {versions.map((version) => {
              const { says, name: other } = versionWords(version);
              return (
                <li key={`${version.id} ${version.relation}`}>
                  {says}{' '}
                  <Link to="/d/$documentId" params={{ documentId: version.id }} search={{ at: '1' }}>
                    {other}
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
        {below}
      </div>
      <div className={classes.meta}>
        <span className={classes.filed}>{filedOn === null ? null : dateText(filedOn)}</span>
        <span className={classes.filer}>
          {filer === null ? null : <span className="pc-visually-hidden">Filed by </span>}
          {filer}
        </span>
        <span className={classes.pages}>
          {pageCount === null ? null : (
            <>
              {pageCount.toLocaleString('en-US')}
              <span className={classes.unit}> {pageCount === 1 ? 'page' : 'pages'}</span>
            </>
          )}
        </span>
        <span className={classes.state}>
          <Reading document={document} />
        </span>
      </div>
      {id === null ? null : (
        <button
          type="button"
          className={classes.edit}
          data-edit={id}
          aria-label={`Edit the details of ${ecf === null ? name : `ECF No. ${ecf}`}`}
          title="Edit the details"
          onClick={() => onEdit(id)}
        >
          <IconPencil size={16} stroke={1.7} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** What is remarkable about it, beside the title. */
function Marks({ document: { type, flags, corrected } }: { readonly document: DocketDocument }) {
  const marks = flags.filter((flag) => flag !== 'unreadable-pages');
  return (
    <>
      {type === null ? null : <span className={classes.type}>{type}</span>}
      {marks.map((flag) => (
        <span key={flag} className={classes.mark} data-flag={flag}>
          {valueLabel('flag', flag)}
        </span>
      ))}
      {corrected.length === 0 ? null : (
        <span className={classes.mark} title={`Corrected by a person: ${corrected.join(', ')}`}>
          corrected by hand
        </span>
      )}
    </>
  );
}

function Reading({ document }: { readonly document: DocketDocument }) {
  const { id, missing, unread } = document;
  if (missing !== null) {
    return (
      <>
        <IconCircleDashed size={14} stroke={1.9} aria-hidden /> {missingText(missing)}
      </>
    );
  }
  const text = stateText(document);
  if (unread === null || id === null) return <>{text}</>;
  return (
    <Link
      to="/d/$documentId"
      params={{ documentId: id }}
      search={{ at: String(unread.firstPageNumber) }}
      className={classes.unread}
    >
      <IconAlertTriangle size={14} stroke={1.9} aria-hidden /> {text}
    </Link>
  );
}
