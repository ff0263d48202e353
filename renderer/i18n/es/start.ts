import type { Catalogue } from '../en/index.ts';
import { plural } from '../messages.ts';

export const start: Catalogue['start'] = {
  title: 'Pulsebook',
  lead: 'Un cuaderno para los KPI de tus clientes.',
  text: 'Sueltas las exportaciones, dices qué cuenta para cada cliente, ves qué ha cambiado y por qué, y entregas un informe que pueden abrir. Todo queda en este equipo: sin cuenta, sin servidor.',
  demo: {
    title: 'Echa un vistazo con la demo',
    text: 'Tres clientes de sectores distintos y 18 meses de cifras inventadas. Luego puedes archivarlos.',
    action: 'Abrir la demo',
  },
  empty: {
    title: 'Empieza con lo tuyo',
    text: 'Un cuaderno vacío. El primer paso es un cliente.',
    action: 'Empezar vacío',
  },
  before: {
    text: '¿Ya trabajabas con Pulsebook, aquí o en otro equipo?',
    found: (n) =>
      plural('es', n, {
        one: 'En la carpeta de datos no está tu cuaderno, pero sí una copia de seguridad.',
        other: `En la carpeta de datos no está tu cuaderno, pero sí ${n} copias de seguridad.`,
      }),
    action: 'Recuperar una copia…',
  },
  working: 'Escribiendo la demo',
  language: 'Idioma',
};
