/** The three files a client is sent, each with what it is, and the bare figures as a quiet fourth. */
import { sentFormats } from '../../../../shared/contract/api/reports.ts';
import type { ReportFormat } from '../../../../shared/contract/api/reports.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, Icon } from '../../../ui/index.ts';
import { formatIcons } from '../../deliveries/formats.ts';
import css from './deliver.module.css';

export interface FormatCardsProps {
  /** Pages of the paper; 0 while they are being laid out. */
  readonly pages: number;
  /** The workbook has a sheet to fill in. */
  readonly entry: boolean;
  readonly disabled: boolean;
  readonly onMake: (format: ReportFormat) => void;
}

export function FormatCards({ pages, entry, disabled, onMake }: FormatCardsProps) {
  const t = useT();
  const { formats, details } = t.reports;
  const detail = {
    xlsx: entry ? details.xlsxEntry : details.xlsx,
    pdf: pages > 0 ? details.pdfPages(pages) : details.pdf,
    pptx: details.pptx,
  };
  return (
    <>
      <ul className={css['formats']}>
        {sentFormats.map((format) => (
          <li key={format}>
            <button
              type="button"
              className={css['format']}
              disabled={disabled}
              aria-label={`${t.reports.make(formats[format].name)}: ${detail[format]}`}
              onClick={() => onMake(format)}
            >
              <span className={css['formatIcon']}>
                <Icon name={formatIcons[format]} />
              </span>
              <span className={css['formatWords']}>
                <strong>{formats[format].name}</strong> <span>{detail[format]}</span>
              </span>
              <Icon name="import" />
            </button>
          </li>
        ))}
      </ul>
      <div className={css['quiet']}>
        <Button
          kind="link"
          disabled={disabled}
          aria-label={`${t.reports.make(formats.csv.name)}: ${details.onlyFigures}`}
          onClick={() => onMake('csv')}
        >
          {details.onlyFigures}
        </Button>
      </div>
    </>
  );
}
