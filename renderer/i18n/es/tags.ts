import type { Catalogue } from '../en/index.ts';
import { plural } from '../messages.ts';

const postsOf = (n: number): string => plural('es', n, { one: '1 publicación', other: `${n} publicaciones` });
const casesOf = (n: number): string => plural('es', n, { one: '1 caso', other: `${n} casos` });

export const tags: Catalogue['tags'] = {
  label: 'Etiquetas',
  tag: 'Etiqueta',
  any: 'Cualquier etiqueta',
  kind: 'Tipo',
  kinds: { topic: 'Tema', hashtag: 'Hashtag', partner: 'Colaborador', advocate: 'Embajador' },
  kindOf: (name) => `Tipo de ${name}`,
  name: 'Nombre',
  new: 'Etiqueta nueva',
  posts: 'Publicaciones',
  cases: 'Casos',
  postsOf: (n, name) => `${postsOf(n)} con ${name}`,
  casesOf: (n, name) => `${casesOf(n)} con ${name}`,
  of: (name) => `Etiquetas de ${name}`,
  findOrMake: 'Busca o crea una etiqueta',
  make: (name) => `Crear «${name}»`,
  none: 'Aún no hay etiquetas: escribe un nombre.',
  menu: (name) => `Más sobre ${name}`,
  rename: 'Cambiar el nombre…',
  renamed: (before, after) => `${before} ahora es ${after}`,
  find: 'Etiquetar las publicaciones con este hashtag',
  found: (n) =>
    n === 0
      ? 'Ninguna otra publicación lleva este hashtag'
      : plural('es', n, { one: '1 publicación etiquetada', other: `${n} publicaciones etiquetadas` }),
  remove: 'Quitar',
  removed: (name) => `Etiqueta quitada: ${name}`,
  empty: {
    title: 'Aún no hay etiquetas',
    text: 'Etiqueta publicaciones y casos por tema, hashtag, colaborador o embajador: así ves cómo va cada uno junto al resto.',
  },
  compared: {
    label: (tag) => `${tag} junto al resto`,
    with: (tag) => `Con ${tag}`,
    without: 'El resto',
    median: (metric, days) => `mediana de ${metric} a los ${days} días`,
    over: postsOf,
    none: 'demasiado recientes para saberlo',
  },
};
