/** The mail a report goes out with: what it may say of a report, in both languages. */
import { describe, expect, it } from 'vitest';
import { coverMessage } from '../../shared/domain/message/message.ts';
import type { Language, Unit } from '../../shared/domain/kpi.ts';
import type { ReportModel, ReportRow } from '../../shared/domain/report.ts';
import type { Change, Judgement, Signal } from '../../shared/domain/results.ts';
import { sampleReport } from '../support/sampleReport.ts';

const today = '2026-11-10';
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

interface Told {
  readonly name: Readonly<Record<Language, string>>;
  readonly value: number | null;
  readonly unit?: Unit;
  readonly change?: Change;
  readonly judgement?: Judgement;
  readonly signal?: Partial<Signal>;
}

/** A report with these rows alone, the first five of them its headlines. */
function reportOf(rows: readonly Told[], over: Partial<ReportModel> = {}): ReportModel {
  const language = over.language ?? 'en';
  const sample = sampleReport({ language, size: 'small' });
  const [group] = sample.groups;
  const [kpi] = sample.kpis;
  if (group === undefined || kpi === undefined) throw new Error('the sample has rows');
  const made = rows.map((row, i): ReportRow => ({
    kpi: `k${i}`,
    channel: null,
    now: { value: row.value, state: row.value === null ? 'missing' : 'value', kind: 'flow', reasons: [] },
    base: { value: null, state: 'missing', kind: 'flow', reasons: [] },
    change: row.change ?? { kind: 'noBase' },
    judgement: row.judgement ?? { status: 'noTarget' },
    signal: { points: 24, ...row.signal },
    trend: [],
    goals: [],
    weight: 1,
    note: '',
  }));
  return {
    ...sample,
    preparedBy: 'Ana Ruiz',
    actions: [],
    entry: [],
    headlines: made.slice(0, 5),
    groups: [{ ...group, rows: made }],
    kpis: rows.map((row, i) => ({
      ...kpi,
      key: `k${i}`,
      name: row.name[language],
      unit: row.unit ?? { kind: 'count' },
    })),
    ...over,
  };
}

const bodyOf = (model: ReportModel): string => plain(coverMessage(model, ['xlsx'], today).body);
const lines = (model: ReportModel): string[] =>
  bodyOf(model)
    .split('\n')
    .filter((line) => line.startsWith('- '));

const leads = { en: 'Leads', es: 'Leads' };
const reply = { en: 'Response time', es: 'Tiempo de respuesta' };
const rate = { en: 'Conversion rate', es: 'Tasa de conversión' };
const up = (ratio: number): Change => ({ kind: 'change', difference: 100 * ratio, ratio });

