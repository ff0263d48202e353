/** Surveys become counts by the day they were answered: which column is which, on which scale, and whose data stays out. */
import { describe, expect, test } from 'vitest';
import { inspectText, shown, sums } from '../support/inspectText.ts';

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

describe('SurveyMonkey', () => {
  const people =
    'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1';
  const who = (id: number, date: string): string =>
    `${id},44,${date},${date},203.0.113.${id},p${id}@example.com,Ada,Roe,`;

  test('condensed: the second header row is none of the answers, and people’s data stays out', () => {
    const survey = inspectText(
      'NPS.csv',
      lines(
        `${people},How likely is it that you would recommend Larkbed to a friend or colleague?,What could be better?`,
        ',,,,,,,,,Response,Open-Ended Response',
        `${who(1, '10/13/2026 09:00:00 AM')},10,Nothing`,
        `${who(2, '10/13/2026 10:00:00 AM')},0,Call me: +34 600 000 000`,
        `${who(3, '10/16/2026 11:00:00 PM')},8,`,
      ),
    );
    expect(survey).toMatchObject({ status: 'recognised', platform: 'surveymonkey', questions: [] });
    expect(shown(survey)).toEqual({
      'promoters/survey': [
        ['2026-10-13', 1],
        ['2026-10-16', 0],
      ],
      'passives/survey': [
        ['2026-10-13', 0],
        ['2026-10-16', 1],
      ],
      'detractors/survey': [
        ['2026-10-13', 1],
        ['2026-10-16', 0],
      ],
      'survey_responses/survey': [
        ['2026-10-13', 2],
        ['2026-10-16', 1],
      ],
    });
    expect(survey.tables[0]?.figures.every((column) => column.absentMeansZero)).toBe(true);
    expect(survey.tables[0]?.refused).toEqual([]);
    const [note] = survey.tables[0]?.notes ?? [];
    expect(note).toMatchObject({ code: 'personal-left-out' });
    expect(note?.detail).toBe('IP Address, Email Address, First Name, Last Name');
    expect(JSON.stringify(survey.tables)).not.toMatch(/example\.com|600 000|203\.0/);
  });

  test('expanded: one column a choice is one question', () => {
    const survey = inspectText(
      'CSAT.csv',
      lines(
        `${people},"Overall, how satisfied are you with our service?",,,`,
        ',,,,,,,,,Very satisfied,Satisfied,Neither satisfied nor dissatisfied,Dissatisfied',
        `${who(1, '10/13/2026 09:00:00 AM')},Very satisfied,,,`,
        `${who(2, '10/13/2026 10:00:00 AM')},,Satisfied,,`,
        `${who(3, '10/14/2026 11:00:00 AM')},,,,Dissatisfied`,
        `${who(4, '10/14/2026 12:00:00 PM')},,,Neither satisfied nor dissatisfied,`,
        `${who(5, '10/14/2026 12:30:00 PM')},,,,`,
      ),
    );
    expect(survey.questions).toEqual([]);
    expect(sums(survey)).toEqual({
      satisfied_customers: 2,
      neutral_customers: 1,
      dissatisfied_customers: 1,
      survey_responses: 4,
    });
  });
});

