/** Annotations, the newest first, each with the KPI it is about as the way to its chart. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { Annotation } from '../../../../shared/contract/api/views.ts';
import { useCommand } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { ErrorPanel, IconButton, useToast } from '../../../ui/index.ts';
import { Menu } from '../../../ui/Menu.tsx';
import css from '../table.module.css';
import { draftOf, valuesOf } from './AnnotationFields.tsx';
import type { Faces } from './AnnotationFields.tsx';
import { EditAnnotation } from './EditAnnotation.tsx';

export function AnnotationTable({
  annotations,
  faces,
}: {
  readonly annotations: readonly Annotation[];
  readonly faces: Faces;
}) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const remove = useCommand('annotations.remove');
  const add = useCommand('annotations.add');
  const [edited, setEdited] = useState<Annotation | null>(null);
  const words = t.journal.annotations;
  const kpis = new Map(faces.kpis.map((kpi) => [kpi.key, kpi]));
  const channels = new Map(faces.channels.map((channel) => [channel.id, channel.name]));
  const takeOut = (one: Annotation): void =>
    remove.mutate(
      { annotation: one.id },
      {
        onSuccess: () =>
          toast({
            text: t.dashboard.annotations.removed,
            undo: () => add.mutate({ client: client.id, ...valuesOf(draftOf(one, faces.kpis)) }),
          }),
      },
    );
  const error = remove.error ?? add.error;
  return (
    <>
      {error && <ErrorPanel error={error} inline />}
      <table className={css['table']} aria-label={words.label}>
        <thead>
          <tr>
            <th scope="col">{t.journal.fields.day}</th>
            <th scope="col" className={css['what']}>
              {t.journal.fields.what}
            </th>
            <th scope="col">{words.about}</th>
            <th scope="col">{t.journal.fields.channel}</th>
            <th scope="col">
              <span className="visually-hidden">{t.journal.evidence.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {annotations.map((one) => {
            const kpi = one.kpi === null ? undefined : kpis.get(one.kpi);
            return (
              <tr key={one.id} className={css['row']}>
                <th scope="row" className={css['opened']}>
                  {format.date(one.day, 'medium')}
                </th>
                <td className={css['what']}>{one.text}</td>
                <td className={kpi === undefined ? css['grey'] : undefined}>
                  {kpi === undefined ? (
                    words.everything
                  ) : (
                    <Link
                      href={place.href('explorer', {
                        kpi: String(kpi.id),
                        channel: one.channel ?? undefined,
                      })}
                    >
                      {format.local(kpi.name)}
                    </Link>
                  )}
                </td>
                <td className={css['grey']}>
                  {one.channel === null ? words.anyChannel : (channels.get(one.channel) ?? '')}
                </td>
                <td className={css['end']}>
                  <Menu
                    align="end"
                    trigger={<IconButton icon="more" label={words.menu(one.text)} />}
                    groups={[
                      [
                        {
                          id: 'edit',
                          label: t.journal.list.edit,
                          icon: 'pencil',
                          onSelect: () => setEdited(one),
                        },
                      ],
                      [
                        {
                          id: 'remove',
                          label: t.journal.list.remove,
                          icon: 'trash',
                          danger: true,
                          onSelect: () => takeOut(one),
                        },
                      ],
                    ]}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {edited && (
        <EditAnnotation key={edited.id} one={edited} faces={faces} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
