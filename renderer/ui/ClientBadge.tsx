/** A client in one square: the logo, or the initials on the brand colour (held dark enough for white letters). */
import { deriveAccent } from './accent.ts';
import css from './ClientBadge.module.css';
import { cx } from './cx.ts';

export interface ClientBadgeProps {
  readonly client: { readonly initials: string; readonly color: string; readonly logo: string | null };
  readonly size?: 18 | 20 | 26 | 40;
}

export function ClientBadge({ client, size = 18 }: ClientBadgeProps) {
  const box = { width: size, height: size };
  if (client.logo !== null) {
    return <img className={cx(css['badge'], css['logo'])} style={box} src={client.logo} alt="" />;
  }
  return (
    <span
      className={cx(css['badge'], css[`s${size}`])}
      style={{ ...box, backgroundColor: deriveAccent(client.color, 'light').accent }}
      aria-hidden="true"
    >
      {client.initials}
    </span>
  );
}
