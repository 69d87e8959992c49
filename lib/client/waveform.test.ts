import { expect, it } from 'vitest';
import { loudnessOf } from './waveform';

it('measures each step against the loudest moment', () => {
  const samples = new Float32Array([0, 0.25, -0.5, 0, 0, 0, 0.1, -0.1]);
  expect(loudnessOf(samples, 4)).toEqual([0.5, 1, 0, expect.closeTo(0.2)]);
});

it('keeps silence silent, and copes with less sound than steps', () => {
  expect(loudnessOf(new Float32Array(8), 2)).toEqual([0, 0]);
  expect(loudnessOf(new Float32Array([1]), 3)).toHaveLength(3);
  expect(loudnessOf(new Float32Array(), 2)).toEqual([0, 0]);
});
