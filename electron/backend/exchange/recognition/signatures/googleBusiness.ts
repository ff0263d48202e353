/**
 * Google Business Profile, performance: one row a location, the second row explains the columns, no date inside.
 *
 * A location is a channel of its own. Messages are conversations that people begin in private, no talk of a
 * community; the four places where the profile was shown are the parts of its impressions.
 */
import { column, ignored, metric, must, part, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const performance: Signature = {
  platform: 'google-business-profile',
  report: 'performance',
  kind: 'breakdown',
  network: 'google-business',
  confidence: 'documented',
  addsUp: true,
  columns: [
    column(
      'ignored',
      { en: 'Store code', es: 'Código de tienda', pt: 'Código da loja' },
      { ...must, ...telling },
    ),
    column(
      'accountName',
      {
        en: 'Business name',
        es: ['Nombre de la empresa', 'Nombre del negocio'],
        pt: ['Nome da empresa', 'Nome do negócio'],
      },
      must,
    ),
    column('ignored', { en: 'Address', es: 'Dirección', pt: 'Endereço' }),
    column('ignored', { en: 'Labels', es: 'Etiquetas', pt: ['Etiquetas', 'Marcadores'] }),
    part('impressions', 'surface', 'search, mobile', {
      en: 'Google Search - Mobile',
      es: [
        'Búsqueda de Google - Móvil',
        'Búsqueda de Google: móvil',
        'Búsqueda de Google - dispositivos móviles',
      ],
      pt: 'Pesquisa Google - Dispositivo móvel',
    }),
    part('impressions', 'surface', 'search, desktop', {
      en: 'Google Search - Desktop',
      es: [
        'Búsqueda de Google - Ordenador',
        'Búsqueda de Google: ordenador',
        'Búsqueda de Google - computadoras',
      ],
      pt: 'Pesquisa Google - Computador',
    }),
    part('impressions', 'surface', 'maps, mobile', {
      en: 'Google Maps - Mobile',
      es: ['Google Maps - Móvil', 'Google Maps: móvil', 'Google Maps - dispositivos móviles'],
      pt: 'Google Maps - Dispositivo móvel',
    }),
    part('impressions', 'surface', 'maps, desktop', {
      en: 'Google Maps - Desktop',
      es: ['Google Maps - Ordenador', 'Google Maps: ordenador', 'Google Maps - computadoras'],
      pt: 'Google Maps - Computador',
    }),
    metric('phone_clicks', { en: 'Calls', es: 'Llamadas', pt: ['Chamadas', 'Ligações'] }, must),
    metric('private_contacts', { en: 'Messages', es: 'Mensajes', pt: 'Mensagens' }),
    metric('bookings', { en: 'Bookings', es: 'Reservas', pt: ['Reservas', 'Agendamentos'] }),
    metric('direction_requests', {
      en: 'Directions',
      es: ['Cómo llegar', 'Indicaciones', 'Rutas'],
      pt: ['Rotas', 'Como chegar'],
    }),
    metric(
      'link_clicks',
      {
        en: 'Website clicks',
        es: ['Clics en el sitio web', 'Clics en el sitio Web'],
        pt: 'Cliques no site',
      },
      must,
    ),
    ignored('Food orders', 'Food menu clicks', 'Hotel bookings'),
    column('ignored', {
      es: ['Pedidos de comida', 'Clics en el menú de comida', 'Reservas de hotel'],
      pt: ['Pedidos de comida', 'Cliques no menu', 'Reservas de hotel'],
    }),
  ],
  example: {
    file: 'performance.csv',
    text: `Store code,Business name,Address,Labels,Google Search - Mobile,Google Search - Desktop,Google Maps - Mobile,Google Maps - Desktop,Calls,Messages,Bookings,Directions,Website clicks,Food orders,Food menu clicks,Hotel bookings
,,,,Impressions on mobile on Google Search for your Business Profile,Impressions on desktop on Google Search for your Business Profile,Impressions on mobile on Google Maps for your Business Profile,Impressions on desktop on Google Maps for your Business Profile,Interactions with the call button on your Business Profile,Received messages on your Business Profile,Completed bookings on your Business Profile,Interactions with the directions button on your Business Profile,Interactions with the website button on your Business Profile,Food orders placed through your Business Profile,Clicks for menu content on your Business Profile,Clicks on booking links on your hotel Business Profile
,Café Uno,"1 Main St, Town",,400,100,300,50,20,2,0,35,60,0,0,0
,Café Dos,"2 High St, Town",,200,60,150,20,10,1,4,15,30,0,0,0
`,
    sums: {
      impressions: 1280,
      'impressions/surface': 1280,
      phone_clicks: 30,
      private_contacts: 3,
      bookings: 4,
      direction_requests: 50,
      link_clicks: 90,
    },
    answers: { period: 'month:2026-10-01' },
    network: 'google-business',
    language: 'en',
  },
};

export const googleBusiness: readonly Signature[] = [performance];
