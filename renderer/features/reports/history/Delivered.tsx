/** One thing that went out, beside its paper: what it was, what is another number today and why, and its file once more. */
import { useState } from 'react';
import type { Because, Deliverable, Difference } from '../../../../shared/contract/api/reports.ts';
import { asCallError, callOnce, getTransport, newJob, useCall } from '../../../api/index.ts';
import type { CallError } from '../../../api/index.ts';
import { momentDate, momentText } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import type { Format } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import type { Catalogue } from '../../../i18n/en/index.ts';
import { Button, ErrorPanel, Icon, ProgressBar, useToast } from '../../../ui/index.ts';
import { saveError } from '../../deliveries/saveFiles.ts';
import css from '../reports.module.css';

export function Delivered({ deliverable }: { readonly deliverable: Deliverable }) {
  const t = useT();
  const format = useFormat();
  const words = t.reports.out;
  const facts: readonly (readonly [string, string, boolean?])[] = [
    [words.period, format.period(deliverable.period, 'long')],
    [words.format, `${t.reports.formats[deliverable.format].name}, .${deliverable.format}`],
    [words.language, t.reports.languages[deliverable.language]],
    [words.at, momentText(deliverable.at, format.language)],
    [words.size, sizeText(deliverable.bytes, format)],
    [words.file, deliverable.fileName],
    [words.checksum, deliverable.sha256.slice(0, 12), true],
  ];
  return (
    <>
      <section className={css['block']}>
        <h2>{words.facts}</h2>
        <dl className={css['facts']}>
          {facts.map(([term, text, mono]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd className={mono === true ? css['mono'] : undefined}>{text}</dd>
            </div>
          ))}
        </dl>
        <Again deliverable={deliverable} />
      </section>
      <Compared deliverable={deliverable} />
    </>
  );
}

function sizeText(bytes: number, format: Format): string {
  return bytes < 1_000_000
    ? `${format.number(Math.max(1, bytes / 1000), 0)} kB`
    : `${format.number(bytes / 1_000_000, 1)} MB`;
}

function Again({ deliverable }: { readonly deliverable: Deliverable }) {
  const t = useT();
  const toast = useToast();
  const words = t.reports.out;
  const [job, setJob] = useState<string | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const [drawnAnew, setDrawnAnew] = useState(false);
  const fetchFile = async (): Promise<void> => {
    const own = newJob();
    setJob(own);
    setProblem(null);
    setDrawnAnew(false);
    try {
      const { handle, same } = await callOnce('reports.again', { deliverable: deliverable.id, job: own });
      setDrawnAnew(!same);
      const result = await getTransport().save(handle, deliverable.fileName);
      if (result.outcome === 'saved') toast({ text: t.reports.saved(result.name ?? deliverable.fileName) });
      if (result.outcome === 'failed') setProblem(saveError(result.code));
    } catch (error) {
      const problemNow = asCallError(error);
      if (problemNow.code !== 'cancelled') setProblem(problemNow);
    } finally {
      setJob(null);
    }
  };
  return (
    <>
      <p className={css['missing']}>{deliverable.format === 'pdf' ? words.againPdfText : words.againText}</p>
      <div>
        <Button icon="import" busy={job !== null} onClick={() => void fetchFile()}>
          {words.again}
        </Button>
      </div>
      {job !== null && (
        <ProgressBar
          label={t.reports.making(t.reports.formats[deliverable.format].name)}
          fraction={null}
          onCancel={() => void callOnce('jobs.cancel', { job }).catch(() => undefined)}
        />
      )}
      <p role="status" className={css['missing']}>
        {drawnAnew ? words.drawnAnew : ''}
      </p>
      {problem !== null && <ErrorPanel inline error={problem} />}
    </>
  );
}

function Compared({ deliverable }: { readonly deliverable: Deliverable }) {
  const t = useT();
  const words = t.reports.out;
  const { data, error, refetch } = useCall('reports.compare', { deliverable: deliverable.id });
  return (
    <section className={css['block']} aria-busy={data === undefined && error === null}>
      <h2>{words.compare}</h2>
      {error && <ErrorPanel inline error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <p className={css['missing']}>
            {data.differences.length === 0
              ? words.same(data.same)
              : `${words.differ(data.differences.length)}. ${words.unchanged(data.same)}`}
          </p>
          <ul className={css['differences']}>
            {data.differences.map((one) => (
              <DifferenceLine key={`${one.kpi} ${one.channel} ${one.what}`} one={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function DifferenceLine({ one }: { readonly one: Difference }) {
  const t = useT();
  const format = useFormat();
  const words = t.reports.out;
  const said = (value: number | null): string =>
    value === null ? words.none0 : format.value(value, one.unit);
  return (
    <li>
      <span>
        <strong>{one.name}</strong>
        {one.channel !== null && `, ${one.channel}`}{' '}
        <span className={css['grey']}>{words.what[one.what].toLocaleLowerCase(format.language)}</span>
      </span>
      <span className={css['thenNow']}>
        <del>{said(one.then)}</del>
        <Icon name="arrowRight" title={words.to} />
        <ins>{said(one.now)}</ins>
      </span>
      {one.because.map((because) => (
        <span key={JSON.stringify(because)} className={css['grey']}>
          {becauseText(because, t, format)}
        </span>
      ))}
    </li>
  );
}

function becauseText(because: Because, t: Catalogue, format: Format): string {
  const words = t.reports.out.because;
  if (because.kind !== 'figures') return words[because.kind];
  if (because.gone) return words.gone(because.label);
  const date = because.at === null ? '' : format.date(momentDate(because.at), 'medium');
  switch (because.by) {
    case 'import':
      return words.import(because.label, date);
    case 'edit':
      return words.edit(date);
    case 'demo':
      return words.demo;
  }
}
