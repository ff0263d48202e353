/** Everything that ships with the app, searchable, with the text of each licence opened in place. */
import { useId, useState } from 'react';
import type { LicencePart } from '../../../shared/contract/api/licences.ts';
import { useCall } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx, ErrorPanel, Icon, Panel, SearchLine } from '../../ui/index.ts';
import css from './AboutScreen.module.css';

const keyOf = ({ name, version, place }: LicencePart): string => `${name} ${version} ${place}`;

export function Licences() {
  const t = useT();
  const words = t.about.licences;
  const { data, error, refetch } = useCall('app.licences', {});
  const [text, setText] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const parts = data?.parts ?? [];
  const asked = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = parts.filter(({ name, licence }) =>
    asked.every((word) => `${name} ${licence}`.toLowerCase().includes(word)),
  );
  return (
    <Panel
      title={words.title}
      detail={
        <span role="status">
          {data === undefined
            ? ''
            : found.length === parts.length
              ? words.count(parts.length)
              : words.found(found.length, parts.length)}
        </span>
      }
      flush
    >
      <div className={css['before']}>
        <p>{words.text}</p>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} inline />}
        {data !== undefined && <SearchLine label={words.search} value={text} onChange={setText} />}
      </div>
      {data !== undefined && found.length === 0 && (
        <p className={css['nothing']}>{words.none(text.trim())}</p>
      )}
      {found.length > 0 && (
        <div className={css['scroll']}>
          <table className={css['licences']} aria-label={words.table}>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.version}</th>
                <th scope="col">{words.licence}</th>
                <th scope="col">{words.place}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((part) => (
                <Part
                  key={keyOf(part)}
                  part={part}
                  open={open === keyOf(part)}
                  onToggle={() => setOpen(open === keyOf(part) ? null : keyOf(part))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Part({
  part,
  open,
  onToggle,
}: {
  readonly part: LicencePart;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const t = useT();
  const id = useId();
  const words = t.about.licences;
  return (
    <>
      <tr className={cx(css['part'], open && css['isOpen'])}>
        <th scope="row">
          <button
            type="button"
            className={css['toggle']}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={onToggle}
          >
            <Icon name={open ? 'chevronDown' : 'chevronRight'} />
            {part.name}
          </button>
        </th>
        <td>{part.version}</td>
        <td>{part.licence}</td>
        <td>{words.places[part.place]}</td>
      </tr>
      {open && (
        <tr>
          <td id={id} colSpan={4} className={css['inside']}>
            <p className={css['from']}>
              {words.from} <span className={css['path']}>{part.from}</span>
            </p>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the arrow keys */}
            <pre className={css['text']} role="group" aria-label={words.textOf(part.name)} tabIndex={0}>
              {part.text}
            </pre>
          </td>
        </tr>
      )}
    </>
  );
}
