import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createLifetime } from '../../../electron/hosts/loopback/lifetime.ts';
import type { Lifetime } from '../../../electron/hosts/loopback/lifetime.ts';

const end = vi.fn<() => void>();
const MINUTE = 60_000;

beforeEach(() => {
  end.mockClear();
  vi.useFakeTimers();
});

function lifetime(): Lifetime {
  const made = createLifetime(end);
  onTestFinished(() => {
    made.stop();
    vi.useRealTimers();
  });
  return made;
}

it('waits five minutes for the first window and no longer', () => {
  lifetime();
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledTimes(1);
});

it('ends thirty seconds after the last window; a reload in between keeps it', () => {
  const host = lifetime();
  host.windows(1);
  vi.advanceTimersByTime(60 * MINUTE);
  host.windows(0);
  vi.advanceTimersByTime(29_999);
  host.windows(1);
  vi.advanceTimersByTime(60 * MINUTE);
  host.windows(0);
  vi.advanceTimersByTime(29_999);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledTimes(1);
});

it('never ends under a running call, and counts anew after it', async () => {
  const host = lifetime();
  host.windows(1);
  let done: () => void = () => undefined;
  const work = host.during(() => new Promise<void>((resolve) => (done = resolve)));
  host.windows(0);
  vi.advanceTimersByTime(60 * MINUTE);
  expect(end).not.toHaveBeenCalled();
  done();
  await work;
  vi.advanceTimersByTime(29_999);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledTimes(1);
});

it('gives a person time again after handing out a new address', () => {
  const host = lifetime();
  host.windows(1);
  host.windows(0);
  host.expectWindow();
  vi.advanceTimersByTime(30_000);
  expect(end).not.toHaveBeenCalled();
});

it('a failing call counts as ended', async () => {
  const host = lifetime();
  host.windows(1);
  await expect(host.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  host.windows(0);
  vi.advanceTimersByTime(30_000);
  expect(end).toHaveBeenCalledTimes(1);
});
