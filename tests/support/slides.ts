/** What a deck of slides says, slide by slide, read from its parts. */
import { strFromU8 } from 'fflate';

export function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The XML of each slide, in order. */
export function slidesOf(parts: Readonly<Record<string, Uint8Array>>): string[] {
  const slides: string[] = [];
  for (let number = 1; ; number += 1) {
    const part = parts[`ppt/slides/slide${number}.xml`];
    if (!part) return slides;
    slides.push(strFromU8(part));
  }
}

/** Runs of text, as they stand. */
export function textsIn(xml: string): string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => unescapeXml(text));
}

/** The runs of each slide; the first one is its title. */
export function slideTexts(parts: Readonly<Record<string, Uint8Array>>): string[][] {
  return slidesOf(parts).map(textsIn);
}
