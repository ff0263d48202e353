/**
 * What the parts of a paper share: its model and names, and whether its figures can be asked where they are from.
 *
 * Without `details` a paper is plain: what is printed, measured and read as the client does. What makes it live is handed
 * in with them and adds nothing that takes room; the paper itself knows nothing of the app around it, so that it prints
 * on a page of its own.
 */
import { createContext, useContext } from 'react';
import type { ComponentType } from 'react';
import type { Language } from '../../../../shared/domain/kpi.ts';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import type { ReportTextDto } from '../../../../shared/contract/api/texts.ts';
import type { TextTold } from '../../../../shared/contract/api/texts.ts';
import type { Faces } from '../../../ui/faces.ts';
import type { AskedProps } from './Number.tsx';

/** Words of a text that are a figure. */
export interface LiveTokenProps {
  readonly text: string;
  readonly told: TextTold;
  /** What it said when the text was approved, where it says something else now. */
  readonly then: string | null;
  readonly language: Language;
}

/** What the app puts around figures, so that they can be asked. */
export interface LiveParts {
  readonly Asked: ComponentType<AskedProps>;
  readonly Token: ComponentType<LiveTokenProps>;
}

export interface Details {
  readonly parts: LiveParts;
  readonly texts: readonly ReportTextDto[];
  /** The reader's: a report in another one still explains itself in theirs. */
  readonly language: Language;
}

export interface PaperWorld {
  readonly model: ReportModel;
  readonly faces: Faces;
  readonly details: Details | null;
  /** A document of its own: the title is its first heading, and what stands on every page is no part of what is read. */
  readonly printed: boolean;
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
