// An entry with its family, and runs of missing neighbours that are drawn together.
import { IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DocketEntry } from '../../../server/contract/docket-api.ts';
import { countOf, dateText } from '../search/format.ts';
import classes from './docket.module.css';
import type { EntryRow } from './docket-rows.ts';
import { furtherText, lineOf, rangeText } from './docket-words.ts';
import { DocumentLine } from './DocumentLine.tsx';

export interface EntryItemProps {
  readonly row: EntryRow;
  readonly onFold: (key: string) => void;
  readonly onEdit: (documentId: string) => void;
}

export function EntryItem({ row, onFold, onEdit }: EntryItemProps) {
  const { entry, main, isOpen, canFold, attachments, family, key } = row;
  const words = countOf(attachments, 'attachment');
  const fold =
    attachments === 0 ? null : canFold ? (
      <button type="button" className={classes.fold} aria-expanded={isOpen} onClick={() => onFold(key)}>
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
        {words}
      </button>
    ) : (
      <p className={classes.count}>{words}</p>
    );
  const text = <DocketText text={furtherText(entry.description, main?.title ?? null)} />;
  return (
    <li className={classes.entry}>
      {main === null ? (
        <EntryLine entry={entry} below={fold} />
      ) : (
        <DocumentLine
          document={main}
          entry={entry}
          below={
            <>
              {text}
              {fold}
            </>
          }
          onEdit={onEdit}
        />
      )}
      {family.length === 0 ? null : (
        <ol className={classes.family} aria-label={`Attachments of ECF No. ${entry.entry ?? ''}`}>
          {family.map((each) =>
            each.kind === 'document' ? (
              <li key={each.document.id ?? each.document.attachment}>
                <DocumentLine document={each.document} entry={entry} below={null} onEdit={onEdit} />
              </li>
            ) : (
              <RunItem
                key={each.key}
                label={`${rangeText('Attachment', 'Attachments', each.items[0]?.attachment ?? 0, each.items.at(-1)?.attachment ?? 0)} missing`}
                isOpen={each.isOpen}
                onFold={() => onFold(each.key)}
              >
                {each.items.map((document) => (
                  <li key={document.attachment}>
                    <DocumentLine document={document} entry={entry} below={null} onEdit={onEdit} />
                  </li>
                ))}
              </RunItem>
            ),
          )}
        </ol>
      )}
    </li>
  );
}

/** An entry that is a line of the docket alone. */
function EntryLine({ entry, below }: { readonly entry: DocketEntry; readonly below: ReactNode }) {
  return (
    <div className={classes.line} data-paperless>
      <span className={classes.ecf}>{entry.entry}</span>
      <div className={classes.title}>
        <DocketText text={lineOf(entry)} />
        {below}
      </div>
      <div className={classes.meta}>
        <span className={classes.filed}>{entry.filedOn === null ? null : dateText(entry.filedOn)}</span>
        <span className={classes.filer}>{entry.filer}</span>
        <span className={classes.pages} />
        <span className={classes.state}>{entry.documents.length === 0 ? 'No paper' : null}</span>
      </div>
    </div>
  );
}

/** So many characters stand there whole. */
const longestText = 180;

/** The text of the docket, where it says more than the title; a long one is cut until somebody asks for it. */
function DocketText({ text }: { readonly text: string | null }) {
  const [isWhole, setWhole] = useState(false);
  if (text === null) return null;
  if (text.length <= longestText) return <p className={classes.text}>{text}</p>;
  return (
    <p className={classes.text}>
      {isWhole ? text : `${text.slice(0, longestText).replace(/\s+\S*$/, '')}… `}
      <button type="button" className={classes.link} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {isWhole ? ' less' : 'more'}
      </button>
    </p>
  );
}

export interface RunItemProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onFold: () => void;
  readonly children: ReactNode;
}

/** A run of missing neighbours. */
export function RunItem({ label, isOpen, onFold, children }: RunItemProps) {
  return (
    <>
      <li className={classes.run}>
        <button type="button" aria-expanded={isOpen} onClick={onFold}>
          <IconChevronRight size={16} stroke={1.7} aria-hidden />
          {label}
        </button>
      </li>
      {isOpen ? children : null}
    </>
  );
}
