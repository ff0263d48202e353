import type { Catalogue } from '../en/index.ts';
import { plural } from '../messages.ts';

export const privacy: Catalogue['privacy'] = {
  stored: {
    title: 'En este equipo',
    text: 'Todo está en una sola carpeta, hecha solo para tu usuario.',
    table: 'Qué hay en la carpeta',
    what: 'Qué',
    where: 'Nombre en la carpeta',
    size: 'Tamaño',
    total: 'En total',
    files: (n: string, count: number) => plural('es', count, { one: `${n} archivo`, other: `${n} archivos` }),
    nothing: 'nada ahora',
    copy: 'Copiar la ruta',
    copied: 'Ruta copiada',
    again: 'Mirar otra vez',
    kinds: {
      book: {
        name: 'Tus datos',
        text: 'Clientes, cifras y de dónde vino cada una, notas, metas, textos, informes tal como salieron, ajustes y las últimas pantallas que miraste.',
      },
      backups: { name: 'Copias de seguridad', text: 'Cada una lo contiene todo.' },
      kept: {
        name: 'Datos sustituidos',
        text: 'Un archivo que no se podía abrir, tal como estaba cuando otro ocupó su lugar. Bórralo cuando quieras.',
      },
      transfer: {
        name: 'Archivos de paso',
        text: 'Lo que sueltas o guardas pasa por aquí. Deja de valer a las dos horas; se vacía en cada arranque.',
      },
      logs: { name: 'Registro', text: 'Lo que Pulsebook dice de sí mismo cuando algo falla o tarda.' },
      window: {
        name: 'La ventana',
        text: 'Dónde estaba en la pantalla y lo que el motor de navegador de la aplicación guarda para funcionar.',
      },
      lock: {
        name: 'Quién lo tiene abierto',
        text: 'Para que un segundo arranque muestre la primera ventana.',
      },
      other: { name: 'Otros archivos', text: 'No los ha hecho Pulsebook. No los toca.' },
    },
    browser:
      'Esta ventana es de un navegador. El navegador guarda su clave de sesión, la importación que estás mirando y los formularios a medias hasta que se cierra la ventana; los archivos que guardas van a sus descargas. La página solo habla con Pulsebook en este equipo (127.0.0.1).',
    outside:
      'Fuera de la carpeta: los archivos donde los guardaste y, mientras se dibuja un PDF, un perfil para el navegador que lo dibuja en la carpeta de archivos temporales del sistema.',
  },
  never: {
    title: 'Lo que no existe',
    list: {
      account: 'Una cuenta, ni un servidor que guarde tus cifras.',
      telemetry: 'Telemetría, estadísticas de uso, informes de fallos.',
      network:
        'Una conexión de red: la ventana solo puede cargar los archivos de la propia aplicación. Pulsebook ni siquiera pregunta si hay una versión nueva.',
      encryption:
        'Cifrado por parte de Pulsebook: quien pueda abrir la carpeta puede leer tus datos y las copias. El cifrado de tu disco los protege.',
    },
  },
  leaves: {
    title: 'Lo que sale con un informe',
    text: 'Nada sale por sí solo. Esto va en los archivos que entregas, además de lo que se ve.',
    workbook: 'Libro (.xlsx)',
    workbookList: {
      figures:
        'La hoja Cifras: todas las cifras del informe, también las de los periodos anteriores con los que compara, cada una con el nombre de la importación de la que vino.',
      calc: 'La hoja oculta Cálculo: cómo sale de ellas cada número.',
      manifest:
        'Una hoja llamada manifest que el menú de Excel no muestra: nombre del cliente y el número aleatorio con el que lo conoce Pulsebook, idioma, periodo y base, nombres y claves de los KPI, nombres de los canales, y cifras, notas y textos tal como salieron. Gracias a ella el libro puede volver sin perder nada.',
      keys: 'Una columna oculta con claves de fila en las hojas que se vuelven a leer: KPI, número de canal, cadencia, primer día.',
    },
    pdf: 'PDF (.pdf)',
    pdfText: 'Lo que hay en sus páginas, sus propiedades y la versión del motor que lo dibujó.',
    slides: 'Diapositivas (.pptx)',
    slidesText:
      'Notas del orador con lo que no cupo en la diapositiva y, detrás de cada gráfico, un pequeño libro con sus valores.',
    all: 'Propiedades de los tres',
    properties:
      'Cliente y periodo como título, tu nombre tal como lo escribiste en «Preparado por» y el día en que se hizo. En libro y diapositivas, también a qué se dedica el cliente, como palabra clave. Nunca una ruta, ni el nombre de este equipo ni el de tu usuario.',
    archive: 'Archivo de un cliente (.pulsebook)',
    archiveText:
      'Todo lo de ese cliente, legible para quien lo tenga, con la historia de sus cifras y los informes tal como salieron. Nada de otros clientes, ningún ajuste.',
    backup: 'Copia guardada aparte (.db)',
    backupText: 'Todos los clientes, como en tus datos. Guárdala con el mismo cuidado que el equipo.',
  },
  log: {
    title: 'Qué contiene el registro',
    text: 'Una línea por cada cosa: cuándo, qué, qué llamada, cuánto tardó. Cuando algo falla dentro de Pulsebook, el texto del error y el punto del programa, que puede nombrar una ruta de este equipo.',
    not: 'Ni cifras, ni nombres de clientes, ni el contenido de los archivos.',
    kept: 'Como mucho dos archivos de 1 MB; después se van las líneas más antiguas. Se lee con cualquier editor de texto y se puede borrar cuando quieras.',
  },
  move: {
    title: 'A otro equipo',
    steps: {
      save: 'Aquí: haz una copia y guárdala aparte, por ejemplo en una memoria USB.',
      bring: 'Allí: instala Pulsebook, arráncalo, ve a Ajustes, Copias de seguridad, y trae la copia.',
      restore: 'Recupérala. Todo está ahí, también los ajustes.',
    },
    folder:
      'O cierra Pulsebook en los dos y copia la carpeta entera a su sitio en el otro equipo (los sitios están más abajo). De las dos formas funciona entre Windows, macOS y Linux.',
    go: 'Ir a las copias',
    one: 'Para pasar un solo cliente, entrégalo como archivo desde su ficha.',
  },
  client: {
    title: 'Eliminar un cliente',
    text: 'La ficha de cada cliente termina con eliminarlo. Dice qué se va y deja elegir qué pasa con las copias que aún lo contienen.',
    none: 'No hay ningún cliente.',
    open: (name: string) => `Ficha de ${name}`,
  },
  all: {
    title: 'Eliminarlo todo',
    text: 'Cierra Pulsebook y borra esta carpeta. Desinstalar la aplicación la deja donde está, para que actualizar o instalar de nuevo no pierda nada.',
    systems: {
      win: 'Windows: Configuración, Aplicaciones, Pulsebook, Desinstalar. Después borra %APPDATA%\\Pulsebook.',
      mac: 'macOS: lleva Pulsebook de Aplicaciones a la papelera. Después borra ~/Library/Application Support/Pulsebook.',
      linux: 'Linux: quita el paquete o borra el AppImage. Después borra ~/.local/share/pulsebook.',
    },
    other: 'Los archivos que guardaste en otros sitios, copias incluidas, los borras tú.',
  },
};
