/**
 * What the importer is told besides the file, and what files of one drop tell each other.
 */
import type { UnitKind } from '../../../../shared/domain/kpi.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import type { Answers, ImportProblem, Mappings, Question, ReadNote } from '../model.ts';

export interface InspectContext {
  /** No figure lies after this day. */
  readonly today: Day;
  /** Folded word (see `fold`) -> KPI key: the catalogue's names and aliases in every language. */
  readonly catalogueAliases: ReadonlyMap<string, string>;
  /** Unit of a KPI key, where the catalogue (or the client's own KPIs) says more than the built-in list. */
  readonly units?: ReadonlyMap<string, UnitKind>;
  /** English names of KPI keys, for the choices of a question; the key itself where absent. */
  readonly kpiNames?: ReadonlyMap<string, string>;
  /** Question id -> choice id. */
  readonly answers?: Answers;
  /** The same, for one file of a drop, by its name in it: they win over `answers`. */
  readonly answersByFile?: ReadonlyMap<string, Answers>;
  /** A person's reading of tables, and a recipe's, by the file's name in the drop. */
  readonly mappingsByFile?: ReadonlyMap<string, Mappings>;
  /** The same for the file at hand, by table name. */
  readonly mappings?: Mappings;
  /** What differs by file, where files of one drop are of several clients: networks, own KPIs, currency. */
  readonly clientByFile?: ReadonlyMap<string, ClientFacts>;
  /** ISO 4217; money in another currency needs a rate. */
  readonly currency?: string;
  /** Names of the files dropped together with this one. */
  readonly siblings?: readonly string[];
  /** Networks of the client's channels: the only one that fits is taken, with a note; else they order the choices. */
  readonly clientNetworks?: readonly string[];
}

/** What recognition knows of the client a file is of. */
export interface ClientFacts {
  readonly networks: readonly string[];
  readonly currency: string;
  /** Folded names of the client's own KPIs -> key, and their units and names. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, UnitKind>;
  readonly names: ReadonlyMap<string, string>;
}

export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** What one file knows that its siblings may lack. */
export interface SharedFacts {
  /** Networks that titles or files of one platform state, by platform. */
  readonly networks: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same by platform and the days that a table covers: `platform|first|last`. */
  readonly networksByRange: ReadonlyMap<string, ReadonlySet<string>>;
  /** The range that an export covers, by platform. */
  readonly spans: ReadonlyMap<string, Span>;
  /** The day an export was made, by platform, from inside a file. */
  readonly exportDays: ReadonlyMap<string, Day>;
}

export const noFacts: SharedFacts = {
  networks: new Map(),
  networksByRange: new Map(),
  spans: new Map(),
  exportDays: new Map(),
};

/** Everything that extraction needs to know about where a table stands. */
export interface TableEnv {
  readonly context: InspectContext;
  readonly file: string;
  /** The sheet's name where the file has several, for "where". */
  readonly sheet: string | null;
  readonly shared: SharedFacts;
  /** `YYYY-MM-DDTHH:MM:SS` of the ZIP entry or the file. */
  readonly modified: string | undefined;
  /** True when `modified` is a ZIP entry's, which copying does not change. */
  readonly archived: boolean;
}

/** What extraction reports beside the table. */
export interface Findings {
  readonly questions: Question[];
  readonly problems: ImportProblem[];
  readonly notes: ReadNote[];
  /** Languages that dates are written in, first found first. */
  readonly languages: string[];
}

/**
 * Asks, unless it is answered: then the question stays with the file, so that the answer can be changed. An answer
 * that is no choice counts as none; typed ones are checked by `accepts`.
 */
export function ask(
  findings: Findings,
  question: Question,
  context: InspectContext,
  accepts?: (answer: string) => boolean,
): string | undefined {
  const given = context.answers?.[question.id];
  const answer =
    given !== undefined && (accepts?.(given) || question.choices.some((choice) => choice.id === given))
      ? given
      : undefined;
  findings.questions.push(answer === undefined ? question : { ...question, answer });
  return answer;
}

/** File, sheet and row as a person looks for them: `Posts.csv, row 14`. */
export function whereOf(env: TableEnv, row?: number, header?: string): string {
  return [
    env.file,
    env.sheet === null ? '' : `sheet “${env.sheet}”`,
    row === undefined ? '' : `row ${row}`,
    header ? `column “${header}”` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
