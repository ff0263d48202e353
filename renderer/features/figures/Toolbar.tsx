/** The line of tools over the grid: cadence, undo and redo, which rows are shown, and the way to what is missing. */
import { shortcut } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, IconButton, Popover, Segmented, TextInput } from '../../ui/index.ts';
import { AnswersButton } from '../kpis/quality/AnswersButton.tsx';
import cards from './cards.module.css';
import type { LogState } from './editLog.ts';
import css from './figures.module.css';
import { gridCadences } from './span.ts';
import type { GridCadence } from './span.ts';

export interface ToolbarProps {
  readonly cadence: GridCadence;
  readonly onCadence: (cadence: GridCadence) => void;
  readonly log: LogState;
  readonly onTravel: (way: 'undo' | 'redo') => void;
  readonly kpis: { readonly shown: number; readonly all: number };
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly computed: boolean;
  readonly onComputed: (shown: boolean) => void;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
  readonly missing: number;
  readonly onMissing: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const t = useT();
  const { kpis, log, missing } = props;
  const words = t.figures;
  return (
    <div className={css['tools']}>
      <Segmented
        label={words.cadence}
        value={props.cadence}
        onChange={props.onCadence}
        items={gridCadences.map((value) => ({ value, label: t.common.cadence[value] }))}
      />
      <span className={css['pair']}>
        <IconButton
          icon="undo"
          label={`${words.undo} (${shortcut('Z')})`}
          disabled={!log.canUndo}
          onClick={() => props.onTravel('undo')}
        />
        <IconButton
          icon="redo"
          label={`${words.redo} (${shortcut('Z', 'ctrlShift')})`}
          disabled={!log.canRedo}
          onClick={() => props.onTravel('redo')}
        />
      </span>
      <span className={css['divider']} />
      <Popover
        label={words.filter.label}
        trigger={
          <Button kind="ghost" icon="filter" aria-pressed={props.words !== ''}>
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
        </div>
      </Popover>
      <Button
        kind="ghost"
        icon="formula"
        aria-pressed={props.computed}
        className={props.computed ? css['on'] : css['off']}
        onClick={() => props.onComputed(!props.computed)}
      >
        {words.computedRows}
      </Button>
      <Button
        kind="ghost"
        icon="columns"
        aria-pressed={props.all}
        title={words.allChannelsHint}
        className={props.all ? css['on'] : css['off']}
        onClick={() => props.onAll(!props.all)}
      >
        {words.allChannels}
      </Button>
      <AnswersButton />
      <span className={css['push']}>
        <Button
          icon={missing > 0 ? 'warning' : 'check'}
          disabled={missing === 0}
          title={words.nextMissing}
          {...(missing > 0 && { keys: 'F8' })}
          onClick={props.onMissing}
        >
          {missing > 0 ? words.missing(missing) : words.noneMissing}
        </Button>
      </span>
    </div>
  );
}
