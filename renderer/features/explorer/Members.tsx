/** The members of a split below the chart: their course, their amount, their part, and what the figures stand on. */
import type { BreakdownSplit, Explorer } from '../../../shared/contract/api/explorer.ts';
import { memberName } from '../../../shared/domain/members.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Panel } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { dimensionWord } from './dimensionWord.ts';
import css from './explorer.module.css';
import { Multiples } from './Multiples.tsx';
import type { Multiple } from './Multiples.tsx';

export interface MembersProps {
  readonly split: BreakdownSplit;
  readonly data: Explorer;
  readonly faces: Faces;
  /** Channel that is looked at; the split may be of fewer channels than all of them. */
  readonly channel: string | null;
}

/** Members shown by themselves below a chart. */
const SHOWN = 8;

export function Members({ split, data, faces, channel }: MembersProps) {
  const t = useT();
  const format = useFormat();
  const words = t.explorer.parts;
  if (split.apart || split.members.length === 0) return null;
  const percent = (share: number): string =>
    format.value(share, { kind: 'percent' }, { digits: share < 0.1 ? 1 : 0 });
  const items = split.members.slice(0, SHOWN).map((member): Multiple => ({
    key: member.code,
    name: memberName(split.dimension, member.code, format.language),
    unit: data.kpi.unit,
    values: member.values,
    figure:
      member.total === null ? null : (
        <>
          <strong>{format.value(member.total, data.kpi.unit)}</strong>
          {member.share !== null && <span className={css['shareBeside']}> {percent(member.share)}</span>}
        </>
      ),
  }));
  const asOf = split.asOf.findLast((day) => day !== null) ?? null;
  const small = split.members.slice(SHOWN);
  const more = [
    ...(small.length > 0 || split.other !== null
      ? [
          moreText(small.length + (split.other?.members ?? 0), [
            ...small,
            ...(split.other === null ? [] : [split.other]),
          ]),
        ]
      : []),
    ...(split.rest === null || split.rest.total === null
      ? []
      : [
          `${words.rest} ${format.value(split.rest.total, data.kpi.unit)}${
            split.rest.share === null ? '' : `, ${percent(split.rest.share)}`
          }`,
        ]),
  ];
  const missing = channel === null && split.channels.length < data.byChannel.length;
  const said = [
    words.way[split.way],
    ...(split.notParts === null ? [] : [t.explorer.kinds.why[split.notParts]]),
    ...(split.shareOf === 'whole'
      ? [words.shareOfWhole]
      : split.shareOf === 'members'
        ? [words.shareOfMembers]
        : []),
    ...(missing ? [words.only(split.channels.map((id) => faces.channel(id) ?? id).join(', '))] : []),
  ];
  return (
    <Panel
      title={words.panel(dimensionWord(t, split.dimension))}
      detail={[
        t.explorer.split.members(split.count),
        ...(asOf === null ? [] : [words.asOf(format.date(asOf, 'medium'))]),
        t.explorer.multiples.sameDetail,
      ].join(', ')}
    >
      <Multiples items={items} own={false} height={44} />
      <p className={css['said']}>
        {more.length > 0 && <strong>{more.join('; ')}. </strong>}
        {said.join(' ')}
      </p>
    </Panel>
  );

  function moreText(
    n: number,
    lines: readonly { readonly total: number | null; readonly share: number | null }[],
  ): string {
    const totals = lines.flatMap((line) => (line.total === null ? [] : [line.total]));
    const shares = lines.flatMap((line) => (line.share === null ? [] : [line.share]));
    const name = words.other(n);
    if (split.notParts !== null || totals.length === 0) return name;
    const total = format.value(
      totals.reduce((a, b) => a + b, 0),
      data.kpi.unit,
    );
    return shares.length === 0
      ? `${name} ${total}`
      : `${name} ${total}, ${percent(shares.reduce((a, b) => a + b, 0))}`;
  }
}
