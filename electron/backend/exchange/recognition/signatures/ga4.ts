/**
 * Google Analytics 4: report export (many tables in one file, each with its own `#` dates) and explorations.
 *
 * Cards count days from the start date ("Nth day" 0000...). A table without data leaves a header only.
 */
import { column, dimension, metric, telling } from '../reports/signature.ts';
import type { ColumnSpec, Signature } from '../reports/signature.ts';

const metrics: readonly ColumnSpec[] = [
  metric('users', {
    en: ['Users', 'Total users'],
    es: ['Usuarios', 'Usuarios totales', 'Total de usuarios'],
    pt: ['Usuários', 'Total de usuários'],
  }),
  metric('active_users', {
    en: ['Active users', '1 day'],
    es: ['Usuarios activos', '1 día'],
    pt: ['Usuários ativos', '1 dia'],
  }),
  metric('new_users', { en: 'New users', es: ['Usuarios nuevos', 'Nuevos usuarios'], pt: 'Novos usuários' }),
  metric('returning_users', {
    en: 'Returning users',
    es: ['Usuarios recurrentes', 'Usuarios que vuelven'],
    pt: 'Usuários recorrentes',
  }),
  metric('sessions', { en: 'Sessions', es: 'Sesiones', pt: 'Sessões' }),
  metric('engaged_sessions', {
    en: 'Engaged sessions',
    es: ['Sesiones con interacción', 'Sesiones con participación'],
    pt: 'Sessões engajadas',
  }),
  metric(
    'engagement_rate',
    {
      en: 'Engagement rate',
      es: ['Porcentaje de interacciones', 'Tasa de interacción'],
      pt: 'Taxa de engajamento',
    },
    { unit: 'percent' },
  ),
  metric(
    'bounce_rate',
    { en: 'Bounce rate', es: ['Porcentaje de rebote', 'Tasa de rebote'], pt: 'Taxa de rejeição' },
    { unit: 'percent' },
  ),
  metric(
    'visit_time',
    {
      en: [
        'Average engagement time',
        'Average engagement time per session',
        'Average session duration',
        'Average engagement time per active user',
      ],
      es: [
        'Tiempo de interacción medio',
        'Tiempo de interacción medio por sesión',
        'Tiempo de interacción medio por usuario activo',
        'Duración media de la sesión',
      ],
      pt: [
        'Tempo médio de engajamento',
        'Tempo médio de engajamento por sessão',
        'Tempo médio de engajamento por usuário ativo',
      ],
    },
    { unit: 'seconds' },
  ),
  metric('page_views', { en: 'Views', es: ['Vistas', 'Visualizaciones'], pt: 'Visualizações' }),
  metric('events_count', {
    en: 'Event count',
    es: ['Número de eventos', 'Recuento de eventos'],
    pt: 'Contagem de eventos',
  }),
  metric('web_conversions', {
    en: ['Conversions', 'Key events'],
    es: ['Conversiones', 'Eventos clave'],
    pt: ['Conversões', 'Eventos principais'],
  }),
  metric(
    'revenue',
    { en: 'Total revenue', es: ['Total de ingresos', 'Ingresos totales'], pt: 'Receita total' },
    { unit: 'money' },
  ),
  metric(
    'revenue',
    { en: 'Purchase revenue', es: 'Ingresos por compras', pt: 'Receita de compras' },
    { unit: 'money', fallback: true },
  ),
  metric('sales', {
    en: ['Transactions', 'Ecommerce purchases'],
    es: ['Transacciones', 'Compras de comercio electrónico'],
    pt: 'Transações',
  }),
  column('ignored', {
    en: [
      '30 days',
      '7 days',
      'Items purchased',
      'Views per user',
      'Views per active user',
      'Event count per user',
      'Events per session',
      'Engaged sessions per user',
      'Session conversion rate',
      'User conversion rate',
      'Event value',
    ],
    es: [
      '30 días',
      '7 días',
      'Artículos comprados',
      'Vistas por usuario',
      'Número de eventos por usuario',
      'Eventos por sesión',
    ],
  }),
];

