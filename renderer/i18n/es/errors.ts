import type { Catalogue } from '../en/index.ts';

export const errors: Catalogue['errors'] = {
  codes: {
    internal: {
      what: 'Algo ha fallado dentro de Pulsebook.',
      todo: 'Tus cifras están a salvo. Reinténtalo; si se repite, abre Pulsebook de nuevo.',
    },
    'invalid-input': {
      what: 'Uno de los valores no encaja.',
      todo: 'Revisa lo que has escrito y reinténtalo.',
    },
    'unknown-call': {
      what: 'Esta ventana es anterior al programa.',
      todo: 'Cierra la ventana y abre Pulsebook de nuevo.',
    },
    forbidden: { what: 'Esta ventana ha perdido su sesión.', todo: 'Abre Pulsebook de nuevo.' },
    cancelled: { what: 'Cancelado.', todo: 'No ha cambiado nada.' },
    busy: { what: 'Ahora mismo se está escribiendo otra cosa.', todo: 'Espera un momento y reinténtalo.' },
    stopping: { what: 'Pulsebook se está cerrando.', todo: 'Abre Pulsebook de nuevo.' },
    'client-not-found': { what: 'Este cliente ya no está.', todo: 'Elige un cliente de la lista.' },
    'client-name-taken': { what: 'Ya tienes un cliente con este nombre.', todo: 'Elige otro nombre.' },
    'channel-not-found': { what: 'Este canal ya no está.', todo: 'Elige otro canal.' },
    'channel-name-taken': {
      what: 'Este cliente ya tiene un canal con este nombre.',
      todo: 'Elige otro nombre.',
    },
    'channel-in-use': { what: 'Este canal tiene cifras.', todo: 'Ponle una fecha final en su lugar.' },
    'kpi-not-found': { what: 'Este KPI ya no está.', todo: 'Elige otro KPI.' },
    'kpi-key-taken': { what: 'Este cliente ya tiene un KPI con este nombre.', todo: 'Elige otro nombre.' },
    'kpi-in-use': { what: 'Otros KPI se calculan a partir de este.', todo: 'Cambia antes sus fórmulas.' },
    'kpi-is-counter': {
      what: 'Este KPI es el contraste de un KPI de vanidad: no puede ser de vanidad.',
      todo: 'Da antes otro contraste a ese KPI de vanidad.',
    },
    'counter-invalid': {
      what: 'Este KPI no puede ser el contraste.',
      todo: 'Elige otro que no sea de vanidad.',
    },
    'formula-invalid': { what: 'La fórmula no se puede calcular.', todo: 'Corrige el punto marcado.' },
    'catalogue-key-unknown': {
      what: 'El catálogo no contiene este KPI.',
      todo: 'Elige uno de la lista o define el tuyo.',
    },
    'target-not-found': { what: 'Esta meta ya no está.', todo: 'Fija una nueva.' },
    'target-invalid': { what: 'Esta meta no se puede valorar.', todo: 'Revisa meta, mínimo y fechas.' },
    'annotation-not-found': { what: 'Esta anotación ya no está.', todo: 'No hay nada que hacer.' },
    'break-not-found': { what: 'Este cambio de definición ya no está.', todo: 'No hay nada que hacer.' },
    'limit-start-not-found': {
      what: 'Estos límites ya se habían repuesto.',
      todo: 'No hay nada que hacer.',
    },
    'break-exists': {
      what: 'La definición ya cambia ese día.',
      todo: 'Edita ese cambio, o elige otro día u otro canal.',
    },
    'case-not-found': { what: 'Este caso ya no está.', todo: 'No hay nada que hacer.' },
    'case-times': {
      what: 'Las horas de este caso no encajan.',
      todo: 'Primero se abre, luego se responde y se resuelve, y nada después de hoy.',
    },
    'tag-not-found': { what: 'Esta etiqueta ya no está.', todo: 'No hay nada que hacer.' },
    'tag-name-taken': {
      what: 'Ya hay una etiqueta con ese nombre.',
      todo: 'Usa esa o elige otro nombre.',
    },
    'item-not-found': {
      what: 'Esta publicación ya no está.',
      todo: 'Puede que se haya retirado su importación.',
    },
    'evidence-not-found': { what: 'Esta anotación ya no está.', todo: 'No hay nada que hacer.' },
    'kpi-without-evidence': {
      what: 'Este KPI no se lleva con evidencias.',
      todo: 'Elige uno de la lista.',
    },
    'confirmed-not-found': { what: 'Esta confirmación ya no está.', todo: 'No hay nada que hacer.' },
    'log-future': {
      what: 'Este día todavía no ha llegado.',
      todo: 'Elige hoy o un día anterior.',
    },
    'action-not-found': { what: 'Esta acción ya no está.', todo: 'No hay nada que hacer.' },
    'text-problem': {
      what: 'Hay una cifra en el texto que no se puede leer.',
      todo: 'Corrige lo que indica la lista bajo el texto.',
    },
    'recommendation-gone': {
      what: 'Esta propuesta ya no es válida, o ya es una acción.',
      todo: 'Vuelve a mirar la lista: los datos que la motivaron han cambiado desde entonces.',
    },
    'figure-computed': { what: 'Esta cifra es calculada.', todo: 'Cambia las cifras de las que sale.' },
    'figure-cadence': {
      what: 'Este KPI no se anota en periodos así.',
      todo: 'Usa la cadencia que indica el KPI.',
    },
    'figure-value': {
      what: 'El valor queda fuera de lo que admite el KPI.',
      todo: 'Revisa el número y su unidad.',
    },
    'period-invalid': { what: 'Eso no es un periodo.', todo: 'Elige otro.' },
    'week-start-frozen': {
      what: 'Hay cifras semanales: el primer día de la semana ya es fijo.',
      todo: 'Déjalo como está.',
    },
    'handle-expired': { what: 'El archivo ya no está a mano.', todo: 'Suéltalo otra vez en la ventana.' },
    'file-too-large': { what: 'El archivo es demasiado grande.', todo: 'Exporta un tramo más corto.' },
    'session-expired': {
      what: 'Esta importación ha estado abierta demasiado tiempo.',
      todo: 'Suelta los archivos otra vez. No se guardó nada.',
    },
    'session-open-questions': {
      what: 'Un archivo aún tiene una pregunta.',
      todo: 'Respóndela o deja fuera el archivo.',
    },
    'session-nothing': { what: 'No hay nada que importar.', todo: 'Añade un archivo o incluye alguno.' },
    'other-client': { what: 'Este archivo es de otro cliente.', todo: 'Impórtalo allí o déjalo fuera.' },
    'session-whose': {
      what: 'Falta decir de qué cliente son estos archivos.',
      todo: 'Elige un cliente en cada archivo o déjalo fuera.',
    },
    'table-not-found': {
      what: 'Esta tabla ya no está en el archivo.',
      todo: 'Vuelve a la importación y ábrela otra vez.',
    },
    'recipe-not-found': { what: 'Esta forma de leer ya se había olvidado.', todo: 'No hay nada que hacer.' },
    'batch-not-found': { what: 'Esta importación ya no está.', todo: 'No hay nada que hacer.' },
    'batch-state': { what: 'Esto ya estaba hecho.', todo: 'No hay nada que hacer.' },
    'logo-invalid': { what: 'No se ha podido leer el logo.', todo: 'Usa un PNG o JPEG de hasta 2 MB.' },
    'color-invalid': { what: 'Eso no es un color.', todo: 'Usa seis dígitos, como #4750BD.' },
    'file-gone': {
      what: 'El archivo no está o no se puede leer.',
      todo: 'Mira si se ha movido, si tiene otro nombre o si estaba en un disco que ya no está, y ábrelo otra vez.',
    },
    'archive-foreign': {
      what: 'Este archivo no es un cliente de Pulsebook.',
      todo: 'Elige el archivo .pulsebook que te han entregado.',
    },
    'archive-newer': {
      what: 'Este cliente se entregó con una versión más nueva de Pulsebook.',
      todo: 'Actualiza Pulsebook y recíbelo después.',
    },
    'archive-damaged': {
      what: 'El archivo está dañado: no ha llegado entero. No se ha recibido nada.',
      todo: 'Pídelo otra vez o vuelve a copiarlo.',
    },
    'archive-too-large': {
      what: 'El archivo ocupa, descomprimido, más de lo que ocupa un cliente. No se ha recibido nada.',
      todo: 'Pregunta de dónde viene a quien te lo ha entregado.',
    },
    'archive-client-here': {
      what: 'Este cliente ya está aquí.',
      todo: 'Elige si se queda al lado del que hay o en su lugar.',
    },
    'step-not-found': { what: 'Este paso ya se deshizo.', todo: 'Mira la ficha del cliente tal como está.' },
    'report-empty': {
      what: 'No hay nada que contar de este periodo.',
      todo: 'Importa cifras o elige otro periodo.',
    },
    'report-not-found': { what: 'Este informe ya no está.', todo: 'Hazlo otra vez.' },
    'snapshot-unreadable': {
      what: 'Esta versión no puede leer lo que se entregó.',
      todo: 'Ábrelo con la versión que lo hizo.',
    },
    'file-differs': {
      what: 'El archivo no se puede rehacer igual byte a byte.',
      todo: 'Su contenido está entero en la copia guardada aquí; haz un archivo nuevo con las cifras de hoy.',
    },
    'print-unavailable': {
      what: 'En este equipo no hay ningún navegador con el que dibujar un PDF.',
      todo: 'Instala Chromium, Chrome o Edge, o haz el libro o las diapositivas.',
    },
    'print-failed': {
      what: 'No se ha podido dibujar el PDF.',
      todo: 'Inténtalo otra vez; si vuelve a fallar, haz el libro o las diapositivas.',
    },
    'return-foreign': {
      what: 'Este libro no lo ha hecho Pulsebook.',
      todo: 'Suéltalo en Importaciones: sus cifras se leen como las de cualquier otro archivo.',
    },
    'return-newer': {
      what: 'Este libro lo ha hecho una versión más nueva de Pulsebook.',
      todo: 'Actualiza Pulsebook y vuelve a soltarlo.',
    },
    'return-damaged': {
      what: 'Este libro ya no se puede leer.',
      todo: 'Pídelo otra vez, guardado como .xlsx.',
    },
    'return-nothing': {
      what: 'No hay nada elegido de este libro.',
      todo: 'Elige qué quieres tomar, o déjalo.',
    },
    'file-open-elsewhere': {
      what: 'El archivo está abierto en otro programa.',
      todo: 'Ciérralo allí o elige otro nombre.',
    },
    'file-exists': { what: 'Ya existe un archivo con este nombre.', todo: 'Elige otro nombre.' },
    'disk-full': { what: 'El disco está lleno. No ha cambiado nada.', todo: 'Haz sitio y reinténtalo.' },
    'read-only': { what: 'No se puede escribir en esta carpeta.', todo: 'Elige otra carpeta.' },
    'path-invalid': { what: 'Ese nombre no sirve para un archivo.', todo: 'Elige otro nombre.' },
    'store-newer': {
      what: 'Un Pulsebook más nuevo guardó estas cifras.',
      todo: 'Actualiza Pulsebook y ábrelo de nuevo.',
    },
    'store-foreign': {
      what: 'La carpeta de datos contiene algo que no es de Pulsebook.',
      todo: 'Elige otra carpeta.',
    },
    'store-damaged': { what: 'El archivo con tus cifras está dañado.', todo: 'Recupera la última copia.' },
    'store-locked': {
      what: 'Pulsebook ya está abierto con estos datos.',
      todo: 'Usa esa ventana o ciérrala.',
    },
    'backup-failed': { what: 'No se ha podido escribir la copia.', todo: 'Revisa el disco y reinténtalo.' },
    'backup-not-found': { what: 'Esta copia ya no está.', todo: 'Elige otra.' },
    'backup-damaged': { what: 'Esta copia está dañada.', todo: 'No se ha cambiado nada. Elige otra.' },
    'backup-newer': {
      what: 'Esta copia la hizo un Pulsebook más nuevo.',
      todo: 'Actualiza Pulsebook y vuelve a abrirlo.',
    },
    'restore-failed': {
      what: 'No se ha podido recuperar la copia.',
      todo: 'Tus datos están como estaban. Reinténtalo o elige otra copia.',
    },
    'client-name-differs': {
      what: 'Ese no es el nombre del cliente.',
      todo: 'Escribe el nombre tal como aparece.',
    },
  },
  logId: (id: string) => `Entrada de registro ${id}`,
  code: (code: string) => `Código ${code}`,
  boundary: {
    title: 'No se ha podido mostrar esta pantalla',
    text: 'Tus cifras están a salvo. Muéstrala otra vez o ve a otra pantalla.',
    again: 'Mostrar otra vez',
    home: 'Todos los clientes',
    details: 'Detalles',
    copy: 'Copiar los detalles',
    copied: 'Copiado',
  },
  session: {
    title: 'Abre Pulsebook de nuevo',
    text: 'Esta ventana ya no está conectada. Ciérrala y arranca Pulsebook otra vez: todo lo guardado sigue ahí.',
  },
};
