/** The line of tools over the grid: what the columns are, undo and redo, which rows are shown, and what is still owed. */
import type { EditStep } from '../../../shared/contract/api/figures.ts';
import { shortcut } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import {
  Button,
  cx,
  Icon,
  IconButton,
  KeyHint,
  Popover,
  Segmented,
  Switch,
  TextInput,
} from '../../ui/index.ts';
import { AnswersButton } from '../kpis/quality/AnswersButton.tsx';
import cards from './cards.module.css';
import css from './figures.module.css';
import type { View } from './lines.ts';
import { gridCadences } from './span.ts';
import type { GridCadence } from './span.ts';

/** What stands beside the grid. */
export type Side = 'owed' | 'history' | null;

export interface ToolbarProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly cadence: GridCadence;
  readonly onCadence: (cadence: GridCadence) => void;
  readonly undo: EditStep | null;
  readonly redo: EditStep | null;
  readonly onTravel: (way: 'undo' | 'redo') => void;
  readonly kpis: { readonly shown: number; readonly all: number };
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly computed: boolean;
  readonly onComputed: (shown: boolean) => void;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
  readonly missing: number | undefined;
  /** Notes that are asked for and not written. */
  readonly notes: number;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
}

export function Toolbar(props: ToolbarProps) {
  const t = useT();
  const { kpis, missing, notes, side, undo, redo } = props;
  const words = t.figures;
  const owes = (missing ?? 0) > 0 || notes > 0;
  return (
    <div className={css['tools']}>
      <Segmented
        label={words.view.label}
        value={props.view}
        onChange={props.onView}
        items={[
          { value: 'periods', label: words.view.periods },
          { value: 'channels', label: words.view.channels },
        ]}
      />
      <Segmented
        label={words.cadence}
        value={props.cadence}
        onChange={props.onCadence}
        items={gridCadences.map((value) => ({ value, label: t.common.cadence[value] }))}
      />
      <span className={css['pair']}>
        <IconButton
          icon="undo"
          label={undo ? words.undoOf(undo.label, shortcut('Z')) : words.nothingToUndo}
          disabled={undo === null}
          onClick={() => props.onTravel('undo')}
        />
        <IconButton
          icon="redo"
          label={redo ? words.redoOf(redo.label, shortcut('Z', 'ctrlShift')) : words.nothingToRedo}
          disabled={redo === null}
          onClick={() => props.onTravel('redo')}
        />
        <IconButton
          icon="clock"
          label={words.history.title}
          pressed={side === 'history'}
          onClick={() => props.onSide(side === 'history' ? null : 'history')}
        />
      </span>
      <span className={css['divider']} />
      <Popover
        label={words.filter.label}
        trigger={
          <Button
            kind="ghost"
            icon="filter"
            aria-pressed={props.words !== '' || !props.computed || props.all}
          >
            {kpis.shown === kpis.all ? words.kpis(kpis.all) : words.someKpis(kpis.shown, kpis.all)}
          </Button>
        }
      >
        <div className={cards['filter']}>
          <TextInput
            label={words.filter.label}
            placeholder={words.filter.placeholder}
            type="search"
            value={props.words}
            onChange={props.onWords}
          />
          {props.words !== '' && (
            <Button size="small" onClick={() => props.onWords('')}>
              {words.filter.clear}
            </Button>
          )}
          <Switch label={words.computedRows} checked={props.computed} onChange={props.onComputed} />
          {props.view === 'periods' && (
            <>
              <Switch label={words.allChannels} checked={props.all} onChange={props.onAll} />
              <p className={cards['quiet']}>{words.allChannelsHint}</p>
            </>
          )}
        </div>
      </Popover>
      <Button
        kind="ghost"
        icon="formula"
        aria-pressed={props.computed}
        className={cx(css['wide'], props.computed ? css['on'] : css['off'])}
        onClick={() => props.onComputed(!props.computed)}
      >
        {words.computedRows}
      </Button>
      <AnswersButton />
      <span className={css['push']}>
        <Button
          icon={owes ? 'warning' : 'check'}
          aria-pressed={side === 'owed'}
          title={words.nextMissing}
          onClick={() => props.onSide(side === 'owed' ? null : 'owed')}
        >
          {missing === undefined
            ? words.owed.checking
            : missing > 0
              ? words.missing(missing)
              : words.noneMissing}
          {(missing ?? 0) > 0 && <KeyHint keys="F8" />}
          {notes > 0 && (
            <span className={css['notes']}>
              <Icon name="note" /> {words.owed.notes(notes)}
            </span>
          )}
        </Button>
      </span>
    </div>
  );
}