const dimensions: readonly ColumnSpec[] = [
  column('date', {
    en: ['Nth day', 'Date', 'Nth week', 'Nth month', 'Year month', 'Day'],
    es: ['Día N', 'Fecha', 'Semana N', 'Mes N', 'Año y mes', 'Mes del año'],
    pt: ['Data', 'Dia N', 'Enésimo dia', 'Enésima semana', 'Enésimo mês', 'Ano e mês'],
  }),
  // The hour of a day is a dimension of it; written in one with the day, it is taken from there.
  column(
    'date',
    { en: 'Date + hour (YYYYMMDDHH)', es: 'Fecha + hora (AAAAMMDDHH)', pt: 'Data + hora (AAAAMMDDHH)' },
    telling,
  ),
  dimension('hour', { en: 'Hour', es: 'Hora', pt: 'Hora' }),
  dimension(
    'channel_group',
    {
      en: [
        'Session default channel group',
        'Session primary channel group (Default Channel Group)',
        'Session default channel grouping',
      ],
      es: [
        'Grupo de canales predeterminado de la sesión',
        'Grupo de canales principal de la sesión (Grupo de canales predeterminado)',
      ],
      pt: [
        'Grupo de canais padrão da sessão',
        'Grupo de canais principal da sessão (Grupo de canais padrão)',
        'Grupo principal de canais da sessão (Grupo de canais padrão)',
      ],
    },
    telling,
  ),
  dimension(
    'first_channel_group',
    {
      en: [
        'First user default channel group',
        'First user primary channel group (Default Channel Group)',
        'First user default channel grouping',
      ],
      es: [
        'Primer grupo de canales predeterminado del usuario',
        'Primer grupo de canales principal del usuario',
        'Primer grupo de canales principal del usuario (Grupo de canales predeterminado)',
      ],
      pt: [
        'Primeiro grupo de canais padrão do usuário',
        'Primeiro grupo de canais principal do usuário (Grupo de canais padrão)',
      ],
    },
    telling,
  ),
  dimension('channel_group', {
    en: 'Default channel group',
    es: 'Grupo de canales predeterminado',
  }),
  dimension('source', {
    en: [
      'Session source / medium',
      'Session source',
      'First user source / medium',
      'First user source',
      'Session medium',
    ],
    es: ['Fuente/medio de la sesión', 'Fuente de la sesión', 'Primera fuente/medio del usuario'],
    pt: ['Origem/mídia da sessão', 'Origem da sessão', 'Primeira origem/mídia do usuário'],
  }),
  dimension('campaign', {
    en: ['Session campaign', 'First user campaign'],
    es: ['Campaña de la sesión', 'Campaña de sesión'],
    pt: 'Campanha da sessão',
  }),
  dimension('country', { en: 'Country', es: 'País', pt: 'País' }),
  dimension('country_id', { en: 'Country ID', es: 'ID del país', pt: 'ID do país' }),
  dimension('region', { en: 'Region', es: 'Región', pt: 'Região' }),
  dimension('city', { en: ['City', 'Town/City'], es: 'Ciudad', pt: 'Cidade' }),
  dimension('language', { en: 'Language', es: 'Idioma', pt: 'Idioma' }),
  dimension('gender', { en: 'Gender', es: ['Sexo', 'Género'], pt: 'Gênero' }),
  dimension('age', { en: 'Age', es: 'Edad', pt: 'Idade' }),
  dimension('device', {
    en: ['Device category', 'Device'],
    es: ['Categoría de dispositivo', 'Dispositivo'],
    pt: ['Categoria do dispositivo', 'Dispositivo'],
  }),
  dimension('platform', { en: ['Platform', 'Platform / device category'], es: 'Plataforma' }),
  dimension('browser', { en: 'Browser', es: 'Navegador' }),
  dimension('operating_system', { en: 'Operating system', es: 'Sistema operativo' }),
  dimension('page', {
    en: [
      'Page title and screen class',
      'Page path and screen class',
      'Page title and screen name',
      'Page path',
    ],
    es: [
      'Título de página y clase de pantalla',
      'Ruta de página y clase de pantalla',
      'Título de página y nombre de pantalla',
      'Ruta de página',
    ],
    pt: [
      'Título da página e classe da tela',
      'Caminho da página e classe da tela',
      'Título da página e nome da tela',
    ],
  }),
  dimension('landing_page', {
    en: ['Landing page', 'Landing page + query string'],
    es: ['Página de destino', 'Página de destino + cadena de consulta'],
    pt: ['Página de destino', 'Página de destino + string de consulta'],
  }),
  dimension('event', { en: 'Event name', es: 'Nombre del evento', pt: 'Nome do evento' }),
  dimension('item', { en: 'Item name', es: 'Nombre del artículo' }),
  dimension('app_instance', { en: 'App-instance ID', es: 'ID de instancia de aplicación' }),
  dimension('stream', { en: 'Stream name', es: 'Nombre del flujo' }),
  column('ignored', { en: 'Namespace ID' }),
];

export const ga4: readonly Signature[] = [
  {
    platform: 'ga4',
    report: 'report',
    kind: 'series',
    network: 'web',
    confidence: 'real',
    plain: true,
    openDimension: true,
    percent: 'fraction',
    provisional: 2,
    comments: [
      /report csv export/,
      /exportar informe en formato csv/,
      /^(?:start date|fecha de inicio|data de inicio|date de debut|data di inizio|startdatum) \d{8}$/,
      /^\d{8} \d{8}$/,
    ],
    columns: [...dimensions, ...metrics],
    example: {
      file: 'data-export.csv',
      text: [
        '# ----------------------------------------',
        '# Exportar informe en formato CSV',
        '# Cuenta: Larkbed',
        '# Propiedad: larkbed.com - GA4',
        '# ----------------------------------------',
        '# ',
        '# Fecha de inicio: 20260301',
        '# Fecha de finalización: 20260303',
        'Día N,Usuarios activos',
        '0000,5',
        '0001,7',
        '0002,0',
        '',
        '# Fecha de inicio: 20260301',
        '# Fecha de finalización: 20260303',
        'País,Usuarios activos',
        'Spain,9',
        'Mexico,2',
        '',
      ].join('\r\n'),
      sums: { active_users: 12, 'active_users/country': 11 },
      network: 'web',
      language: 'es',
    },
  },
];
