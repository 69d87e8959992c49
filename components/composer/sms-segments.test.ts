import { describe, expect, it } from 'vitest';
import { countSms, smsWords, withPlainSigns } from './sms-segments';

describe('a text message', () => {
  it('is one segment of 160 signs, then of 153 each', () => {
    expect(countSms('')).toEqual({ encoding: 'GSM-7', segments: 0, left: 160, culprits: [] });
    expect(countSms('a'.repeat(160))).toMatchObject({ segments: 1, left: 0 });
    expect(countSms('a'.repeat(161))).toMatchObject({ segments: 2, left: 145 });
    expect(countSms('a'.repeat(306))).toMatchObject({ segments: 2, left: 0 });
    expect(countSms('a'.repeat(307))).toMatchObject({ segments: 3, left: 152 });
  });

  it('pays two for a sign of the extension table, and never tears it apart', () => {
    expect(countSms('€'.repeat(80))).toMatchObject({ encoding: 'GSM-7', segments: 1, left: 0 });
    expect(countSms('€'.repeat(81))).toMatchObject({ segments: 2, left: 143 });
    // 152 septets and one of two: it begins the next segment.
    expect(countSms(`${'a'.repeat(152)}€${'a'.repeat(10)}`)).toMatchObject({ segments: 2, left: 141 });
    expect(countSms('[x]{y}\\~^|\f')).toMatchObject({ encoding: 'GSM-7', left: 160 - 20 });
  });

  it.each(['@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ', ' !"#¤%&\'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà', 'line\nfeed\r\n'])(
    'knows the basic table: %s',
    (text) => {
      expect(countSms(text)).toMatchObject({ encoding: 'GSM-7', culprits: [], left: 160 - text.length });
    },
  );

  it('becomes UCS-2 by one sign outside of it, which is named', () => {
    expect(countSms('it’s “so”, it’s')).toEqual({
      encoding: 'UCS-2',
      segments: 1,
      left: 70 - 15,
      culprits: ['’', '“', '”'],
    });
    expect(countSms('ç')).toMatchObject({ encoding: 'UCS-2' });
    expect(countSms(`я${'a'.repeat(69)}`)).toMatchObject({ segments: 1, left: 0 });
    expect(countSms(`я${'a'.repeat(70)}`)).toMatchObject({ segments: 2, left: 2 * 67 - 71 });
  });

  it('tears no emoji in two halves, and names a family as one', () => {
    expect(countSms('👗')).toMatchObject({ segments: 1, left: 68, culprits: ['👗'] });
    // 66 units and one of two: it begins the next segment.
    expect(countSms(`${'a'.repeat(66)}👗aaaa`)).toMatchObject({ segments: 2, left: 67 - 6 });
    expect(countSms('👩‍👧')).toMatchObject({ culprits: ['👩‍👧'] });
  });

  it('is said in words', () => {
    expect(smsWords(countSms('a'.repeat(283)))).toBe('2 segments, 23 left');
    expect(smsWords(countSms('Hi'))).toBe('1 segment, 158 left');
  });

  it('can be had in plain signs', () => {
    expect(withPlainSigns('“It’s – well… 9 to\u00A05”')).toBe('"It\'s - well... 9 to 5"');
    expect(countSms(withPlainSigns('“It’s”')).encoding).toBe('GSM-7');
    expect(withPlainSigns('naïve 👗')).toBe('naïve 👗');
  });
});
