/** Goal, floor and upper goal of a scorecard row as they are judged by, as numbers and as the formulas that give them. */

/** What goal and floor are scaled by, and the step that a running count is given. */
export interface Share {
  readonly formula?: string;
  readonly value: number;
  readonly step: number;
}

/** Addresses on the scorecard. */
type EdgeCells = Readonly<Record<'goal' | 'floor' | 'upper' | 'share', string>>;

interface Edges {
  readonly values: (
    share: Share,
    goal: number,
    floor: number,
    upper: number | null,
  ) => { readonly g: number; readonly f: number; readonly u: number | null };
  readonly formulas: (
    step: number,
    at: EdgeCells,
  ) => { readonly g: string; readonly f: string; readonly u: string };
}

/** Goal, floor and upper goal as they are judged by; a running count has a full step of tolerance (judgement.ts, withStep). */
export function edgesOf(sense: 'atLeast' | 'atMost' | 'between'): Edges {
  return {
    values: ({ value: share, step }, goal, floor, upper) => {
      const u = upper === null ? null : upper * share;
      if (step === 0) return { g: goal * share, f: floor * share, u };
      const margin = Math.max(Math.abs(goal - floor) * share, step);
      if (sense === 'atMost') {
        const g = Math.min(goal * share + step, Math.max(goal, goal * share));
        return { g, f: g + margin, u };
      }
      const g = goal * share - step;
      return { g, f: g - margin, u: u === null ? null : Math.min(u + step, Math.max(upper ?? 0, u)) };
    },
    formulas: (step, at) => {
      const [g, f, u] = [at.goal, at.floor, at.upper].map((cell) => `${cell}*${at.share}`) as [
        string,
        string,
        string,
      ];
      if (step === 0) return { g, f, u };
      const margin = `MAX(ABS(${at.goal}-${at.floor})*${at.share},${step})`;
      if (sense === 'atMost') {
        const most = `MIN(${g}+${step},MAX(${at.goal},${g}))`;
        return { g: most, f: `(${most}+${margin})`, u };
      }
      return {
        g: `(${g}-${step})`,
        f: `(${g}-${step}-${margin})`,
        u: `MIN(${u}+${step},MAX(${at.upper},${u}))`,
      };
    },
  };
}
