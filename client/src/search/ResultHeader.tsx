// Over the list: how many hits in how many documents, how the question was understood, what was not searched, order and grouping.
import { Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import {
  sortSchema,
  type SearchAnswer,
  type SearchRequest,
  type SearchSort,
} from '../../../server/contract/search-api.ts';
import classes from './results.module.css';
import { SavedSearchMenu } from './SavedSearchMenu.tsx';
import { foundWords, modeWords } from './search-mode.ts';
import { UnreadPages } from './UnreadPages.tsx';

export interface ResultHeaderProps {
  readonly answer: SearchAnswer;
  readonly request: SearchRequest;
  /** No newer answer is on its way: only then is it said aloud. */
  readonly isSettled: boolean;
  readonly onChange: (request: SearchRequest) => void;
}

const sortLabels: Readonly<Record<SearchSort, string>> = {
  relevance: 'Best match',
  '-filed': 'Newest filing',
  filed: 'Oldest filing',
  position: 'Order of the record',
};

export function ResultHeader({ answer, request, isSettled, onChange }: ResultHeaderProps) {
  const { total, unsearched } = answer;
  const [count, rest] = foundWords(total);
  const words = `${count}${rest}, ${modeWords[answer.query.mode].name} search`;
  return (
    <div className={classes.header}>
      <div className={classes.counts}>
        <p className={classes.total}>
          <strong>{count}</strong>
          {rest}
        </p>
        <ModeExplained answer={answer} />
        {unsearched.pages > 0 ? <UnreadPages unsearched={unsearched} /> : null}
        <Announced words={isSettled ? words : null} />
      </div>
      {answer.query.explained === '' ? null : (
        <p className={classes.asRead} title={answer.query.explained}>
          {sentence(answer.query.explained)}
        </p>
      )}
      <div className={classes.order}>
        <SavedSearchMenu request={request} />
        <label>
          <input
            type="checkbox"
            checked={request.group === 'document'}
            onChange={(event) =>
              onChange({ ...request, page: 1, group: event.currentTarget.checked ? 'document' : 'none' })
            }
          />
          By document
        </label>
        <label>
          <span className="pc-visually-hidden">Order</span>
          <select
            value={request.sort}
            onChange={(event) => {
              const sort = sortSchema.safeParse(event.currentTarget.value);
              if (sort.success) onChange({ ...request, page: 1, sort: sort.data });
            }}
          >
            {sortSchema.options.map((sort) => (
              <option key={sort} value={sort}>
                {sortLabels[sort]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {answer.notices.length > 0 ? (
        <ul className={classes.notices}>
          {answer.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function ModeExplained({ answer }: Pick<ResultHeaderProps, 'answer'>) {
  const mode = modeWords[answer.query.mode];
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="md">
      <Popover.Target>
        <button type="button" className={classes.explain}>
          <strong>{mode.name}:</strong> {mode.brief}
          <IconInfoCircle size={15} stroke={1.7} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.explained ?? ''} aria-label="How this question was understood">
        {answer.query.explained === '' ? null : <p>{sentence(answer.query.explained)}</p>}
        <p>{mode.meaning}</p>
        <p className={classes.quietText}>Answered in {Math.max(1, Math.round(answer.tookMs))} ms.</p>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What was asked, as a sentence of its own. */
function sentence(explained: string): string {
  return `${explained.charAt(0).toUpperCase()}${explained.slice(1)}.`;
}

/** Says the counts to a screen reader once typing rests, not at each key. */
function Announced({ words }: { readonly words: string | null }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (words === null) return;
    const timer = setTimeout(() => setSaid(words), 700);
    return () => clearTimeout(timer);
  }, [words]);
  return <output className="pc-visually-hidden">{said}</output>;
}
