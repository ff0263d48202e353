/** The most bytes that a process ever held (`VmHWM`); 0 where the system does not tell, or when it is gone. */
import { readFileSync } from 'node:fs';

export function mostMemory(pid: number | string): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return Number(found?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