describe.each(['en', 'es'] as const)('a mail in %s', (language) => {
  const es = language === 'es';
  const of = (rows: readonly Told[], over: Partial<ReportModel> = {}): ReportModel =>
    reportOf(rows, { language, ...over });

  it('tells goals that were all reached, each in its own sense', () => {
    const model = of([
      {
        name: leads,
        value: 1560,
        change: up(0.3),
        judgement: { status: 'met', goal: 1500, sense: 'atLeast' },
        signal: { rule: 'outside', side: 'above' },
      },
      {
        name: reply,
        value: 7200,
        unit: { kind: 'duration' },
        judgement: { status: 'met', goal: 10_800, sense: 'atMost' },
        signal: {},
      },
      {
        name: rate,
        value: 0.045,
        unit: { kind: 'percent' },
        judgement: { status: 'met', goal: 0.04, goalTo: 0.05, sense: 'between' },
        signal: { none: 'tooFew' },
      },
    ]);
    expect(lines(model)).toEqual(
      es
        ? [
            '- Leads: 1.560 (+30,0 % respecto a octubre de 2025), por encima de lo habitual; meta de 1.500 cumplida.',
            '- Tiempo de respuesta: 2 h, dentro de lo habitual; dentro del límite de 3 h.',
            '- Tasa de conversión: 4,5 %, dentro del rango de 4,0 % a 5,0 %.',
          ]
        : [
            '- Leads: 1,560 (+30.0 % on October 2025), above the usual range; goal of 1,500 reached.',
            '- Response time: 2 h, within the usual range; within the limit of 3 h.',
            '- Conversion rate: 4.5 %, within the range of 4.0 % to 5.0 %.',
          ],
    );
  });

  it('tells goals that were all missed without a word of comfort', () => {
    const model = of([
      {
        name: leads,
        value: 900,
        change: up(-0.25),
        judgement: { status: 'off', goal: 1500, sense: 'atLeast' },
        signal: { rule: 'eightOneSide', side: 'below', run: 8 },
      },
      {
        name: reply,
        value: 14_400,
        unit: { kind: 'duration' },
        judgement: { status: 'off', goal: 10_800, sense: 'atMost' },
        signal: { rule: 'threeOfFour', side: 'above' },
      },
      { name: rate, value: 0.038, unit: { kind: 'percent' }, judgement: { status: 'atRisk', goal: 0.04 } },
    ]);
    expect(lines(model)).toEqual(
      es
        ? [
            '- Leads: 900 (−25,0 % respecto a octubre de 2025), ocho meses seguidos por debajo de su nivel habitual; meta de 1.500 no alcanzada.',
            '- Tiempo de respuesta: 4 h, en la parte más alta de lo habitual en tres de los últimos cuatro meses; por encima del límite de 3 h.',
            '- Tasa de conversión: 3,8 %, dentro de lo habitual; a poco de la meta de 4,0 %.',
          ]
        : [
            '- Leads: 900 (−25.0 % on October 2025), eight months in a row below the usual level; goal of 1,500 missed.',
            '- Response time: 4 h, near the top of the usual range in three of the last four months; over the limit of 3 h.',
            '- Conversion rate: 3.8 %, within the usual range; just short of the goal of 4.0 %.',
          ],
    );
  });

  it('says once that nothing moved, and calls no difference a change', () => {
    const body = bodyOf(of([{ name: leads, value: 1560, change: up(0.02) }]));
    expect(body).toContain(
      es
        ? 'Nada se ha salido de lo habitual. En resumen:\n- Leads: 1.560 (+2,0 %'
        : 'Nothing left its usual range. In short:\n- Leads: 1,560 (+2.0 %',
    );
    expect(body).not.toMatch(/usual range\.\n.*usual|rose|fell|grew|subi|baj[óa]|creci/i);
    // With too few points nobody knows what is usual, and nobody says so.
    const young = bodyOf(of([{ name: leads, value: 1560, signal: { none: 'tooFew' } }]));
    expect(young).not.toMatch(/usual|habitual/);
  });

  it.each<[string, Change]>([
    ['there is no base', { kind: 'noBase' }],
    ['the base is missing', { kind: 'baseMissing' }],
    ['the base is zero', { kind: 'baseZero', difference: 5 }],
    ['a definition changed', { kind: 'notComparable', since: '2026-09-01' }],
    ['too little is recorded', { kind: 'change', difference: 9, ratio: 0.1, warning: true }],
  ])('has no percentage where %s', (_, change) => {
    expect(bodyOf(of([{ name: leads, value: 1560, change }]))).not.toContain('%');
  });

  it('has no percentage where nothing is compared, or where the period still runs', () => {
    const row = { name: leads, value: 1560, change: up(0.3) };
    expect(bodyOf(of([row], { base: { kind: 'none', start: null, label: '' } }))).not.toContain('%');
    const running = bodyOf(
      of([{ ...row, judgement: { status: 'behind', goal: 3000, sense: 'atLeast' } }], {
        running: true,
        span: {
          cadence: 'month',
          from: '2026-10-01',
          to: '2026-10-18',
          units: { done: 18, of: 31, cadence: 'day' },
        },
      }),
    );
    expect(running).toContain(
      es
        ? 'El periodo sigue en curso; así vamos a 18 de octubre:\n- Leads: 1.560, por detrás del ritmo para la meta de 3.000.'
        : 'The period is still running; this is where we stand as of 18 October:\n- Leads: 1,560, behind the pace for the goal of 3,000.',
    );
  });

  it('says so where there are no figures', () => {
    const body = bodyOf(of([{ name: leads, value: null }]));
    expect(body).toContain(
      es ? 'Todavía no hay cifras de octubre de 2026' : 'There are no figures for October 2026 yet',
    );
    expect(body).not.toMatch(/adjunto|attached|- /);
  });

  it('tells a missed goal beside the good news', () => {
    const met = (name: string): Told => ({
      name: { en: name, es: name },
      value: 10,
      judgement: { status: 'met', goal: 9 },
      signal: { rule: 'outside', side: 'above' },
    });
    const off: Told = {
      name: { en: 'Missed one', es: 'Missed one' },
      value: 1,
      judgement: { status: 'off', goal: 9 },
      signal: { none: 'flat' },
    };
    const told = lines(of([met('A'), met('B'), met('C'), met('D'), met('E'), off]));
    expect(told).toHaveLength(3);
    expect(told[2]).toContain('Missed one: 1');
  });

  it('asks for what only the client can give, and tells what comes next and when', () => {
    const rows: Told[] = [
      { name: leads, value: 10 },
      { name: { en: 'Sales', es: 'Ventas' }, value: null },
      { name: { en: 'Returns', es: 'Incidencias' }, value: null },
    ];
    const entry: ReportModel['entry'] = [
      {
        cadence: 'month',
        periods: [
          { start: '2026-10-01', label: 'Oct' },
          { start: '2026-11-01', label: 'Nov' },
        ],
        rows: [
          // Of November, which is not over, nothing is asked.
          { kpi: 'k0', channel: '1', values: [10, null] },
          { kpi: 'k1', channel: '1', values: [null, null] },
          { kpi: 'k2', channel: '1', values: [null, null] },
        ],
      },
    ];
    const actions: ReportModel['actions'] = [
      { text: 'Later', due: '2027-01-08', owner: '' },
      { text: 'Approve the “Advent” budget.', due: '2026-11-15', owner: es ? 'Cliente' : 'Client' },
      { text: 'First', due: '2026-11-08', owner: 'Ana Ruiz' },
      { text: 'Never', due: null, owner: 'Marta' },
    ];
    const body = bodyOf(of(rows, { entry, actions }));
    expect(body).toContain(
      es
        ? 'De tu parte me falta:\n- las cifras de ventas e incidencias\n- «Approve the "Advent" budget», para el 15 de noviembre\n'
        : 'From you I still need:\n- the figures for sales and returns\n- “Approve the "Advent" budget”, by 15 November\n',
    );
    expect(body).toContain(
      es
        ? 'Siguientes pasos: «First» (era para el 8 de noviembre y sigue pendiente); «Later» (para el 8 de enero de 2027).'
        : 'Next steps: “First” (due 8 November and still open); “Later” (by 8 January 2027).',
    );
    const sheet = of(rows, {
      entry,
      sections: [
        { id: 'entry', kind: 'entry', name: es ? 'Hoja' : 'Sheet', title: '', shown: true, empty: null },
      ],
    });
    expect(bodyOf(sheet)).toContain(
      es ? 'hoja «Hoja» del Excel' : 'a sheet for them in the workbook, “Sheet”',
    );
    expect(plain(coverMessage(sheet, ['pdf'], today).body)).not.toMatch(/«Hoja»|“Sheet”/);
  });

  it('names what is attached', () => {
    const model = of([{ name: leads, value: 10 }]);
    const line = (formats: Parameters<typeof coverMessage>[1]): string =>
      coverMessage(model, formats, today).body.split('\n')[2] ?? '';
    expect(line([])).toBe(
      es ? 'Aquí tienes el informe de octubre de 2026.' : 'Here is the report for October 2026.',
    );
    expect(line(['xlsx', 'pdf', 'pptx'])).toBe(
      es
        ? 'Te adjunto el informe de octubre de 2026 en Excel, PDF y diapositivas.'
        : 'Please find attached the report for October 2026 as an Excel workbook, a PDF and slides.',
    );
  });

  it('stays short whatever there is to say, with every percentage beside what it is against', () => {
    for (const size of ['small', 'big', 'full'] as const) {
      const model = sampleReport({ language, size });
      const actions = Array.from({ length: 8 }, (_, i) => ({
        text: `${'word '.repeat(40)}${i}`,
        due: `2026-12-0${i + 1}`,
        owner: 'Somebody',
      }));
      const { subject, body } = coverMessage({ ...model, actions }, ['xlsx', 'pdf', 'pptx'], today);
      expect(body.split(/\s+/).length).toBeLessThanOrEqual(125);
      expect(subject).not.toMatch(/undefined|null|\n/);
      expect(body).not.toMatch(/undefined|null|NaN| {2}|\n{3}|\u202f/);
      for (const change of plain(body).match(/[+−][\d.,]+ %.{4}/g) ?? [])
        expect(change).toMatch(es ? / res/ : / on /);
    }
  });
});

describe('periods in the mail', () => {
  const subject = (
    cadence: 'quarter' | 'week' | 'year',
    start: string,
    to: string,
    language: Language,
  ): string => {
    const model = reportOf([{ name: leads, value: 10 }], { language });
    return (
      coverMessage(
        { ...model, period: { cadence, start, label: '' }, span: { cadence, from: start, to } },
        [],
        today,
      ).subject.split(': ')[1] ?? ''
    );
  };
  it('are told as one says them', () => {
    expect(subject('quarter', '2026-07-01', '2026-09-30', 'en')).toBe('report for the third quarter of 2026');
    expect(subject('quarter', '2026-07-01', '2026-09-30', 'es')).toBe('informe del tercer trimestre de 2026');
    expect(subject('week', '2026-10-05', '2026-10-11', 'es')).toBe(
      'informe de la semana del 5 al 11 de octubre de 2026',
    );
    expect(subject('year', '2025-01-01', '2025-12-31', 'es')).toMatch(/^informe de(?:l año)? 2025$/);
  });
});
