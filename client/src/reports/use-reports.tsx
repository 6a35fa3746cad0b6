// What one does with reports: make, run again, stop, remove. What is shown is asked anew after each; a refusal is told.
import { useQueryClient } from '@tanstack/react-query';
import type { Report, ReportRequest } from '../../../server/contract/report-api.ts';
import { call } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { tell, tellFailure } from '../app/notices.tsx';
import { reportsQuery } from './reports-queries.ts';

export interface ReportActions {
  /** Rejects with the refusal: the form shows it where the list stands. */
  readonly make: (request: ReportRequest) => Promise<Report>;
  readonly runAgain: (report: Report) => Promise<void>;
  readonly stop: (report: Report, runId: string) => Promise<void>;
  /** Whether it is gone. */
  readonly remove: (report: Report) => Promise<boolean>;
}

export function useReportActions(): ReportActions {
  const client = useQueryClient();
  const askAnew = () => client.invalidateQueries({ queryKey: reportsQuery().queryKey });
  const attempt = async (what: string, act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      return true;
    } catch (error) {
      tellFailure(what, error);
      return false;
    } finally {
      await askAnew();
    }
  };
  return {
    make: async (body) => {
      const report = await call('makeReport', { body });
      // Shown at once: the place opens the new report, which the list must know by then.
      client.setQueryData(reportsQuery().queryKey, (known) => ({ reports: [report, ...(known?.reports ?? [])] }));
      void askAnew();
      return report;
    },
    runAgain: async ({ id, name }) => {
      await attempt(`“${name}” was not run again`, () => call('runReport', { params: { id } }));
    },
    stop: async ({ id, name }, run) => {
      await attempt(`The run of “${name}” was not stopped`, () => call('stopReport', { params: { id, run } }));
    },
    remove: async ({ id, name }) => {
      const isGone = await attempt(`“${name}” was not removed`, () => call('removeReport', { params: { id } }));
      if (isGone) {
        client.removeQueries({ queryKey: [...keys.reports, id] });
        tell(
          <>
            Removed <strong>{name}</strong>
          </>,
        );
      }
      return isGone;
    },
  };
}
