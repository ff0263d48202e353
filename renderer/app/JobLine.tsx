/**
 * Long work that goes on while one is elsewhere: a quiet line in the left column, with what is being done and a way to
 * stop it. The screen that began it shows it itself.
 */
import { useEffect, useState } from 'react';
import { callOnce, getTransport } from '../api/index.ts';
import type { Progress } from '../api/index.ts';
import { useT } from '../i18n/index.tsx';
import { IconButton } from '../ui/Button.tsx';
import css from './JobLine.module.css';

interface Job {
  readonly progress: Progress;
  /** The screen it was first heard of on. */
  readonly from: string;
}

export function JobLines({ path }: { readonly path: string }) {
  const t = useT();
  const [jobs, setJobs] = useState<ReadonlyMap<string, Job>>(new Map());
  useEffect(
    () =>
      getTransport().subscribe((event) => {
        if (event.type !== 'progress') return;
        setJobs((before) => {
          const next = new Map(before);
          if (event.phase === 'done') next.delete(event.job);
          else next.set(event.job, { progress: event, from: before.get(event.job)?.from ?? path });
          return next;
        });
      }),
    [path],
  );
  const away = [...jobs].filter(([, { from }]) => from !== path);
  if (away.length === 0) return null;
  return (
    <section className={css['jobs']} aria-label={t.app.jobs.title}>
      {away.map(([job, { progress }]) => {
        const { phase, item, done, total } = progress;
        const what = `${t.common.progress[phase]}${item === undefined ? '' : ` ${item}`}`;
        return (
          <div key={job} className={css['job']}>
            <div className={css['what']} title={what}>
              {what}
            </div>
            <IconButton
              icon="close"
              label={t.app.jobs.cancel(what)}
              onClick={() => void callOnce('jobs.cancel', { job }).catch(() => undefined)}
            />
            <progress
              className={css['bar']}
              aria-label={what}
              {...(total !== undefined && { value: done, max: Math.max(1, total) })}
            />
          </div>
        );
      })}
    </section>
  );
}
