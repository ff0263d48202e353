/** Words of the desktop's own menu and dialogs, which stand outside the window. */
import { z } from 'zod';
import { appStateSchema } from '../../../shared/contract/api/app.ts';
import { clientSchema } from '../../../shared/contract/api/clients.ts';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { CommandId } from '../../../shared/domain/commands.ts';
import type { Language } from '../../../shared/domain/kpi.ts';

/** Commands that stand in the menu: all but going to the messages. */
export type MenuCommand = Exclude<CommandId, 'toasts'>;

export interface Labels {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly client: string;
  readonly go: string;
  readonly window: string;
  readonly help: string;
  readonly services: string;
  /** What the menu can ask the window for. */
  readonly commands: Readonly<Record<MenuCommand, string>>;
  readonly close: string;
  readonly quit: string;
  readonly about: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly reload: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly minimize: string;
  readonly zoom: string;
  readonly front: string;
  readonly save: string;
  readonly saveAll: (files: number) => string;
  /** Names that the chosen folder has already. */
  readonly there: (files: number) => string;
  readonly replace: string;
  readonly keepBoth: string;
  readonly cancel: string;
  /** By extension. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly cannotStart: string;
  readonly inUse: (owner: string) => string;
  readonly crashed: string;
  readonly crashedDetail: string;
  readonly again: string;
}

export const labels: Readonly<Record<Language, Labels>> = {
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    client: 'Client',
    go: 'Go',
    window: 'Window',
    help: 'Help',
    services: 'Services',
    commands: {
      search: 'Search or Go To…',
      help: 'Help for This Screen',
      shortcuts: 'Keyboard Shortcuts',
      import: 'Import Files…',
      previousPeriod: 'Previous Period',
      nextPeriod: 'Next Period',
      previousClient: 'Previous Client',
      nextClient: 'Next Client',
      back: 'Back',
      forward: 'Forward',
      settings: 'Settings…',
      backup: 'Back Up Now',
      newClient: 'New Client…',
      goPortfolio: 'All Clients',
      goDue: 'Exports Due',
      goDeliver: 'Deliver…',
      goDashboard: 'Dashboard',
      goScorecard: 'Scorecard',
      goExplorer: 'Explorer',
      goContent: 'Content',
      goAdvice: 'Recommendations',
      goFigures: 'Figures',
      goJournal: 'Journal',
      goKpis: 'KPIs and Targets',
      goImports: 'Imports',
      goReports: 'Reports',
      goSetup: 'Client Set-up',
    },
    close: 'Close Window',
    quit: 'Quit Pulsebook',
    about: 'About Pulsebook',
    hide: 'Hide Pulsebook',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    reload: 'Reload',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring All to Front',
    save: 'Save',
    saveAll: (files) => `Save ${files} files`,
    there: (files) =>
      files === 1
        ? 'A file of this name is in the folder already'
        : `${files} files of these names are in the folder already`,
    replace: 'Replace',
    keepBoth: 'Keep both',
    cancel: 'Cancel',
    kinds: {
      xlsx: 'Excel workbook',
      csv: 'CSV file',
      pdf: 'PDF document',
      pptx: 'PowerPoint presentation',
      png: 'PNG picture',
      svg: 'SVG picture',
    },
    cannotStart: 'Pulsebook could not start',
    inUse: (owner) => `${owner} is using this workbook. Close it and open Pulsebook again.`,
    crashed: 'The window stopped working',
    crashedDetail: 'Your figures are safe: everything is stored as you enter it.',
    again: 'Open again',
  },
  es: {
    file: 'Archivo',
    edit: 'Edición',
    view: 'Ver',
    client: 'Cliente',
    go: 'Ir',
    window: 'Ventana',
    help: 'Ayuda',
    services: 'Servicios',
    commands: {
      search: 'Buscar o ir a…',
      help: 'Ayuda de esta pantalla',
      shortcuts: 'Atajos de teclado',
      import: 'Importar archivos…',
      previousPeriod: 'Periodo anterior',
      nextPeriod: 'Periodo siguiente',
      previousClient: 'Cliente anterior',
      nextClient: 'Cliente siguiente',
      back: 'Atrás',
      forward: 'Adelante',
      settings: 'Ajustes…',
      backup: 'Hacer una copia ahora',
      newClient: 'Nuevo cliente…',
      goPortfolio: 'Todos los clientes',
      goDue: 'Exportaciones pendientes',
      goDeliver: 'Entregar…',
      goDashboard: 'Panel',
      goScorecard: 'Cuadro de mando',
      goExplorer: 'Explorador',
      goContent: 'Contenido',
      goAdvice: 'Recomendaciones',
      goFigures: 'Cifras',
      goJournal: 'Bitácora',
      goKpis: 'KPI y metas',
      goImports: 'Importaciones',
      goReports: 'Informes',
      goSetup: 'Ficha del cliente',
    },
    close: 'Cerrar ventana',
    quit: 'Salir de Pulsebook',
    about: 'Acerca de Pulsebook',
    hide: 'Ocultar Pulsebook',
    hideOthers: 'Ocultar otros',
    showAll: 'Mostrar todo',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    reload: 'Volver a cargar',
    actualSize: 'Tamaño real',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    fullScreen: 'Pantalla completa',
    minimize: 'Minimizar',
    zoom: 'Zoom',
    front: 'Traer todo al frente',
    save: 'Guardar',
    saveAll: (files) => `Guardar ${files} archivos`,
    there: (files) =>
      files === 1
        ? 'En la carpeta ya hay un archivo con este nombre'
        : `En la carpeta ya hay ${files} archivos con estos nombres`,
    replace: 'Reemplazar',
    keepBoth: 'Conservar ambos',
    cancel: 'Cancelar',
    kinds: {
      xlsx: 'Libro de Excel',
      csv: 'Archivo CSV',
      pdf: 'Documento PDF',
      pptx: 'Presentación de PowerPoint',
      png: 'Imagen PNG',
      svg: 'Imagen SVG',
    },
    cannotStart: 'Pulsebook no se ha podido iniciar',
    inUse: (owner) => `Este libro está abierto en otro sitio: ${owner}. Ciérralo y vuelve a abrir Pulsebook.`,
    crashed: 'La ventana ha dejado de funcionar',
    crashedDetail: 'Tus datos están a salvo: todo se guarda según lo escribes.',
    again: 'Abrir de nuevo',
  },
};

/** The language of a locale such as `es-MX`; English for all others. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** The language in the answer of `app.state`; null when it could not be asked. */
export function languageIn(reply: Reply<unknown>): Language | null {
  const state = reply.ok ? appStateSchema.safeParse(reply.data) : null;
  return state?.success === true ? state.data.settings.language : null;
}

/** Names of the clients in the answer of `clients.list`; none when it could not be asked. */
export function clientsIn(reply: Reply<unknown>): readonly MenuClient[] {
  const list = reply.ok ? z.array(clientSchema.pick({ id: true, name: true })).safeParse(reply.data) : null;
  return list?.success === true ? list.data : [];
}

export interface MenuClient {
  readonly id: number;
  readonly name: string;
}
