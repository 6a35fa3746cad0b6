// What a run was asked of, without which a count means nothing: whether it is final, and why not; the corpus by its fingerprint; the
// versions; what was not searched.
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReportResult, ReportRun } from '../../../server/contract/report-api.ts';
import { countOf } from '../search/format.ts';
import { timeText, unsearchedTexts } from './report-words.ts';
import classes from './facts.module.css';

export interface ReportFactsProps {
  readonly run: ReportRun;
  readonly result: ReportResult;
}

export function ReportFacts({ run, result }: ReportFactsProps) {
  const { corpus, software, unsearched, isFinal, notices } = result;
  return (
    <section aria-label="What was asked of what" className={classes.facts}>
      {isFinal ? (
        <p className={classes.final}>
          <IconCircleCheck size={17} stroke={1.8} aria-hidden />
          <span>Final: nothing waited to be read or recognised when it was run.</span>
        </p>
      ) : (
        <div className={classes.notFinal}>
          <IconAlertTriangle size={20} stroke={1.8} aria-hidden />
          <div>
            <h2>Not final</h2>
            <p>
              These counts may grow by themselves. Do not certify them; run the report again when what is named here is
              done.
            </p>
            <Notices notices={notices} />
          </div>
        </div>
      )}
      {isFinal ? <Notices notices={notices} /> : null}
      <dl>
        <div>
          <dt>Run</dt>
          <dd>
            <time dateTime={run.at}>{timeText(run.at)}</time>
          </dd>
        </div>
        <div>
          <dt>Corpus</dt>
          <dd>
            {countOf(corpus.documents, 'document')}, {countOf(corpus.files, 'file')}, {countOf(corpus.pages, 'page')}
          </dd>
        </div>
        <div>
          <dt>Fingerprint</dt>
          <dd>
            <code>{corpus.fingerprint}</code>
          </dd>
        </div>
        <div>
          <dt>Made by</dt>
          <dd>
            Pincite {software.version}; parser {software.parser}, grammar {software.grammar}, tokenizer{' '}
            {software.tokenizer}
          </dd>
        </div>
        <div>
          <dt>Not searched</dt>
          <dd>
            {unsearched.pages === 0 ? (
              'Nothing: every page was searched'
            ) : (
              <>
                {countOf(unsearched.pages, 'page')} of {countOf(unsearched.documents, 'document')}
                <ul>
                  {unsearchedTexts(unsearched).map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Notices({ notices }: { readonly notices: readonly string[] }) {
  if (notices.length === 0) return null;
  return (
    <ul className={classes.notices}>
      {notices.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  );
}
