/** Microsoft Forms: one row a response, first its number, when it was begun and sent, and by whom. */
import { column, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const responses: Signature = {
  platform: 'microsoft-forms',
  report: 'responses',
  kind: 'survey',
  network: 'survey',
  confidence: 'documented',
  columns: [
    column('ignored', { en: ['ID', 'Id'], es: 'ID' }, must),
    column('ignored', { en: 'Start time', es: 'Hora de inicio', pt: 'Hora de início' }, must),
    column(
      'date',
      { en: 'Completion time', es: 'Hora de finalización', pt: 'Hora de conclusão' },
      { ...must, ...telling },
    ),
    column('personal', {
      en: ['Email', 'Name'],
      es: ['Correo electrónico', 'Nombre'],
      pt: ['Email', 'Nome'],
    }),
    column('ignored', {
      en: ['Last modified time', 'Total points', 'Quiz feedback'],
      es: ['Hora de la última modificación', 'Total de puntos'],
    }),
  ],
  example: {
    file: 'Encuesta.csv',
    text: [
      'ID,Hora de inicio,Hora de finalización,Correo electrónico,Nombre,¿Qué tan satisfecho estás con nuestro servicio? (1 a 5)',
      '1,2026-10-05 09:00:00,2026-10-05 09:03:00,anonymous,,5',
      '2,2026-10-06 09:00:00,2026-10-06 09:03:00,anonymous,,2',
    ].join('\n'),
    sums: {
      satisfied_customers: 1,
      neutral_customers: 0,
      dissatisfied_customers: 1,
      survey_responses: 2,
      satisfaction: 7,
    },
    language: 'es',
  },
};

export const microsoftForms: readonly Signature[] = [responses];
