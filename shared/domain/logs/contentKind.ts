/**
 * What kind of thing a content item is, from the words of its export: "IG reel", "Reel de IG", "Vídeos".
 *
 * A word that is not known says nothing: the item then counts only where every kind does.
 */
import type { ContentKind } from '../kpi.ts';

/** Folded beginnings of words; the first kind that a text names counts ("video story" is a story). */
const words: readonly (readonly [ContentKind, readonly string[]])[] = [
  ['story', ['story', 'stories', 'histori']],
  ['reel', ['reel', 'short']],
  ['carousel', ['carousel', 'carrusel', 'carrossel', 'secuencia', 'album', 'multi']],
  ['live', ['live', 'directo', 'en vivo', 'ao vivo']],
  ['video', ['video', 'clip']],
  ['image', ['image', 'imagen', 'imagem', 'photo', 'foto', 'picture', 'pic']],
  ['link', ['link', 'enlace', 'article', 'articulo', 'artigo']],
  ['mailing', ['campaign', 'campana', 'campanha', 'email', 'newsletter', 'flow']],
  ['comment', ['comment', 'comentario']],
  ['text', ['text', 'status', 'estado', 'tweet']],
];

/** `null`: there is no type, or none that is known. */
export function contentKindOf(type: string | null): ContentKind | null {
  if (type === null) return null;
  const folded = ` ${type
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')} `;
  return words.find(([, starts]) => starts.some((start) => folded.includes(` ${start}`)))?.[0] ?? null;
}

/** Comments and mailings are content, and no posts. */
export function isPost(kind: ContentKind | null): boolean {
  return kind !== 'comment' && kind !== 'mailing';
}
