/** What the blocks of every section are made from. */
import type { ReactNode } from 'react';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import type { Catalogue } from '../../../i18n/en/index.ts';
import type { Format } from '../../../i18n/format.tsx';
import type { Block } from './flow.ts';

export interface Setting {
  readonly model: ReportModel;
  readonly t: Catalogue;
  readonly format: Format;
}

/** A block that is not parted; `keep`: it heads what follows. */
export const node = (id: string, content: ReactNode, keep?: boolean): Block => ({
  kind: 'node',
  id,
  node: content,
  ...(keep === true && { keep }),
});
