import { describe, expect, it } from 'vitest';
import { createSharedReads } from './shared-reads';
import { fakeClock, settled } from './testing/fake-clock';

/** Reads that stay under way until they are answered by hand. */
function world() {
  const { clock, advance } = fakeClock();
  const reads = createSharedReads({ clock });
  const loads: {
    answer(value: string): void;
    fail(error: Error): void;
    signal: AbortSignal;
    priority: string;
  }[] = [];
  const read = (key: string, options?: Parameters<typeof reads.read>[3]) =>
    reads.read(
      key,
      3_000,
      ({ signal, priority }) =>
        new Promise<string>((answer, fail) => loads.push({ answer, fail, signal, priority })),
      options,
    );
  return { reads, read, loads, advance };
}

describe('shared reads', () => {
  it('make equal reads one call, and keep its answer a while', async () => {
    const { read, loads, advance } = world();
    const both = Promise.all([read('a'), read('a')]);
    loads[0]?.answer('one');
    expect(await both).toEqual(['one', 'one']);
    expect(await read('a')).toBe('one');
    await advance(3_000);
    void read('a');
    expect(loads).toHaveLength(2);
  });

  it('do not keep a failure', async () => {
    const { read, loads } = world();
    const both = Promise.allSettled([read('a'), read('a')]);
    loads[0]?.fail(new Error('no'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    void read('a');
    expect(loads).toHaveLength(2);
  });

  it('never serve after a write what was read, or begun, before it', async () => {
    const { reads, read, loads } = world();
    const before = read('list:1');
    reads.drop(['list:']);
    const after = read('list:1');
    expect(loads).toHaveLength(2);
    loads[1]?.answer('new');
    expect(await after).toBe('new');
    loads[0]?.answer('old');
    expect(await before).toBe('old');
    expect(await read('list:1')).toBe('new');
  });

  it('leave other keys alone when some are dropped', async () => {
    const { reads, read, loads } = world();
    const kept = read('contact:1');
    loads[0]?.answer('Dana');
    await kept;
    reads.drop(['conversation:', 'contact:2']);
    expect(await read('contact:1')).toBe('Dana');
    expect(loads).toHaveLength(1);
  });

  it('go on when one of two callers leaves, and end with the last', async () => {
    const { read, loads } = world();
    const [one, two] = [new AbortController(), new AbortController()];
    const first = read('a', { signal: one.signal }).catch((error: unknown) => error);
    const second = read('a', { signal: two.signal }).catch((error: unknown) => error);
    one.abort(new Error('left'));
    expect(await first).toMatchObject({ message: 'left' });
    expect(loads[0]?.signal.aborted).toBe(false);
    two.abort(new Error('left too'));
    expect(await second).toMatchObject({ message: 'left too' });
    expect(loads[0]?.signal.aborted).toBe(true);
    void read('a');
    expect(loads).toHaveLength(2);
  });

  it('let a person go ahead of a background read of the same', async () => {
    const { read, loads } = world();
    void read('a', { priority: 'bulk' });
    const person = read('a', { priority: 'person' });
    void read('a', { priority: 'refresh' });
    expect(loads.map(({ priority }) => priority)).toEqual(['bulk', 'person']);
    loads[1]?.answer('quick');
    expect(await person).toBe('quick');
  });

  it('forget the oldest of many', async () => {
    const { read, loads } = world();
    for (let index = 0; index < 201; index += 1) {
      const answer = read(`key:${index}`);
      loads[index]?.answer('x');
      await answer;
    }
    await settled();
    void read('key:0');
    void read('key:200');
    expect(loads).toHaveLength(202);
  });
});
