// How the newest run stands when it is not done: how far it is, with a button that stops it; or why it failed, and what can be done.
import { Progress } from '@mantine/core';
import type { Report } from '../../../server/contract/report-api.ts';
import { countOf, countText } from '../search/format.ts';
import { timeText } from './report-words.ts';
import classes from './reports.module.css';
import { useReportActions } from './use-reports.tsx';

export function RunUnderWay({ report }: { readonly report: Report }) {
  const { runAgain, stop } = useReportActions();
  const [last] = report.runs;
  const again = (
    <button type="button" className={classes.secondary} onClick={() => void runAgain(report)}>
      Run it
    </button>
  );
  if (last === undefined) {
    return (
      <div className={classes.run}>
        <p>This report was never run.</p>
        {again}
      </div>
    );
  }
  if (last.state === 'done') return null;
  if (last.state === 'running') {
    return (
      <div className={classes.run}>
        <output>
          {last.done === 0 ? 'Waiting to begin' : `${countText(last.done)} of ${countText(last.of)} queries asked`}
        </output>
        <Progress
          className={classes.progress ?? ''}
          size={6}
          value={last.of === 0 ? 0 : (last.done / last.of) * 100}
          aria-label="Queries asked"
        />
        <button type="button" className={classes.secondary} onClick={() => void stop(report, last.id)}>
          Stop
        </button>
      </div>
    );
  }
  return (
    <div className={classes.run} data-state={last.state} role="alert">
      <p>
        <strong>
          {last.state === 'failed' ? 'The run failed' : `The run ended after ${countOf(last.done, 'query', 'queries')}`}
        </strong>{' '}
        ({timeText(last.at)}). {last.failure ?? 'Pincite ended before it was done.'}{' '}
        {report.runs.some(({ state }) => state === 'done')
          ? 'Below is the last run that was done.'
          : 'Nothing was counted.'}
      </p>
      {again}
    </div>
  );
}
