/**
 * Where a formula is typed, with the list of what the next word may be.
 *
 * The keyboard stays in the text: arrows move through the list, Enter or Tab take, Escape closes; Alt and the down arrow
 * open it with every KPI. It follows the combobox pattern with a list that is chosen from by the active descendant; the
 * role itself is not one that a text of several lines may bear, so what opens is said by a live line, too.
 */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { useT } from '../../i18n/index.tsx';
import { cx } from '../../ui/index.ts';
import { callAt } from './formulaCall.ts';
import type { Call } from './formulaCall.ts';
import { accepted, completionAt, everythingAt } from './formulaCompletion.ts';
import type { Candidate, Completion, KpiChoice } from './formulaCompletion.ts';
import css from './FormulaInput.module.css';

export interface FormulaInputProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly value: string;
  readonly onChange: (formula: string) => void;
  readonly kpis: readonly KpiChoice[];
  /** The list is there, or gone: meanwhile the word is not finished. */
  readonly onOpen: (open: boolean) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function FormulaInput({
  id,
  describedBy,
  invalid,
  value,
  onChange,
  kpis,
  onOpen,
  ref,
}: FormulaInputProps) {
  const t = useT();
  const listId = useId();
  const [completion, setCompletion] = useState<Completion | null>(null);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const [call, setCall] = useState<Call | null>(null);
  const caretAfter = useRef<number | null>(null);
  const candidates = completion?.candidates ?? [];
  const open = candidates.length > 0;

  useLayoutEffect(() => {
    const caret = caretAfter.current;
    if (caret === null) return;
    caretAfter.current = null;
    box.current?.querySelector('textarea')?.setSelectionRange(caret, caret);
  });
  const show = (next: Completion | null): void => {
    setCompletion(next);
    setActive(0);
    onOpen(next !== null && next.candidates.length > 0);
  };
  const move = (to: number): void => {
    setActive(to);
    box.current?.querySelectorAll('[role="option"]')[to]?.scrollIntoView({ block: 'nearest' });
  };
  const take = (candidate: Candidate | undefined): void => {
    if (completion === null || candidate === undefined) return;
    const { text, caret } = accepted(value, completion, candidate);
    caretAfter.current = caret;
    show(null);
    onChange(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (!open) {
      if (event.key === 'ArrowDown' && event.altKey) {
        event.preventDefault();
        const caret = event.currentTarget.selectionEnd;
        const here = completionAt(value, caret, kpis);
        show(here.candidates.length > 0 ? here : everythingAt(caret, kpis));
      }
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) move((active + step + candidates.length) % candidates.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(candidates[active]);
    else if (event.key === 'Escape') show(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className={css['box']}>
      <textarea
        ref={ref}
        id={id}
        rows={3}
        maxLength={2000}
        className={cx(css['area'], invalid && css['wrong'])}
        value={value}
        onChange={(event) => {
          const { value: text, selectionEnd } = event.target;
          onChange(text);
          show(completionAt(text, selectionEnd, kpis));
        }}
        onKeyDown={onKeyDown}
        onSelect={(event) => setCall(callAt(event.currentTarget.value, event.currentTarget.selectionEnd))}
        onClick={() => show(null)}
        onBlur={() => {
          show(null);
          setCall(null);
        }}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      {open && (
        <div id={listId} role="listbox" aria-label={t.kpis.form.completions} className={css['list']}>
          {candidates.map((candidate, i) => (
            // The list is worked from the text: it takes no focus and no keys of its own.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={`${candidate.kind} ${candidate.text}`}
              id={`${listId}-${i}`}
              role="option"
              aria-selected={i === active}
              className={css['option']}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(i)}
              onClick={() => take(candidate)}
            >
              <span className={css['text']}>
                {candidate.kind === 'function' ? t.kpis.form.functions[candidate.text].call : candidate.name}
              </span>
              <span className={css['meaning']}>
                {candidate.kind === 'function' ? t.kpis.form.functions[candidate.text].does : candidate.key}
              </span>
            </div>
          ))}
        </div>
      )}
      {!open && call !== null && <CallHelp call={call} />}
      <span className="visually-hidden" aria-live="polite">
        {open ? t.kpis.form.completionCount(candidates.length) : ''}
      </span>
    </div>
  );
}

/** How the function around the caret is called, the value being written in strong. */
function CallHelp({ call: { name, argument } }: { readonly call: Call }) {
  const t = useT();
  const { call, does } = t.kpis.form.functions[name];
  const [head = '', ...rest] = call.split('(');
  const values = rest.join('(').replace(/\)$/, '').split(', ');
  // Beyond the named ones it goes on as the last of them.
  const at = Math.min(argument, values.length - 1);
  return (
    <p className={css['help']} role="status">
      <code>
        {head}(
        {values.map((value, i) => (
          <span key={value}>
            {i > 0 && ', '}
            {i === at ? <strong>{value}</strong> : value}
          </span>
        ))}
        )
      </code>{' '}
      {does}
    </p>
  );
}
