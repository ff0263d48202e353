/** The words of statuses, the same on screen, in the workbook and in a report. Shape and colour stand beside them. */
import type { Language } from './kpi.ts';
import type { Status } from './results.ts';

export const statusWords: Readonly<Record<Language, Readonly<Record<Status, string>>>> = {
  en: {
    met: 'Met',
    atRisk: 'At risk',
    off: 'Off',
    unconfirmed: 'Unconfirmed',
    onPace: 'On pace',
    behind: 'Behind',
    wellBehind: 'Well behind',
    tooEarly: 'Too early',
    incomplete: 'Incomplete',
    noData: 'No data',
    notApplicable: 'n/a',
    noTarget: 'No target',
  },
  es: {
    met: 'Cumplido',
    atRisk: 'En riesgo',
    off: 'Fuera',
    unconfirmed: 'Sin confirmar',
    onPace: 'En ritmo',
    behind: 'Por detrás',
    wellBehind: 'Muy por detrás',
    tooEarly: 'Muy pronto',
    incomplete: 'Incompleto',
    noData: 'Sin dato',
    notApplicable: 'No aplica',
    noTarget: 'Sin meta',
  },
};
