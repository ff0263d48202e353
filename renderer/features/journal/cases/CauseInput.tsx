/** A cause, completed from those written before, so that one cause keeps one spelling. */
import { Autocomplete as Base } from '@base-ui/react/autocomplete';
import { useState } from 'react';
import type { Ref } from 'react';
import { useT } from '../../../i18n/index.tsx';
import { Field, searchable } from '../../../ui/index.ts';
import css from '../fields.module.css';

export interface CauseInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Most frequent first. */
  readonly causes: readonly string[];
  readonly ref?: Ref<HTMLInputElement>;
  readonly placeholder?: string;
}

const most = 6;

export function CauseInput({ value, onChange, causes, ref, placeholder }: CauseInputProps) {
  const t = useT();
  const [asked, setAsked] = useState(false);
  const [typedHere, setTypedHere] = useState(value);
  if (typedHere !== value) {
    // Emptied from outside, for the next case: nobody asked for the list.
    setTypedHere(value);
    setAsked(false);
  }
  const typed = searchable(value.trim());
  const fitting = causes.filter((cause) => searchable(cause).includes(typed)).slice(0, most);
  // An empty list, or one that says what stands there already, would only hide the rest of the screen from a reader.
  const useful = fitting.some((cause) => cause !== value);
  return (
    <Field label={t.journal.fields.cause}>
      {({ id }) => (
        <Base.Root
          items={causes}
          filteredItems={fitting}
          value={value}
          onValueChange={(next) => {
            setTypedHere(next);
            onChange(next);
          }}
          open={asked && useful}
          onOpenChange={setAsked}
          openOnInputClick
        >
          <Base.Input
            ref={ref}
            id={id}
            className={css['input']}
            placeholder={placeholder}
            onBlur={() => setAsked(false)}
            maxLength={120}
            autoComplete="off"
          />
          <Base.Portal>
            <Base.Positioner className={css['positioner']} sideOffset={4} collisionPadding={8} align="start">
              <Base.Popup className={css['popup']}>
                <Base.List className={css['list']}>
                  {(cause: string) => (
                    <Base.Item key={cause} value={cause} className={css['item']}>
                      {cause}
                    </Base.Item>
                  )}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}