describe('Typeform', () => {
  test('a long file of long questions is still headed by them; what no scale holds is refused with its place', () => {
    const survey = inspectText(
      'responses.csv',
      lines(
        '#,"On a scale from 0 to 10, how likely are you to recommend {{field:brand}} to somebody you care about?","Thinking of your last order with us, how satisfied were you with it? (1 to 5)","And is there anything that you would like to tell the team about your last order with us?",Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags',
        "a1,9,5,'+34600000000,completed,2026-10-05 08:00:00,,2026-10-05 08:05:00,ff,",
        'a2,11,4,,completed,2026-10-05 08:00:00,,2026-10-05 09:05:00,ff,',
        'a3,7,3,,completed,2026-10-05 08:00:00,,2026-10-06 10:05:00,ff,',
        'a4,3,1,,completed,2026-10-05 08:00:00,,2026-10-06 10:06:00,ff,',
        'a5,10,2,,completed,2026-10-05 08:00:00,,2026-10-06 10:07:00,ff,',
        'a6,,,,started,2026-10-05 08:00:00,2026-10-05 08:00:00,,ff,',
      ),
    );
    expect(survey).toMatchObject({ status: 'recognised', platform: 'typeform', questions: [] });
    expect(sums(survey)).toEqual({
      promoters: 2,
      passives: 1,
      detractors: 1,
      satisfied_customers: 2,
      neutral_customers: 1,
      dissatisfied_customers: 2,
      survey_responses: 5,
      satisfaction: 6.5,
    });
    expect(shown(survey)['satisfaction/survey']).toEqual([
      ['2026-10-05', 4.5],
      ['2026-10-06', 2],
    ]);
    expect(survey.tables[0]?.refused.map(({ text, code }) => [text, code])).toEqual([
      ['11', 'value-unreadable'],
      ['', 'row-without-date'],
    ]);
  });
});

describe('Google Forms', () => {
  const form = lines(
    'Marca temporal,Dirección de correo electrónico,¿Con qué probabilidad nos recomendarías a un amigo?,¿Qué mejorarías?',
    '13/10/2026 9:12:33,ada@example.com,10,Nada',
    '13/10/2026 18:40:02,,7,El envío tarda',
    '15/10/2026 7:05:00,,2,',
  );
  test('in Spanish, day first', () => {
    const survey = inspectText('Encuesta.csv', form);
    expect(survey).toMatchObject({
      status: 'recognised',
      platform: 'google-forms',
      language: 'es',
      questions: [],
    });
    expect(shown(survey)['detractors/survey']).toEqual([
      ['2026-10-13', 0],
      ['2026-10-15', 1],
    ]);
  });

  test('a time stamp over measurements is no form', () => {
    const log = inspectText(
      'sensor.csv',
      lines('Timestamp,Temperature', '2026-10-01 10:00,21.5', '2026-10-01 11:00,22.5'),
    );
    expect(log.platform).not.toBe('google-forms');
  });

  test('yes and no are answers where satisfaction is asked', () => {
    const survey = inspectText(
      'f.csv',
      lines(
        'Marca temporal,¿Estás satisfecho con tu pedido?',
        '13/10/2026 9:00:00,Sí',
        '14/10/2026 9:00:00,No',
        '14/10/2026 9:10:00,Sí',
      ),
    );
    expect(sums(survey)).toEqual({
      satisfied_customers: 2,
      neutral_customers: 0,
      dissatisfied_customers: 1,
      survey_responses: 3,
    });
  });
});

