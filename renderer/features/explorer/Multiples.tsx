/** Courses side by side: members of a split, channels, or the KPIs of an area. */
import { Link } from 'wouter';
import type { ReactNode } from 'react';
import { domainOf, SmallMultiple } from '../../charts/index.ts';
import type { SlotState } from '../../charts/index.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { Gap } from '../../ui/index.ts';
import css from './explorer.module.css';

export interface Multiple {
  readonly key: string;
  readonly name: string;
  readonly href?: string;
  readonly unit: Unit;
  readonly values: readonly (number | null)[];
  readonly states?: readonly SlotState[];
  /** At the right of the name; `null`: nothing recorded. */
  readonly figure: ReactNode;
  readonly below?: string;
}

export interface MultiplesProps {
  readonly items: readonly Multiple[];
  /** Each on a scale of its own. */
  readonly own: boolean;
  readonly height?: number;
}

export function Multiples({ items, own, height }: MultiplesProps) {
  const shared = domainOf(items.map((item) => item.values));
  return (
    <ul className={css['multiples']}>
      {items.map((item) => {
        const known = item.values.filter((value) => value !== null);
        const centre = known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
        const domain = own ? domainOf([item.values]) : shared;
        return (
          <li key={item.key} className={css['multiple']}>
            <div className={css['multipleHead']}>
              {item.href === undefined ? (
                <span title={item.name}>{item.name}</span>
              ) : (
                <Link href={item.href} title={item.name}>
                  {item.name}
                </Link>
              )}
              <span>{item.figure ?? <Gap />}</span>
            </div>
            {domain !== null && (
              <SmallMultiple
                values={item.values}
                {...(item.states !== undefined && { states: item.states })}
                domain={domain}
                centre={centre}
                label={item.name}
                {...(height !== undefined && { height })}
              />
            )}
            {item.below !== undefined && <div className={css['share']}>{item.below}</div>}
          </li>
        );
      })}
    </ul>
  );
}
