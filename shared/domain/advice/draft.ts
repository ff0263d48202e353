/**
 * A target that is not set yet, laid over those that are.
 *
 * Rule (the same as when it is set): another target of the same KPI, channel and cadence ends where the draft begins, or
 * gives way to it altogether; where the draft has an end, the other holds again from then on, but for a way from a
 * baseline, which is one straight line.
 */
import type { Book } from '../book.ts';
import type { Target } from '../target.ts';

/** The KPI's targets as they would be. */
export function withDraft(targets: readonly Target[], draft: Target): readonly Target[] {
  const others = targets.flatMap((target): readonly Target[] => {
    if (!overlaps(target, draft)) return [target];
    const before = target.from < draft.from ? [{ ...target, to: draft.from }] : [];
    const { to } = draft;
    const goesOn = to !== null && target.kind !== 'baseline' && (target.to === null || target.to > to);
    return goesOn ? [...before, { ...target, id: `${target.id}+`, from: to }] : before;
  });
  return [...others, draft].toSorted((a, b) => a.from - b.from);
}

function overlaps(target: Target, draft: Target): boolean {
  return (
    target.kpi === draft.kpi &&
    target.channel === draft.channel &&
    target.cadence === draft.cadence &&
    (draft.to === null || target.from < draft.to) &&
    (target.to === null || target.to > draft.from)
  );
}

/** The book as it would be with the draft set. */
export function bookWith<B extends Book>(book: B, draft: Target): B {
  const laid = withDraft(book.targets(draft.kpi), draft);
  return { ...book, targets: (kpi) => (kpi === draft.kpi ? laid : book.targets(kpi)) };
}
