/**
 * People's data in sheets nobody knows: columns that name or number a person are left out, whatever else they hold.
 */
import type { Look } from './looks.ts';

const named =
  /\b(?:e ?mail|correo|mail addre|phone|telefono|tel|movil|mobile|celular|whatsapp number|ip|ip addre|first name|last name|surname|nombre y apellido|apellido|full name|nombre completo|dni|nif|nie|passport|pasaporte|ssn|addre|direccion|domicilio|customer name|cliente nombre|nombre del cliente|respondent|birth ?date|date of birth|fecha de nacimiento)\b/;
/** Names of people only where something else in the table is theirs too. */
const besideNamed = /^(?:name|nombre|usuario|user|user name|username|customer|cliente|contacto|contact)$/;

const mail = /^[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,24}$/i;
const address = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const phone = /^\+\d[\d\s().-]{7,18}\d$/;

/** Indexes of the columns to leave out. */
export function personalColumns(looks: readonly Look[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const one of looks) {
    const counts = one.numeric >= 0.6 && one.distinct > 1 && one.length < 7;
    if ((named.test(one.folded) && !counts) || holdsPeople(one)) found.add(one.index);
  }
  if (found.size > 0)
    for (const one of looks) if (besideNamed.test(one.folded) && one.numeric < 0.5) found.add(one.index);
  return found;
}

function holdsPeople(one: Look): boolean {
  if (one.texts.length === 0) return false;
  const share = (pattern: RegExp): number =>
    one.texts.filter((text) => text.length < 260 && pattern.test(text)).length / one.texts.length;
  return share(mail) >= 0.5 || share(address) >= 0.8 || share(phone) >= 0.8;
}