describe('what only a person can say', () => {
  const head =
    'Marca temporal,¿Qué tan satisfecho estás con la tienda?,¿Qué tan satisfecho estás con el envío?';
  const twice = lines(
    head,
    '13/10/2026 9:00:00,Muy satisfecho,Insatisfecho',
    '14/10/2026 9:00:00,Satisfecho,Insatisfecho',
  );

  test('which of several answers is meant, and the answer holds for a file of another name', () => {
    const open = inspectText('octubre.csv', twice);
    expect(open.status).toBe('needs-answers');
    expect(open.questions).toMatchObject([
      {
        id: 'survey:satisfaction',
        code: 'survey',
        choices: [
          { id: '¿Qué tan satisfecho estás con la tienda?' },
          { id: '¿Qué tan satisfecho estás con el envío?' },
          { id: 'ignore' },
        ],
      },
    ]);
    const answers = { 'survey:satisfaction': '¿Qué tan satisfecho estás con el envío?' };
    expect(sums(inspectText('noviembre.csv', twice, { answers }))).toMatchObject({
      satisfied_customers: 0,
      dissatisfied_customers: 2,
    });
    const none = inspectText('x.csv', twice, { answers: { 'survey:satisfaction': 'ignore' } });
    expect(sums(none)).toEqual({ survey_responses: 2 });
  });

  const unsaid = lines(
    'Timestamp,How satisfied are you with us?',
    '10/13/2026 9:00:00,5',
    '10/14/2026 9:00:00,5',
    '10/15/2026 9:00:00,3',
  );
  test('on which scale bare numbers were given: five of five is praise, five of seven is not', () => {
    const open = inspectText('a.csv', unsaid);
    expect(open.questions.map(({ id }) => id)).toEqual(['survey:scale:How satisfied are you with us?']);
    expect(open.questions[0]?.choices.map(({ id }) => id)).toEqual(['five', 'seven', 'ten', 'ignore']);
    const by = (scale: string) =>
      sums(
        inspectText('a.csv', unsaid, { answers: { 'survey:scale:How satisfied are you with us?': scale } }),
      );
    expect(by('five')).toMatchObject({ satisfied_customers: 2, neutral_customers: 1, satisfaction: 13 });
    expect(by('seven')).toMatchObject({
      satisfied_customers: 0,
      neutral_customers: 2,
      dissatisfied_customers: 1,
    });
    expect(by('seven')['satisfaction']).toBeUndefined();
  });

  test('nothing, where the answers say it: their words, "4/5", "5 - Very satisfied"', () => {
    const asked = (...answers: string[]) =>
      inspectText(
        'a.csv',
        lines(
          'Timestamp,How satisfied are you?',
          ...answers.map((text, i) => `10/${13 + i}/2026 9:00:00,${text}`),
        ),
      );
    for (const survey of [
      asked('4/5', '2/5', '5/5'),
      asked('Very satisfied', 'Neutral', 'Unhappy'),
      asked('5 - Very satisfied', '1 - Very dissatisfied', '3 - Neutral'),
    ]) {
      expect(survey.questions).toEqual([]);
      expect(sums(survey)['survey_responses']).toBe(3);
    }
  });
});

describe('sheets of nobody’s tool', () => {
  test('answers with a time stamp are a survey', () => {
    const survey = inspectText(
      'encuesta.csv',
      lines(
        'Fecha;Nombre;¿Nos recomendarías? (0-10)',
        '05/10/2026;Ada;9',
        '05/10/2026;Bo;4',
        '13/10/2026;Cy;7',
      ),
    );
    expect(survey).toMatchObject({ status: 'mapped', platform: 'generic', report: 'survey' });
    expect(sums(survey)).toMatchObject({ promoters: 1, passives: 1, detractors: 1 });
    expect(survey.tables[0]?.columns[1]?.role).toBe('personal');
  });

  test('a month’s figures are none, whatever they are called', () => {
    const monthly = inspectText(
      'kpi.csv',
      lines(
        'Fecha,NPS,Satisfacción,Reach',
        '2026-08-01,42,4.2,100',
        '2026-09-01,47,4.4,120',
        '2026-10-01,51,4.5,130',
      ),
    );
    expect(monthly.report).not.toBe('survey');
    const whole = inspectText(
      'kpi.csv',
      lines('Date,NPS,Reach', '2026-08-01,8,100', '2026-09-01,9,120', '2026-10-01,9,130'),
    );
    expect(whole.report).not.toBe('survey');
  });
});

test('a sheet taken for a survey is read as a person says instead', () => {
  const text = lines('Fecha;Cliente;¿Nos recomendarías? (0-10)', '05/10/2026;Ada;9', '05/11/2026;Bo;4');
  const guessed = inspectText('x.csv', text);
  const { mapping } = guessed.tables[0] ?? {};
  expect(mapping).toMatchObject({
    shape: 'series',
    columns: [{ role: 'date' }, { role: 'personal' }, { role: 'ignored' }],
  });
  if (!mapping) return;
  const columns = mapping.columns.map((column) =>
    column.index === 2
      ? { ...column, role: 'metric' as const, kpi: 'likes', unit: 'count' as const }
      : column,
  );
  const said = inspectText('x.csv', text, {
    mappings: { [guessed.tables[0]?.name ?? '']: { ...mapping, columns } },
  });
  expect(sums(said)).toEqual({ likes: 13 });
});
