/** What a file of a report says of itself, whatever its format. */
import type { ReportModel } from '../../../shared/domain/report.ts';

export interface FileProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly company: string;
  readonly keywords: string;
  readonly created: Date;
}

/** `kind`: what of which period, `Report, October 2026`; `scorecard`: as the report calls it. */
export function filePropertiesOf(
  { client, preparedBy }: ReportModel,
  { kind, scorecard, created }: { readonly kind: string; readonly scorecard: string; readonly created: Date },
): FileProperties {
  return {
    title: `${client.name}: ${kind}`,
    subject: kind,
    author: preparedBy,
    company: preparedBy,
    keywords: [scorecard, 'KPI', client.trade].filter((text) => text !== '').join(', '),
    created,
  };
}
