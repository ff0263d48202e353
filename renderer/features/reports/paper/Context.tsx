/**
 * What the parts of a paper share: its model and names, and whether its figures can be asked where they are from.
 *
 * `plain` is what is printed, measured and read as the client does; `live` adds nothing that takes room.
 */
import { createContext, useContext } from 'react';
import type { Language } from '../../../../shared/domain/kpi.ts';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import type { ReportTextDto } from '../../../../shared/contract/api/texts.ts';
import type { Faces } from '../../../ui/faces.ts';

export interface Details {
  readonly texts: readonly ReportTextDto[];
  /** The reader's: a report in another one still explains itself in theirs. */
  readonly language: Language;
}

export interface PaperWorld {
  readonly model: ReportModel;
  readonly faces: Faces;
  readonly details: Details | null;
}

export const PaperContext = createContext<PaperWorld | null>(null);

export function usePaper(): PaperWorld {
  const world = useContext(PaperContext);
  if (world === null) throw new Error('a part of a paper stands outside of one');
  return world;
}

/** Names and units of a report model, looked up by key. */
export function reportFaces(model: ReportModel): Faces {
  const kpis = new Map(model.kpis.map((kpi) => [kpi.key, kpi]));
  const channels = new Map(model.channels.map((channel) => [channel.id, channel.name]));
  return {
    kpi: () => undefined,
    name: (key) => kpis.get(key)?.name ?? key,
    unit: (key) => kpis.get(key)?.unit ?? { kind: 'number' },
    channel: (id) => (id === null ? null : (channels.get(id) ?? id)),
  };
}
