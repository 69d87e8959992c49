import { describe, expect, it } from 'vitest';
import { sentenceAt, speakerOf } from './transcript-place';

const said = (startMs: number | null) => ({
  channel: 1,
  index: null,
  startMs,
  endMs: null,
  text: 'Hello',
  confidence: null,
});

describe('sentenceAt', () => {
  it('is the last sentence that has begun', () => {
    const sentences = [said(1000), said(2000), said(5000)];
    expect([0, 1000, 1999, 2000, 4999, 9000].map((ms) => sentenceAt(sentences, ms))).toEqual([
      -1, 0, 0, 1, 1, 2,
    ]);
  });

  it('passes over sentences of which GHL tells no time', () => {
    expect(sentenceAt([said(0), said(null)], 100)).toBe(0);
    expect(sentenceAt([said(null)], 100)).toBe(-1);
  });
});

describe('speakerOf', () => {
  const call = { contact: 'Amara', team: 'Mika' };

  it('takes the first side for the one who called', () => {
    expect(speakerOf(1, { ...call, isInbound: true })).toBe('Amara');
    expect(speakerOf(2, { ...call, isInbound: true })).toBe('Mika');
    expect(speakerOf(1, { ...call, isInbound: false })).toBe('Mika');
    expect(speakerOf(2, { ...call, isInbound: false })).toBe('Amara');
  });

  it('names nobody on a side it does not know', () => {
    expect(speakerOf(null, { ...call, isInbound: true })).toBe('');
    expect(speakerOf(7, { ...call, isInbound: true })).toBe('');
  });
});
