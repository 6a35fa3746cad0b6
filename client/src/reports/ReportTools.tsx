// Over a run: which run, compared with which; run again, change the list, export, remove.
import { Modal } from '@mantine/core';
import { IconDownload, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Report, ReportAnswer } from '../../../server/contract/report-api.ts';
import { callForFile } from '../api/client.ts';
import { tell, tellFailure } from '../app/notices.tsx';
import { countOf } from '../search/format.ts';
import { filtersOf, runText, timeText } from './report-words.ts';
import { isRunning } from './reports-queries.ts';
import { closed, nothingTaken, takenFrom, type ReportsState } from './reports-state.ts';
import classes from './reports.module.css';
import { useReportActions } from './use-reports.tsx';

export interface ReportToolsProps {
  readonly report: Report;
  readonly answer: ReportAnswer | undefined;
  readonly state: ReportsState;
  readonly go: (change: Partial<ReportsState>, replace?: boolean) => void;
}

const formats = [
  { endpoint: 'reportCsv', name: 'CSV', ending: 'csv' },
  { endpoint: 'reportXlsx', name: 'Excel', ending: 'xlsx' },
  { endpoint: 'reportDocx', name: 'Word', ending: 'docx' },
] as const;
type Format = (typeof formats)[number];

export function ReportTools({ report, answer, state, go }: ReportToolsProps) {
  const { runAgain, remove } = useReportActions();
  const [isRemoving, setRemoving] = useState(false);
  const done = report.runs.filter((run) => run.state === 'done');
  const shown = answer?.run?.id ?? done[0]?.id ?? '';
  const compared = answer?.compared?.runId ?? '';
  return (
    <div className={classes.tools}>
      {done.length < 2 ? null : (
        <div className={classes.runs}>
          <label>
            Run of
            <select value={shown} onChange={(event) => go({ runId: event.currentTarget.value, compareId: null }, true)}>
              {done.map((run) => (
                <option key={run.id} value={run.id}>
                  {timeText(run.at)}: {runText(run)}
                </option>
              ))}
            </select>
          </label>
          <label>
            compared with
            <select
              value={compared}
              // The run itself stands for no comparison.
              onChange={(event) => go({ compareId: event.currentTarget.value || shown }, true)}
            >
              <option value="">nothing</option>
              {done
                .filter(({ id }) => id !== shown)
                .map((run) => (
                  <option key={run.id} value={run.id}>
                    {timeText(run.at)}
                  </option>
                ))}
            </select>
          </label>
        </div>
      )}
      <div className={classes.actions}>
        <button
          type="button"
          className={classes.secondary}
          disabled={isRunning(report)}
          onClick={() => {
            // What is run now is what will be looked at.
            if (state.runId !== null) go({ runId: null, compareId: null }, true);
            void runAgain(report);
          }}
        >
          <IconRefresh size={16} stroke={1.7} aria-hidden /> Run again
        </button>
        <button
          type="button"
          className={classes.secondary}
          title="A new report that begins with this list"
          onClick={() => go({ ...closed, isNew: true, from: report.id, taken: takenFrom(filtersOf(report)) })}
        >
          <IconPencil size={16} stroke={1.7} aria-hidden /> Change the list
        </button>
        <fieldset className={classes.exports} aria-label="Export">
          {formats.map((format) => (
            <ExportButton key={format.name} report={report} format={format} run={shown} compare={state.compareId} />
          ))}
        </fieldset>
        <button type="button" className={classes.secondary} onClick={() => setRemoving(true)}>
          <IconTrash size={16} stroke={1.7} aria-hidden /> Remove
        </button>
      </div>
      <Modal
        opened={isRemoving}
        onClose={() => setRemoving(false)}
        title="Remove this report?"
        centered
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <p className={classes.asking}>
          “{report.name}” is removed with{' '}
          {report.runs.length === 1 ? 'its run' : `all its ${countOf(report.runs.length, 'run')}`}. What was counted at
          those times cannot be had again; export it first if somebody may ask for it.
        </p>
        <p className={classes.ways}>
          <button
            type="button"
            className={classes.danger}
            onClick={() => {
              setRemoving(false);
              void remove(report).then((isGone) => {
                if (isGone) go({ ...closed, taken: nothingTaken }, true);
              });
            }}
          >
            Remove
          </button>
          <button type="button" className={classes.secondary} data-autofocus onClick={() => setRemoving(false)}>
            Keep it
          </button>
        </p>
      </Modal>
    </div>
  );
}

interface ExportButtonProps {
  readonly report: Report;
  readonly format: Format;
  readonly run: string;
  readonly compare: string | null;
}

function ExportButton({ report, format, run, compare }: ExportButtonProps) {
  const [isComing, setComing] = useState(false);
  const save = async () => {
    setComing(true);
    try {
      const { blob, filename } = await callForFile(format.endpoint, {
        params: { id: report.id },
        query: { run, compare: compare ?? undefined },
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = filename ?? `${report.name}.${format.ending}`;
      link.click();
      // The browser has taken the file over by then; the address only holds memory.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      tell(`Saved: ${link.download}`);
    } catch (error) {
      tellFailure(`The ${format.name} file was not made`, error);
    } finally {
      setComing(false);
    }
  };
  return (
    <button type="button" className={classes.secondary} aria-busy={isComing} onClick={() => void save()}>
      <IconDownload size={16} stroke={1.7} aria-hidden /> {format.name}
    </button>
  );
}
