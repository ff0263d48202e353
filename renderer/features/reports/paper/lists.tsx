/** The sections that are lists: posts, breakdowns, actions and events, definitions. */
import { textOf } from '../../../../shared/domain/formula/text.ts';
import { parseFormula } from '../../../../shared/domain/formula/parse.ts';
import { Breakdown, ItemCells } from './items.tsx';
import { node } from './blocks.ts';
import type { Setting } from './blocks.ts';
import type { Block, FlowTable } from './flow.ts';
import { Heading, Pair } from './parts.tsx';
import css from './table.module.css';

export function contentBlocks({ model, t }: Setting): Block[] {
  const { content } = model;
  if (content === null) return [];
  const words = t.reports.paper;
  const table = (id: string): FlowTable => ({
    id,
    className: css['table'] ?? '',
    columns: (
      <colgroup>
        <col style={{ width: '52%' }} />
        <col style={{ width: '14%' }} />
        <col style={{ width: '10%' }} />
        <col style={{ width: '12%' }} />
        <col style={{ width: '12%' }} />
      </colgroup>
    ),
    head: (
      <tr>
        <th scope="col">{words.item}</th>
        <th scope="col">{t.scorecard.head.channel}</th>
        <th scope="col">{words.published}</th>
        <th scope="col" className={css['num']}>
          {content.metric}
        </th>
        <th scope="col" className={css['num']}>
          {words.ofMedian}
        </th>
      </tr>
    ),
  });
  const part = (id: string, title: string, items: typeof content.top): Block[] =>
    items.length === 0
      ? []
      : [
          node(`${id}:title`, <Heading>{title}</Heading>, true),
          ...items.map((item, i): Block => ({
            kind: 'row',
            id: `${id}:${i}`,
            table: table(id),
            row: <ItemCells item={item} />,
          })),
        ];
  const young = [...content.top, ...content.bottom].some((item) => item.provisional);
  return [
    ...part('top', words.top, content.top),
    ...part('bottom', words.bottom, content.bottom),
    node(
      'content:note',
      <p className={css['note']}>
        {words.contentNote(content.total, content.age)} {young && words.provisional(content.age)}
      </p>,
    ),
  ];
}

export function breakdownBlocks({ model }: Setting): Block[] {
  const list = model.breakdowns;
  return Array.from({ length: Math.ceil(list.length / 2) }, (_, i) =>
    node(
      `breakdown:${i}`,
      <Pair>
        {list.slice(2 * i, 2 * i + 2).map((one) => (
          <Breakdown key={`${one.dimension} ${one.kpi} ${one.channel}`} breakdown={one} />
        ))}
      </Pair>,
    ),
  );
}

export function actionBlocks({ model, t, format }: Setting): Block[] {
  const words = t.reports.paper;
  const table = (id: string, heads: readonly string[], widths: readonly number[]): FlowTable => ({
    id,
    className: css['table'] ?? '',
    columns: (
      <colgroup>
        {widths.map((width) => (
          <col key={width} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
    ),
    head: (
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    ),
  });
  const planned = table('planned', [words.what, words.who, words.due], [62, 22, 16]);
  const events = table('events', [words.day, words.event], [18, 82]);
  return [
    ...(model.actions.length === 0 ? [] : [node('planned:title', <Heading>{words.actions}</Heading>, true)]),
    ...model.actions.map((action, i): Block => ({
      kind: 'row',
      id: `planned:${i}`,
      table: planned,
      row: (
        <>
          <th scope="row">{action.text}</th>
          <td className={css['grey']}>{action.owner === '' ? '–' : action.owner}</td>
          <td className={css['grey']}>{action.due === null ? '–' : format.date(action.due, 'medium')}</td>
        </>
      ),
    })),
    ...(model.annotations.length === 0
      ? []
      : [node('events:title', <Heading>{words.events}</Heading>, true)]),
    ...model.annotations.map((note, i): Block => ({
      kind: 'row',
      id: `events:${i}`,
      table: events,
      row: (
        <>
          <td className={css['grey']}>{format.date(note.day, 'medium')}</td>
          <td>{note.text}</td>
        </>
      ),
    })),
  ];
}

/** KPIs of the scorecard first; then those their formulas rest on. */
export function definitionBlocks({ model, t }: Setting): Block[] {
  const words = t.reports.paper;
  const names = new Map(model.kpis.map((kpi) => [kpi.key, kpi.name]));
  const shown = new Set(model.groups.flatMap((group) => group.rows.map((row) => row.kpi)));
  const kpis = model.kpis.toSorted((a, b) => Number(shown.has(b.key)) - Number(shown.has(a.key)));
  const table: FlowTable = {
    id: 'definitions',
    className: css['table'] ?? '',
    columns: (
      <colgroup>
        <col style={{ width: '24%' }} />
        <col style={{ width: '46%' }} />
        <col style={{ width: '30%' }} />
      </colgroup>
    ),
    head: (
      <tr>
        <th scope="col">{t.scorecard.head.kpi}</th>
        <th scope="col">{words.meaning}</th>
        <th scope="col">{words.counted}</th>
      </tr>
    ),
  };
  const formulaText = (formula: string): string => {
    const parsed = parseFormula(formula);
    if (!parsed.ok) return formula;
    return textOf(parsed.formula, (key) => names.get(key) ?? key)
      .replaceAll(' * ', ' × ')
      .replaceAll(' - ', ' − ');
  };
  return kpis.map((kpi): Block => {
    const how =
      kpi.formula === null
        ? `${words.overTime[kpi.timeAggregation]}${
            kpi.channelAggregation === 'formula' ? '' : `; ${words.overChannels[kpi.channelAggregation]}`
          }`
        : formulaText(kpi.formula);
    const counter =
      kpi.vanity && kpi.counter !== null ? ` ${words.vanity(names.get(kpi.counter) ?? kpi.counter)}` : '';
    return {
      kind: 'row',
      id: `definition:${kpi.key}`,
      table,
      row: (
        <>
          <th scope="row" className={css['strong']}>
            {kpi.name}
          </th>
          <td>
            {kpi.definition}
            {counter}
          </td>
          <td className={css['grey']}>{how}</td>
        </>
      ),
    };
  });
}
