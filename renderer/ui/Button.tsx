/** Buttons: primary in ink (one per view), secondary, ghost, link. `LinkButton` looks the same and goes to a place. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from 'wouter';
import css from './Button.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'ghost' | 'link' | 'danger';

interface Looks {
  readonly kind?: ButtonKind;
  readonly size?: 'small' | 'regular' | 'large';
  readonly icon?: IconName;
  /** The shortcut, beside the words. */
  readonly keys?: string;
}

export interface ButtonProps extends Looks, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly submit?: boolean;
  /** Work is going on: cannot be pressed again, and says so. It keeps the focus, which a disabled button loses. */
  readonly busy?: boolean;
}

function content({ icon, keys }: Looks, children: ReactNode) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {keys && <kbd className={css['keys']}>{keys}</kbd>}
    </>
  );
}

export function Button({
  kind = 'secondary',
  size = 'regular',
  icon,
  keys,
  submit,
  busy,
  className,
  children,
  ref,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      // Enter in a field of the form presses its button, too: nothing is sent twice.
      onClick={busy ? (event) => event.preventDefault() : onClick}
      ref={ref}
      type={submit ? 'submit' : 'button'}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      className={cx(css['button'], css[kind], css[size], className)}
    >
      {content({ ...(icon && { icon }), ...(keys && { keys }) }, children)}
    </button>
  );
}

export interface LinkButtonProps extends Looks {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
}

export function LinkButton({
  to,
  kind = 'secondary',
  size = 'regular',
  icon,
  keys,
  className,
  children,
}: LinkButtonProps) {
  return (
    <Link href={to} className={cx(css['button'], css[kind], css[size], className)}>
      {content({ ...(icon && { icon }), ...(keys && { keys }) }, children)}
    </Link>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly icon: IconName;
  /** What it does; read aloud, and shown as the browser's tip. */
  readonly label: string;
  readonly kind?: 'ghost' | 'outline';
  readonly pressed?: boolean;
}

export function IconButton({
  icon,
  label,
  kind = 'ghost',
  pressed,
  className,
  ref,
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      ref={ref}
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      className={cx(css['iconButton'], css[kind], className)}
    >
      <Icon name={icon} />
    </button>
  );
}
