/** Support desks, surveys, reviews, events. */
import type { ExportGuide } from './guide.ts';

export const desks: readonly ExportGuide[] = [
  {
    id: 'zendesk-tickets',
    place: 'Zendesk',
    name: { en: 'Tickets', es: 'Tickets' },
    address: '<name>.zendesk.com',
    networks: ['support'],
    reports: ['zendesk/*'],
    steps: {
      en: [
        'Views: a view of the month’s tickets > Export view > CSV',
        'Or Explore: the tickets report > Export',
      ],
      es: [
        'Vistas: una vista con los tickets del mes > Exportar vista > CSV',
        'O Explore: el informe de tickets > Exportar',
      ],
    },
  },
  {
    id: 'freshdesk-tickets',
    place: 'Freshdesk',
    name: { en: 'Tickets', es: 'Tickets' },
    address: '<name>.freshdesk.com',
    networks: ['support'],
    reports: ['freshdesk/*'],
    steps: {
      en: [
        'Tickets > Export',
        'Created time: the month; tick the times and the source',
        'CSV: the file comes by mail',
      ],
      es: [
        'Tickets > Exportar',
        'Fecha de creación: el mes; marca los tiempos y el origen',
        'CSV: el archivo llega por correo',
      ],
    },
  },
  {
    id: 'intercom-conversations',
    place: 'Intercom',
    name: { en: 'Conversations', es: 'Conversaciones' },
    address: 'app.intercom.com',
    networks: ['support'],
    reports: ['intercom/*'],
    steps: {
      en: ['Reports > Dataset export > Conversations', 'Set the dates > Export: the file comes by mail'],
      es: [
        'Informes > Exportar datos > Conversaciones',
        'Fija las fechas > Exportar: el archivo llega por correo',
      ],
    },
  },
  {
    id: 'hubspot-tickets',
    place: 'HubSpot',
    name: { en: 'Tickets', es: 'Tickets' },
    address: 'app.hubspot.com',
    networks: ['support'],
    reports: ['hubspot/*'],
    steps: {
      en: ['CRM > Tickets: a view of the month', 'Export > CSV, all properties: the file comes by mail'],
      es: [
        'CRM > Tickets: una vista del mes',
        'Exportar > CSV, todas las propiedades: el archivo llega por correo',
      ],
    },
  },
  {
    id: 'help-scout-conversations',
    place: 'Help Scout',
    name: { en: 'Conversations', es: 'Conversaciones' },
    address: 'secure.helpscout.net/reports',
    networks: ['support'],
    reports: ['help-scout/*'],
    steps: {
      en: ['Reports > All channels, and set the dates', 'Export > CSV'],
      es: ['Informes > Todos los canales, y fija las fechas', 'Exportar > CSV'],
    },
  },
  {
    id: 'surveymonkey-responses',
    place: 'SurveyMonkey',
    name: { en: 'All responses', es: 'Todas las respuestas' },
    address: 'surveymonkey.com',
    networks: ['survey'],
    reports: ['surveymonkey/*'],
    steps: {
      en: ['The survey > Analyze results', 'Save as > Export file > All individual responses > CSV or XLS'],
      es: [
        'La encuesta > Analizar resultados',
        'Guardar como > Exportar archivo > Todas las respuestas individuales > CSV o XLS',
      ],
    },
  },
  {
    id: 'typeform-responses',
    place: 'Typeform',
    name: { en: 'Responses', es: 'Respuestas' },
    address: 'admin.typeform.com',
    networks: ['survey'],
    reports: ['typeform/*'],
    steps: {
      en: ['The form > Results > Responses', 'Download > All responses > CSV or XLSX'],
      es: ['El formulario > Resultados > Respuestas', 'Descargar > Todas las respuestas > CSV o XLSX'],
    },
  },
  {
    id: 'google-forms-responses',
    place: 'Google Forms',
    name: { en: 'Responses', es: 'Respuestas' },
    address: 'docs.google.com/forms',
    networks: ['survey'],
    reports: ['google-forms/*'],
    steps: {
      en: ['The form > Responses', 'The three dots > Download responses (.csv)'],
      es: ['El formulario > Respuestas', 'Los tres puntos > Descargar respuestas (.csv)'],
    },
  },
  {
    id: 'microsoft-forms-responses',
    place: 'Microsoft Forms',
    name: { en: 'Responses', es: 'Respuestas' },
    address: 'forms.office.com',
    networks: ['survey'],
    reports: ['microsoft-forms/*'],
    steps: {
      en: ['The form > View responses', 'Open results in Excel > Download a copy'],
      es: ['El formulario > Ver respuestas', 'Abrir los resultados en Excel > Descargar una copia'],
    },
  },
  {
    id: 'trustpilot-reviews',
    place: 'Trustpilot',
    name: { en: 'Reviews', es: 'Opiniones' },
    address: 'businessapp.b2b.trustpilot.com',
    networks: ['reviews'],
    reports: ['trustpilot/*'],
    steps: {
      en: ['Manage reviews > Service reviews, and set the dates', 'Export > CSV: the file comes by mail'],
      es: [
        'Gestionar opiniones > Opiniones del servicio, y fija las fechas',
        'Exportar > CSV: el archivo llega por correo',
      ],
    },
  },
  {
    id: 'eventbrite-attendees',
    place: 'Eventbrite',
    name: { en: 'Attendees', es: 'Asistentes' },
    address: 'eventbrite.com/organizations/reports',
    networks: ['events'],
    reports: ['eventbrite/*'],
    steps: {
      en: ['Reporting > Attendees', 'Choose the events and the dates > Run report', 'Export > CSV'],
      es: ['Informes > Asistentes', 'Elige los eventos y las fechas > Generar informe', 'Exportar > CSV'],
    },
  },
];
