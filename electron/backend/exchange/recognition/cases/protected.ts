/**
 * People's own data in files about people: which columns hold it, and the note that it stayed out.
 *
 * In answers and cases more columns are a person's than in a sheet of figures (`personal.ts`): whoever is named at all.
 */
import type { Findings, TableEnv } from '../context.ts';
import { whereOf } from '../context.ts';
import type { Block } from '../tables/blocks.ts';
import { fold } from '../fold.ts';
import { look } from '../sheets/looks.ts';
import type { MappedColumn } from '../mapping.ts';
import { personalColumns } from '../sheets/personal.ts';

const somebody =
  /\b(?:name|nombre|nome|user ?name|usuario|customer|cliente|contact|contacto|requester|solicitante|submitter|respondent|encuestado|agent|agente|assignee|asignado|responsable|twitter id|address|direccion|endereco|postcode|zip|codigo postal|cep)\b/;

/** A long name is a question, which may well ask about a customer or a name. */
const longestName = 40;

export function isPersonal(block: Block, header: string, index: number): boolean {
  const named = header.length <= longestName && !/[?¿]/.test(header) && somebody.test(fold(header));
  return named || personalColumns([look(block, header, index)]).has(index);
}

/** Says which columns stayed out. */
export function noteProtected(
  mapping: { readonly columns: readonly Pick<MappedColumn, 'role' | 'header'>[] },
  env: TableEnv,
  findings: Findings,
): void {
  const left = mapping.columns.filter((column) => column.role === 'personal').map((column) => column.header);
  if (left.length > 0)
    findings.notes.push({
      code: 'personal-left-out',
      where: whereOf(env),
      detail: left.join(', ').slice(0, 300),
    });
}
