/** Las páginas de ayuda, en español. */
import type { HelpText } from './block.ts';

export const text: HelpText = {
  start: [
    {
      p: 'Pulsebook guarda los KPI de tus clientes en este equipo. Sueltas las exportaciones, dices qué cuenta para cada cliente, ves qué se ha movido y por qué, y entregas un informe que pueden abrir.',
    },
    {
      steps: [
        'Crea un cliente: nombre, color, idioma de sus informes, formato de número y moneda. Una plantilla propone los KPI de su sector.',
        'Suelta en la ventana las exportaciones de un mes, cuantas quieras, también en un ZIP. Ves qué contiene cada archivo antes de que entre nada.',
        'Escribe en Cifras lo que no tiene exportación. Una celda rayada es una cifra que falta.',
        'Pon una meta a los KPI que importan. El cuadro de mando dice entonces cuáles se cumplen, cuáles están en riesgo y cuáles fuera.',
        'Abre Informes, escribe de qué ha ido el mes y entrega el libro.',
      ],
    },
    { h: 'Por dónde empezar un lunes' },
    {
      p: 'Todos los clientes muestra una fila por cliente y lo que tienes pendiente, primero lo que vence antes. Cada línea dice qué hacer y lleva a donde se hace.',
    },
    { h: '¿Aún con dudas?' },
    {
      p: 'El espacio de demostración tiene tres clientes con 18 meses de cifras inventadas. Prueba lo que quieras: lo que haces se puede deshacer, y los clientes se pueden archivar después.',
    },
  ],
  import: [
    {
      p: 'Suelta archivos CSV, TSV, Excel, OpenDocument o ZIP en cualquier parte de la ventana, o pulsa Importar archivos. Dentro de un cliente se toman como suyos; en Todos los clientes lo dicen las cuentas que traen.',
    },
    { h: 'Qué pasa con un archivo' },
    {
      steps: [
        'Se reconoce: qué red, qué informe, qué idioma, cómo están escritos sus números y fechas.',
        'Lo que solo tú puedes saber se pregunta, por ejemplo de qué año son las fechas. Tu respuesta se recuerda para el próximo archivo igual.',
        'Cada cifra se compara con lo guardado: nueva, cambiada, igual o rechazada, con su motivo.',
        'Con una sola pulsación entra todo de una vez. Antes se hace una copia.',
      ],
    },
    { h: 'Lo que nunca se sobrescribe' },
    {
      list: [
        'Una cifra que escribiste se queda; la del archivo aparece a su lado.',
        'Una exportación más antigua nunca sustituye a otra más reciente.',
        'Un archivo de la cuenta de otro cliente se rechaza aquí: los canales recuerdan su cuenta, usuario o propiedad.',
        'El mismo archivo otra vez se nota y no cambia nada.',
      ],
    },
    { h: 'Retirar una importación' },
    {
      p: 'Cualquier importación se puede retirar cualquier día, en Importaciones. Sus cifras se van, vuelve lo que había, y lo que cambiaste después se conserva y se enumera. También se puede volver a poner.',
    },
    { h: 'Una hoja que nadie conoce' },
    {
      p: 'La tabla propia de un cliente también se lee: Pulsebook propone qué es cada columna, dice con qué seguridad y por qué, y te deja cambiarlo. Como la lees una vez, se lee la próxima.',
    },
  ],
  figures: [
    {
      p: 'Una cifra es un valor de un KPI en un canal en un periodo. Tres cosas que se parecen se distinguen siempre, porque significan cosas distintas:',
    },
    { show: 'gaps' },
    {
      terms: [
        [
          'Falta',
          'Nadie la anotó. Rayada, nunca dibujada como cero y fuera de toda suma, que dice entonces sobre cuántos días se apoya.',
        ],
        ['Cero', 'Se contó y no hubo nada. Un 0 sin más.'],
        [
          'No aplica',
          'Aquí no puede existir, como las visitas a tienda de una tienda en línea. Lo marcas con N y no se vuelve a pedir.',
        ],
      ],
    },
    { h: 'Escribir y pegar' },
    {
      p: 'La tabla funciona como una hoja de cálculo: las flechas mueven, escribir sustituye, Intro baja, Tab va a la derecha. Pega varias celdas de Excel o LibreOffice a la vez; la coma o el punto decimal se leen como escribe números el cliente. Cada pegado es un paso de Deshacer.',
    },
    { h: 'De dónde viene una cifra' },
    {
      p: 'Cada celda conoce su importación, o que la escribiste tú, y qué había antes. Alt y la flecha abajo lo muestran. Las cifras en cursiva sobre un tinte son calculadas: muestran su fórmula.',
    },
    { h: 'Porcentajes y tiempos' },
    {
      p: 'Escribe un porcentaje como lo lees: 4,5 o 4,5\u202f%. Los tiempos se escriben con su unidad: 3 h 20 min.',
    },
  ],
  targets: [
    {
      p: 'Una meta tiene un objetivo, donde se cumple, y un suelo, por debajo del cual está fuera. Entre ambos está en riesgo. Una meta vale desde un día; cambiarla después deja el juicio de los periodos anteriores como estaba.',
    },
    { show: 'closed' },
    { h: 'Mientras corre el periodo' },
    {
      p: 'Un periodo en curso se juzga contra la parte de la meta que ya debería estar alcanzada. Sus formas son contornos, porque aún puede cambiar.',
    },
    { show: 'running' },
    { h: 'Tipos de meta' },
    {
      list: [
        'Como mínimo, como máximo o entre dos valores.',
        'Crecimiento frente al periodo anterior o frente al mismo periodo del año pasado.',
        'Desde un punto de partida hasta una fecha, por pasos.',
      ],
    },
    { h: 'Cuando no hay estado' },
    {
      p: 'Con menos del 80\u202f% del periodo anotado, sin base desde la que crecer o a través de un cambio de definición no hay estado, y en su lugar está el motivo. Una suposición parecería saber.',
    },
    { h: 'Luces SMART' },
    {
      p: 'Junto a cada meta, cinco luces dicen si es específica, medible, alcanzable, relevante y con plazo. Alcanzable mira la historia del cliente: una meta a la que nunca se ha acercado queda en ámbar, se desee lo que se desee.',
    },
  ],
  compare: [
    {
      p: 'Periodo y base están en la barra y valen en todas las pantallas. Un porcentaje siempre dice frente a qué.',
    },
    { show: 'changes' },
    { h: 'Igual con igual' },
    {
      p: 'Un mes en curso se compara con los mismos días de la base, no con toda ella: del 1 al 10 de noviembre frente al 1 al 10 de octubre. Así no hay una caída del 100\u202f% el primero de mes.',
    },
    { h: 'Donde un número mentiría' },
    {
      terms: [
        ['Sin base', 'Entonces no se anotó nada. No es lo mismo que no haber cambiado.'],
        ['La base es cero', 'De nada no hay porcentaje; se muestran los dos valores.'],
        [
          'No comparable',
          'El KPI se definía de otra forma. Si conoces el factor entre ambas, dilo en el KPI y los valores antiguos se convierten.',
        ],
      ],
    },
    { h: 'Tasas y porcentajes' },
    {
      p: 'Las tasas no se suman ni se promedian. La tasa de un trimestre sale de las sumas de sus partes: todas las interacciones entre todo el alcance. Cualquier número dice cómo se ha hecho: púlsalo.',
    },
    { h: 'Cobertura' },
    {
      p: '23 de 31 días quiere decir que faltan ocho. Las sumas se apoyan en lo que hay, y lo dicen; por debajo del 80\u202f% hay un aviso junto al cambio.',
    },
  ],
  signals: [
    {
      p: 'Todo KPI se mueve un poco todo el tiempo. El explorador dibuja el margen en el que suele estar, a partir de sus propios valores: centro, límite superior e inferior. Dentro no hay nada que explicar; fuera ha pasado algo.',
    },
    {
      terms: [
        ['Fuera de los límites', 'Un valor sobre el límite superior o bajo el inferior.'],
        ['Una racha', 'Ocho valores seguidos a un lado del centro: se ha desplazado.'],
        ['Cerca de un límite', 'Tres de cuatro valores más cerca de un límite que del centro.'],
        ['Pocos puntos', 'Con menos de ocho valores aún no hay límites, y no se dibujan.'],
      ],
    },
    {
      p: 'Una señal lleva un punto con anillo. No es buena ni mala: busca la causa y escríbela como anotación de ese día. Desde entonces está en todos los gráficos y en el informe.',
    },
    { h: 'Previsión' },
    {
      p: 'La línea de puntos sigue como ha ido el KPI hasta ahora, con una banda según lo segura que es. Con poca historia no la hay, y se dice por qué.',
    },
    { h: 'Recomendaciones' },
    {
      p: 'Unas reglas miran metas, señales y parejas de KPI y proponen acciones, cada una con las cifras que la han disparado. Tómala como acción o descártala; una acción recuerda el valor del día en que se decidió, para que se vea su efecto.',
    },
  ],
  vanity: [
    {
      p: 'Los me gusta y los seguidores se mueven con facilidad y dicen poco del negocio. Están marcados como métricas de vanidad. Puedes enseñarlos; no deben engañar.',
    },
    { h: 'El KPI de contraste' },
    {
      p: 'Cada KPI de vanidad tiene su KPI de contraste: uno que caería si el de vanidad se comprara o estuviera vacío. A los me gusta los equilibra la parte del público objetivo; a las ventas, la parte de compradores descontentos.',
    },
    {
      p: 'Mientras el contraste está fuera, el KPI de vanidad no puede cumplirse. Queda sin confirmar, con un triángulo a medio llenar y el motivo al lado.',
    },
    { h: 'Cuando solo se pide una cualidad' },
    {
      p: '«Mejor reputación» no es un número. En KPI y metas, De una cualidad a un recuento, ayuda a encontrar qué se puede contar: sentimiento a partir de comentarios contados, casos sin escalar, recomendaciones con un enlace como evidencia.',
    },
  ],
  reports: [
    {
      p: 'Un informe es un periodo de un cliente en su idioma, formato de número y color. Elige las secciones, escribe el comentario y mira la vista previa: es la página como se imprimirá.',
    },
    { h: 'Cifras vivas en el texto' },
    {
      p: 'Escribe @ o / en el comentario para poner una cifra. Lleva consigo su base, sus días y su cobertura. Si una importación la cambia después, el texto se marca antes de salir: deja el número antiguo, toma el nuevo o vuelve a escribir.',
    },
    { h: 'Qué recibe el cliente' },
    {
      p: 'El libro tiene gráficos nativos y fórmulas que recalculan, así el cliente puede seguir con él. Lo que salió se guarda tal como fue, con su día.',
    },
    { h: 'Palabras en lugar de número' },
    {
      p: 'Donde una comparación mentiría, el informe dice con palabras por qué no la hay. Déjalo: los clientes confían en un informe que dice lo que no sabe.',
    },
  ],
  deliver: [
    {
      p: 'Un informe sale como libro, PDF y diapositivas, los tres con las mismas cifras y en el idioma del cliente. En Informes, un botón hace los tres de un cliente; Entregar hace los de todos los clientes de una vez.',
    },
    { h: 'Qué es cada uno' },
    {
      terms: [
        [
          'Libro',
          'Gráficos y fórmulas propios de Excel, para seguir con él. Con la sección Hoja de entrada lleva una hoja que el cliente rellena.',
        ],
        ['PDF', 'Las páginas de la vista previa, con marcadores y texto en el que se puede buscar.'],
        [
          'Diapositivas',
          'Título, resumen, una diapositiva por área y las próximas acciones. Los gráficos se pueden editar en PowerPoint.',
        ],
        ['Cifras', 'Solo lo anotado, una cifra por línea, en .csv.'],
      ],
    },
    { h: 'Todos los clientes de una vez' },
    {
      steps: [
        'Elige el periodo y con qué se compara, una vez para todos. El calendario de cada cliente decide dónde empieza el periodo.',
        'Mira de qué avisa cada informe: cada aviso lleva a donde se arregla. Ninguno impide entregar.',
        'Elige clientes, idiomas y formatos, y pulsa Hacer. Puedes seguir trabajando; al cancelar se conserva lo hecho hasta entonces.',
        'Guarda todos los archivos a la vez. Lo que no se ha podido hacer dice por qué y se prueba otra vez por separado.',
      ],
    },
    { h: 'Antes de entregar' },
    {
      p: 'Si han cambiado cifras de un texto desde que lo diste por bueno, se pregunta antes: toma las nuevas, deja las antiguas con su fecha o deja fuera al cliente. Los textos y nombres que faltan en el idioma del informe se enumeran, para que ningún informe mezcle dos idiomas sin que lo veas.',
    },
    { h: 'El mensaje' },
    {
      p: 'Mensaje redacta lo que va en el correo, con las cifras principales del periodo. Cámbialo, copia asunto y mensaje, adjunta los archivos. Pulsebook no envía nada por su cuenta.',
    },
    { h: 'Lo entregado' },
    {
      p: 'De cada archivo se guarda una copia de sus cifras y textos, con su día. Ábrela en la lista de entregas del informe: se lee como entonces, dice qué número es otro hoy y por qué, y rehace el archivo. Un PDF se dibuja de nuevo, así que sus bytes pueden cambiar; el informe, no.',
    },
  ],
  returned: [
    {
      p: 'Un cliente que corrige el libro, rellena su hoja de entrada o escribe en el comentario puede devolvértelo. Suéltalo en cualquier parte: Pulsebook reconoce sus propios libros y muestra, celda a celda, lo que salió, lo que ha vuelto y lo que hay hoy aquí.',
    },
    { h: 'Qué se lee' },
    {
      list: [
        'Los valores de la hoja Cifras.',
        'Lo escrito en la Hoja de entrada.',
        'Las notas y los párrafos del comentario.',
      ],
    },
    {
      p: 'Cada fila se reconoce por una clave oculta: se pueden ordenar, filtrar y mover. Una celda calculada con algo escrito encima se enumera y nunca se toma: sale de las cifras.',
    },
    { h: 'Qué se toma' },
    {
      steps: [
        'Mira lo que está marcado. Una celda que aquí cambió después de salir el libro no está marcada: decides tú.',
        'Lo que no se puede tomar dice por qué: no es un número, el KPI se calcula aquí, el canal no está aquí.',
        'Pulsa Tomar. Es un solo paso en el registro, y retirarlo recupera cifras, notas y textos por igual.',
      ],
    },
    {
      p: 'Un libro que nadie ha cambiado lo dice, y no se guarda nada. El de otro Pulsebook trae solo sus cifras; para mover un cliente entero, entrégalo en un archivo.',
    },
    { h: 'Cuando no se puede leer de vuelta' },
    {
      p: 'Si faltan filas, columnas o la hoja oculta, lo demás se lee igual y la pantalla dice qué falta. Un archivo que ya no es un libro de Pulsebook se puede importar como cualquier otra hoja de cálculo.',
    },
  ],
  backups: [
    {
      p: 'Una copia lo contiene todo: cada cliente, cifra, texto e informe, y tus ajustes. Cada una se abre, se comprueba entera y se compara con tus datos antes de valer como copia.',
    },
    { room: 'backups' },
    { h: 'Cuándo se hacen copias' },
    {
      list: [
        'Una al día mientras la aplicación está abierta y hay cifras.',
        'Antes de cada importación.',
        'Antes de que una versión nueva cambie cómo se guardan las cosas.',
        'Antes de recuperar otra copia y antes de eliminar un cliente.',
        'Cuando pulsas Hacer una copia ahora, en Ajustes o desde la búsqueda.',
      ],
    },
    { h: 'Cuáles se conservan' },
    {
      p: 'Las siete últimas, luego una al día durante dos semanas, una a la semana durante dos meses y una al mes desde entonces. Una copia junto al original no sobrevive al disco: guarda una en otro disco de vez en cuando.',
    },
    { h: 'Recuperar una' },
    {
      steps: [
        'Ábrela en la lista. Se comprueba otra vez y se muestra cliente por cliente junto a lo que hay ahora: dónde habría menos cifras, qué desaparecería y qué vuelve.',
        'Pulsa Recuperar y lee qué pasa.',
        'Primero se hace una copia de lo que hay ahora; después todo queda como estaba. Recuperar esa copia lo deshace.',
      ],
    },
    { h: 'Si el archivo con tus cifras no se puede abrir' },
    {
      p: 'Pulsebook lo comprueba al arrancar. Si está dañado, no es suyo o lo guardó una versión más nueva, no cambia nada en él; una pantalla dice qué ha pasado y qué hacer: recuperar la última copia entera o, tras una versión más nueva, actualizar. El archivo que no se pudo abrir se conserva al lado.',
    },
    { h: 'Se guarda según escribes' },
    {
      p: 'No hay botón de guardar. Una cifra está en el disco cuando su celda lo dice; una importación entra entera o no entra, también si se va la luz a la mitad.',
    },
  ],
  data: [
    {
      p: 'Todo está en este equipo, en una carpeta. No hay cuenta, ni servidor, ni telemetría, ni conexión a ninguna red.',
    },
    { room: 'privacy' },
    {
      p: 'Esa página muestra la carpeta con su sitio y sus tamaños reales, y dice qué lleva cada informe cuando sale.',
    },
    { h: 'Lo que te puedes llevar' },
    {
      terms: [
        [
          'Un cliente',
          'Un archivo (.pulsebook) con todo lo de ese cliente: entrégalo desde su ficha y recíbelo en Todos los clientes.',
        ],
        [
          'Todo',
          'Una copia guardada como archivo (.db), traída en el otro equipo en Ajustes, Copias de seguridad, y recuperada allí.',
        ],
        ['La carpeta', 'Cierra Pulsebook en los dos equipos y copia la carpeta entera a su sitio.'],
      ],
    },
    { h: 'Lo que puedes quitar' },
    {
      terms: [
        [
          'Una cifra, una importación',
          'Vacía la celda, o retira la importación desde su página, cualquier otro día.',
        ],
        ['Un cliente', 'Al archivo, de donde vuelve; o eliminado del todo, al final de su ficha.'],
        ['Todo', 'Cierra Pulsebook y borra la carpeta. Desinstalar la deja.'],
      ],
    },
    { h: 'Quién lo puede leer' },
    {
      p: 'Quien pueda abrir tu usuario en este equipo. Pulsebook no cifra: eso lo hace el cifrado del disco, también para las copias. Guarda las copias y los archivos de clientes con el mismo cuidado que el equipo.',
    },
  ],
  keys: [
    {
      p: 'Ctrl K (⌘K en un Mac) llega a toda pantalla, cliente, KPI y acción, también desde un campo de texto. Además pone el periodo (escribe «oct 2026», «último mes», «T3») y encuentra notas, publicaciones, casos, anotaciones, comentarios y archivos importados por cualquiera de sus palabras, con o sin acentos.',
    },
    { h: 'Teclas sueltas' },
    {
      p: 'G y una letra va a una pantalla, los corchetes mueven el periodo. Esperan mientras escribes o la tabla tiene el foco, y se pueden desactivar en Ajustes para quien dicta o usa un lector de pantalla.',
    },
    { open: 'shortcuts' },
    { h: 'Cualquier número' },
    {
      p: 'A los números se llega con Tab, a sus vecinos con las flechas, e Intro abre cómo se ha hecho uno.',
    },
  ],
  glossary: [
    {
      terms: [
        ['Acción', 'Lo que se decidió, quién lo hace y para cuándo; abierta, en marcha, hecha o descartada.'],
        ['Anotación', 'Una línea sobre un día: qué pasó. Está en los gráficos y en los informes.'],
        ['Base', 'Aquello con lo que se compara un periodo.'],
        ['Cadencia', 'Cada cuánto se anota un KPI: día, semana, mes, trimestre o año.'],
        ['Canal', 'Una red o un lugar: Instagram, Discord, la tienda.'],
        ['Caso', 'Una consulta, queja, conflicto o infracción, con sus tiempos y su causa.'],
        ['Cifra', 'Un valor de un KPI en un canal en un periodo.'],
        ['Contenido', 'Una publicación o un vídeo, con sus cifras a fecha de un día.'],
        ['Contrapeso', 'El KPI que mantiene honesto a un KPI de vanidad.'],
        ['Desglose', 'Una cifra repartida por país, género, edad, dispositivo u origen.'],
        ['Entregable', 'Lo que va al cliente: libro, PDF, diapositivas.'],
        ['Estado', 'Un valor frente a su meta.'],
        ['Etapa', 'Captación, interacción, conversión o fidelización.'],
        ['Etiqueta', 'Una palabra en contenidos y casos: socio, embajador, hashtag.'],
        ['Evidencia', 'Qué, cuándo y dónde, detrás de un recuento que no tiene exportación.'],
        ['Foto fija', 'Lo que contenía un entregable el día en que salió.'],
        ['Importación', 'Lo que entró de una vez; se puede retirar.'],
        ['KPI', 'Un número que dice cómo va un cliente, con su unidad, su sentido y sus reglas.'],
        ['KRA', 'Área clave de resultados: un grupo de KPI por el que se juzga al cliente.'],
        ['Logro', 'Cuánto ha avanzado un valor del suelo al objetivo.'],
        ['Meta', 'Objetivo y suelo de un KPI desde un día.'],
        ['No aplica', 'Declarado: esta cifra no puede existir. Ni cero ni falta.'],
        [
          'Objetivo, suelo',
          'Los dos umbrales de una meta: cumplida desde el objetivo, fuera más allá del suelo.',
        ],
        ['Receta', 'Cómo se leen los archivos de un tipo, recordado de tus respuestas.'],
        ['Registro', 'Cada cambio, con lo que era y en qué quedó.'],
        ['Señal', 'Un movimiento fuera de lo que el KPI suele hacer.'],
      ],
    },
  ],
};
