/** Google Forms: a time stamp and the questions; in the language of the form's owner. */
import { column, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const answers: Signature = {
  platform: 'google-forms',
  report: 'responses',
  kind: 'survey',
  network: 'survey',
  confidence: 'documented',
  // A time stamp alone is in half of all sheets: a score among the questions, or the file's name, must agree.
  plain: true,
  fileNames: [/\((?:responses|respuestas|respostas)\)/i],
  columns: [
    column(
      'date',
      { en: 'Timestamp', es: 'Marca temporal', pt: 'Carimbo de data/hora' },
      { ...must, ...telling },
    ),
    column('personal', {
      en: ['Email Address', 'Username'],
      es: ['Dirección de correo electrónico', 'Nombre de usuario'],
      pt: ['Endereço de e-mail', 'Nome de usuário'],
    }),
    column('ignored', { en: 'Score', es: 'Puntuación', pt: 'Pontuação' }),
  ],
  example: {
    file: 'Encuesta de clientes (respuestas).csv',
    text: [
      '"Marca temporal","Dirección de correo electrónico","Del 0 al 10, ¿con qué probabilidad nos recomendarías?","¿Estás satisfecho con la atención?"',
      '"13/10/2026 9:12:33","ada@example.com","10","Muy satisfecho"',
      '"13/10/2026 18:40:02","","7","Insatisfecho"',
      '"15/10/2026 7:05:00","","2","Satisfecho"',
    ].join('\n'),
    sums: {
      promoters: 1,
      passives: 1,
      detractors: 1,
      satisfied_customers: 2,
      neutral_customers: 0,
      dissatisfied_customers: 1,
      survey_responses: 3,
    },
    language: 'es',
  },
};

export const googleForms: readonly Signature[] = [answers];
