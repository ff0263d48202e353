/** The sections of a client's report and what is done to them: kept at once, each with a way back. */
import { useState } from 'react';
import type { ReportLayout } from '../../../../shared/contract/layouts/report.ts';
import type { ReportModel, ReportSection } from '../../../../shared/domain/report.ts';
import { useCall, useCommand } from '../../../api/index.ts';
import { useClient } from '../../../app/index.ts';
import { useToast } from '../../../ui/index.ts';
import { layoutOf } from './layout.ts';

export interface Sections {
  /** In order; what was just changed is ahead of what the backend knows. */
  readonly list: readonly ReportSection[];
  readonly layout: ReportLayout;
  /** Keeps a changed layout; `said` is what the toast says. */
  readonly change: (next: ReportLayout, said: string) => void;
  /** Back to what every client has. */
  readonly reset: (said: string) => void;
  readonly error: ReturnType<typeof useCommand<'layouts.set'>>['error'];
}

export function useSections(model: ReportModel): Sections {
  const { id: client } = useClient();
  const toast = useToast();
  const { data: layouts } = useCall('layouts.list', { client });
  const stored = layouts?.find((one) => one.screen === 'report') ?? null;
  const set = useCommand('layouts.set');
  const reset = useCommand('layouts.reset');
  const [ahead, setAhead] = useState<{ readonly of: ReportModel; readonly layout: ReportLayout } | null>(
    null,
  );
  const layout = ahead?.of === model ? ahead.layout : layoutOf(model, stored);

  const restore = (before: ReportLayout | null): void => {
    if (before === null) reset.mutate({ client, screen: 'report' });
    else set.mutate({ client, layout: before });
  };
  const told = (said: string, before: ReportLayout | null): void =>
    toast({ text: said, undo: () => restore(before) });
  return {
    layout,
    list: inOrder(model, layout),
    error: set.error ?? reset.error,
    change: (next, said) => {
      setAhead({ of: model, layout: next });
      set.mutate(
        { client, layout: next },
        {
          onSuccess: () => told(said, stored),
          onError: () => setAhead(null),
        },
      );
    },
    reset: (said) => reset.mutate({ client, screen: 'report' }, { onSuccess: () => told(said, stored) }),
  };
}

function inOrder(model: ReportModel, layout: ReportLayout): ReportSection[] {
  const known = new Map(model.sections.map((section) => [section.id, section]));
  const list = layout.sections.flatMap(({ section, shown }) => {
    const one = known.get(section);
    return one === undefined ? [] : [{ ...one, shown }];
  });
  return [...list, ...model.sections.filter((one) => !list.some((each) => each.id === one.id))];
}
