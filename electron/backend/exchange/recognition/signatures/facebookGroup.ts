/** A Facebook group's details, by day: members come by request, and what they write is theirs, not the client's. */
import { column, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const days: Signature = {
  platform: 'facebook-group',
  report: 'group by day',
  kind: 'series',
  network: 'facebook-group',
  confidence: 'memory',
  cadence: 'day',
  columns: [
    column('date', { en: 'Date', es: 'Fecha' }, must),
    metric('members', { en: 'Total members', es: ['Total de miembros', 'Miembros totales'] }, must),
    metric('new_members', {
      en: ['Approved member requests', 'New members'],
      es: ['Solicitudes de miembros aprobadas', 'Nuevos miembros'],
    }),
    metric('active_members', { en: 'Active members', es: 'Miembros activos' }, { ...must, ...telling }),
    metric('user_generated_content', { en: 'Posts', es: 'Publicaciones' }, must),
    metric('comments', { en: 'Comments', es: 'Comentarios' }),
    metric('reactions', { en: 'Reactions', es: 'Reacciones' }),
    column(
      'ignored',
      {
        en: ['Pending members', 'Pending member requests', 'Declined member requests', 'Blocked members'],
        es: [
          'Solicitudes de miembros pendientes',
          'Solicitudes de miembros rechazadas',
          'Miembros bloqueados',
        ],
      },
      telling,
    ),
  ],
  example: {
    file: 'group-insights.csv',
    text: `Date,Total Members,Pending Members,Approved Member Requests,Declined Member Requests,Active Members,Posts,Comments,Reactions
2026-10-13,310,2,4,1,80,6,25,60
2026-10-14,313,0,3,0,75,5,20,44
`,
    sums: {
      members: 623,
      new_members: 7,
      active_members: 155,
      user_generated_content: 11,
      comments: 45,
      reactions: 104,
    },
    answers: { 'confirm:facebook-group:group by day': 'yes' },
    network: 'facebook-group',
    language: 'en',
  },
};

export const facebookGroup: readonly Signature[] = [days];
