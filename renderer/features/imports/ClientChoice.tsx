/** One client chosen of all: side by side while they are few, found by typing when they are many. */
import type { Client } from '../../../shared/contract/api/clients.ts';
import { useT } from '../../i18n/index.tsx';
import { ClientBadge, Combobox } from '../../ui/index.ts';
import css from './ClientChoice.module.css';

/** So many stand side by side. */
const SIDE_BY_SIDE = 8;

export function ClientChoice({
  clients,
  label,
  labelledBy,
  disabled = false,
  onChoose,
}: {
  readonly clients: readonly Client[];
  readonly label: string;
  /** Id of the question. */
  readonly labelledBy: string;
  readonly disabled?: boolean;
  readonly onChoose: (client: number) => void;
}) {
  const t = useT();
  return (
    <div className={css['choices']} role="group" aria-labelledby={labelledBy}>
      {clients.length <= SIDE_BY_SIDE ? (
        clients.map((client) => (
          <button
            key={client.id}
            type="button"
            className={css['client']}
            disabled={disabled}
            onClick={() => onChoose(client.id)}
          >
            <ClientBadge client={client} size={20} />
            {client.name}
          </button>
        ))
      ) : (
        <Combobox
          label={label}
          look="form"
          value={null}
          onChange={(value) => onChoose(Number(value))}
          placeholder={t.imports.question.choose}
          items={clients.map((client) => ({
            value: String(client.id),
            label: client.name,
            hint: client.trade,
            mark: <ClientBadge client={client} />,
          }))}
        />
      )}
    </div>
  );
}
