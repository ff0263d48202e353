/** The mark of each kind of file. */
import type { ReportFormat } from '../../../shared/contract/api/reports.ts';
import type { IconName } from '../../ui/Icon.tsx';

export const formatIcons: Readonly<Record<ReportFormat, IconName>> = {
  xlsx: 'table',
  pdf: 'file',
  pptx: 'monitor',
  csv: 'columns',
};
