/** The printed sections of a report as blocks, in order: what stands on the pages, not yet on which. */
import { useMemo } from 'react';
import { placeOfText, printedSections, rowsOfArea } from '../../../../shared/domain/report.ts';
import type { ReportModel, ReportSection, ReportText } from '../../../../shared/domain/report.ts';
import { plainText } from '../../../../shared/domain/text/printed.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Cover } from './Cover.tsx';
import { node } from './blocks.ts';
import type { Setting } from './blocks.ts';
import type { Block, Flow } from './flow.ts';
import { actionBlocks, breakdownBlocks, contentBlocks, definitionBlocks } from './lists.tsx';
import { PaperChart } from './PaperChart.tsx';
import { Again, Columns, Counts, Heading, Moved, NextActions, Pair, Score, Tiles, Title } from './parts.tsx';
import { groupRows, scoreRows, scoreTable } from './rows.tsx';

/** Between the margins of the page, in CSS pixels: 182 mm. */
export const CONTENT_WIDTH = 687.87;
const HALF_WIDTH = 328;
/** Heights of the chart on the summary. */
const LEAD = 250;
const LEAD_LOW = 180;

export function useFlows(model: ReportModel): readonly Flow[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () =>
      // What the client fills in is of the workbook only.
      printedSections(model).flatMap((section) =>
        section.kind === 'entry' ? [] : [flowOf({ ...section, kind: section.kind }, { model, t, format })],
      ),
    [model, t, format],
  );
}

type PaperSection = ReportSection & { readonly kind: Exclude<ReportSection['kind'], 'entry'> };

function flowOf(section: PaperSection, setting: Setting): Flow {
  const { model } = setting;
  const frame = (blocks: readonly Block[], score?: number | null): Flow => ({
    section: section.id,
    title: <Title section={section} {...(score !== undefined && { aside: <Score value={score} /> })} />,
    again: <Again section={section} />,
    blocks,
  });
  switch (section.kind) {
    case 'cover':
      return {
        ...frame([{ kind: 'node', id: 'cover', node: <Cover /> }]),
        title: null,
        again: null,
        bare: true,
      };
    case 'summary':
      return frame(summaryBlocks(section, setting));
    case 'scorecard':
      return frame(scorecardBlocks(section, setting), model.overall.score);
    case 'area':
      return frame(
        areaBlocks(section, setting),
        model.areas.find((area) => area.section === section.id)?.score.score,
      );
    case 'content':
      return frame([...textBlocks(section, setting), ...contentBlocks(setting)]);
    case 'breakdowns':
      return frame([...textBlocks(section, setting), ...breakdownBlocks(setting)]);
    case 'text':
      return frame(textBlocks(section, setting));
    case 'actions':
      return frame([...textBlocks(section, setting), ...actionBlocks(setting)]);
    case 'definitions':
      return frame(definitionBlocks(setting));
  }
}

function textBlocks(section: ReportSection, { model }: Setting): Block[] {
  return model.commentary.filter((text) => text.section === section.id).flatMap((text) => paragraphs(text));
}

function paragraphs(text: Pick<ReportText, 'section' | 'paragraphs'>): Block[] {
  return text.paragraphs.map((paragraph, at) => ({
    kind: 'text',
    id: `text:${text.section}:${at}:${plainText(paragraph).length}`,
    paragraph,
    section: text.section,
    at,
  }));
}

function summaryBlocks(section: ReportSection, setting: Setting): Block[] {
  const { model } = setting;
  const written = textBlocks(section, setting);
  const chart = model.charts.find((one) => one.kind === 'combo') ?? model.charts[0];
  return [
    ...(model.headlines.length > 0 ? [node('tiles', <Tiles />)] : []),
    ...written,
    // Where nobody wrote, the figures speak for themselves.
    ...(written.length === 0 ? paragraphs({ section: section.id, paragraphs: model.summary }) : []),
    ...(chart === undefined ? [] : [leadChart(chart)]),
    node(
      'moved',
      <Columns>
        <Moved />
        <NextActions />
      </Columns>,
    ),
  ];
}

/** Lower where what moved and what comes next would else stand on a page of their own. */
function leadChart(chart: ReportModel['charts'][number]): Block {
  const of = (height: number) => <PaperChart chart={chart} width={CONTENT_WIDTH} height={height} events />;
  return { kind: 'node', id: 'lead', node: of(LEAD), lower: { node: of(LEAD_LOW), by: LEAD - LEAD_LOW } };
}

function scorecardBlocks(section: ReportSection, { model }: Setting): Block[] {
  const table = scoreTable('scorecard', model);
  const texts = model.commentary.filter(
    (text) => text.section !== section.id && placeOfText(model, text) === section.id,
  );
  return [
    node('counts', <Counts />, true),
    ...model.groups.flatMap((group) => groupRows(table, model, group)),
    ...texts.flatMap((text) => [
      node(`name:${text.section}`, <Heading>{text.name}</Heading>, true),
      ...paragraphs(text),
    ]),
  ];
}

function areaBlocks(section: ReportSection, setting: Setting): Block[] {
  const { model } = setting;
  const area = model.areas.find((one) => one.section === section.id);
  if (area === undefined) return [];
  const table = scoreTable(section.id, model);
  const [lead, ...rest] = area.charts.flatMap((id) => model.charts.find((chart) => chart.id === id) ?? []);
  const pairs = Array.from({ length: Math.ceil(rest.length / 2) }, (_, i) => rest.slice(2 * i, 2 * i + 2));
  return [
    ...rowsOfArea(model, area).flatMap((row) => scoreRows(table, model, row)),
    node(`${section.id}:gap`, <div style={{ height: 16 }} />, true),
    ...textBlocks(section, setting),
    ...(lead === undefined
      ? []
      : [node(`${section.id}:lead`, <PaperChart chart={lead} width={CONTENT_WIDTH} height={210} />)]),
    ...pairs.map((pair, i) => {
      const [only] = pair;
      return node(
        `${section.id}:pair:${i}`,
        pair.length === 1 && only !== undefined ? (
          <PaperChart chart={only} width={CONTENT_WIDTH} height={190} />
        ) : (
          <Pair>
            {pair.map((chart) => (
              <PaperChart key={chart.id} chart={chart} width={HALF_WIDTH} height={180} />
            ))}
          </Pair>
        ),
      );
    }),
  ];
}
