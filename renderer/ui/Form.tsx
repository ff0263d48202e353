/** A long form as one calm sheet: sections with their title at the left, fields at the right. */
import { useId } from 'react';
import type { ReactNode, Ref } from 'react';
import css from './Form.module.css';

export interface FormProps {
  readonly onSubmit: () => void;
  readonly ref?: Ref<HTMLFormElement>;
  /** Above the first section. */
  readonly error?: ReactNode;
  readonly children: ReactNode;
}

/** Enter in any field submits. */
export function Form({ onSubmit, ref, error, children }: FormProps) {
  return (
    <form
      ref={ref}
      className={css['column']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {error && <div className={css['error']}>{error}</div>}
      {children}
      <button type="submit" hidden />
    </form>
  );
}

/** The same sheet where every change is kept at once. */
export function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className={css['column']}>{children}</div>;
}

export function FormSection({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={css['section']} aria-labelledby={id}>
      <div className={css['about']}>
        <h2 id={id}>{title}</h2>
        {text !== undefined && <p>{text}</p>}
      </div>
      <div className={css['fields']}>{children}</div>
    </section>
  );
}

/** Two fields beside each other. */
export function FormPair({ children }: { readonly children: ReactNode }) {
  return <div className={css['two']}>{children}</div>;
}

/** Words at the left of a form's bar at the foot; pushes the buttons right. */
export function FormNote({ children }: { readonly children?: ReactNode }) {
  return <span className={css['foot']}>{children}</span>;
}
