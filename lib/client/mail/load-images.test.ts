import { describe, expect, it } from 'vitest';
import { loadImages } from './load-images';

const image = (text = 'x') => new Blob([text]);

describe('loading the images of a mail', () => {
  it('asks for each once, a few at a time, and tells of each', async () => {
    const asked: number[] = [];
    const done: [number, unknown][] = [];
    let running = 0;
    let most = 0;
    const load = async (index: number) => {
      asked.push(index);
      most = Math.max(most, ++running);
      await Promise.resolve();
      running -= 1;
      if (index === 2) throw new Error('not there');
      return image();
    };
    await loadImages([0, 1, 2, 1, 3, 4, 5], load, new AbortController().signal, (index, found) =>
      done.push([index, found === 'failed' ? found : 'image']),
    );
    expect(asked.sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(3);
    expect(Object.fromEntries(done)).toEqual({
      0: 'image',
      1: 'image',
      2: 'failed',
      3: 'image',
      4: 'image',
      5: 'image',
    });
  });

  it('stops when nobody wants them any more', async () => {
    const controller = new AbortController();
    const asked: number[] = [];
    const load = async (index: number) => {
      asked.push(index);
      controller.abort();
      return image();
    };
    await loadImages([0, 1, 2, 3, 4, 5, 6], load, controller.signal, () => {
      throw new Error('nobody is to be told');
    });
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('takes no more than a browser can hold', async () => {
    const huge = { size: 50 * 1024 * 1024, type: 'image/png' } as Blob;
    const done: unknown[] = [];
    await loadImages(
      Array.from({ length: 20 }, (_, index) => index),
      () => Promise.resolve(huge),
      new AbortController().signal,
      (_index, found) => done.push(found),
    );
    expect(done).toHaveLength(20);
    expect(done.filter((found) => found === huge).length).toBeLessThanOrEqual(4);
    expect(done).toContain('failed');
  });
});
