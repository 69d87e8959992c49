import { describe, expect, it } from 'vitest';
import { aboutWords, hasArrived, lengthWords, parted } from './subtype-draft';

const subtype = {
  id: 'a',
  name: 'A',
  description: null,
  channel: 'email',
  language: 'en',
  isArchived: false,
} as const;

describe('the count of characters', () => {
  it('is shown near the limit, and says by how much it is passed', () => {
    expect(lengthWords('x'.repeat(79))).toBeNull();
    expect(lengthWords('x'.repeat(80))).toBe('80 of 100 characters');
    expect(lengthWords(`  ${'x'.repeat(100)} `)).toBe('100 of 100 characters');
    expect(lengthWords('x'.repeat(103))).toBe('3 too many: GoHighLevel takes 100 characters');
  });
});

describe('a type', () => {
  it('says its channel and language as far as they are known', () => {
    expect(aboutWords(subtype)).toBe('Email · English');
    expect(aboutWords({ channel: 'sms', language: 'pt-BR' })).toBe('SMS · Portuguese');
    expect(aboutWords({ channel: null, language: 'xx' })).toBe('xx');
    expect(aboutWords({ channel: null, language: null })).toBe('');
  });

  it('stands with its like: email, SMS, archived', () => {
    const sms = { ...subtype, id: 's', channel: 'sms' as const };
    const old = { ...subtype, id: 'o', isArchived: true };
    const { current, archived } = parted({
      state: 'ready',
      subtypes: [sms, old, { ...subtype }],
      unreadable: 0,
    });
    expect(current.map(({ id }) => id)).toEqual(['a', 's']);
    expect(archived.map(({ id }) => id)).toEqual(['o']);
  });
});

describe('what was asked for has arrived', () => {
  const asked = { subtypeId: null, knownIds: new Set(['old']), name: 'A', description: '' };

  it('when a type that was not there before has its words', () => {
    expect(hasArrived(asked, [subtype])).toBe(true);
    expect(hasArrived(asked, [{ ...subtype, id: 'old' }])).toBe(false);
    expect(hasArrived(asked, [{ ...subtype, name: 'B' }])).toBe(false);
    expect(hasArrived({ ...asked, description: 'More' }, [subtype])).toBe(false);
  });

  it('when the type that was edited has them', () => {
    const edit = { ...asked, subtypeId: 'a', knownIds: new Set(['a']) };
    expect(hasArrived(edit, [subtype])).toBe(true);
    expect(hasArrived({ ...edit, name: 'B' }, [subtype])).toBe(false);
    expect(hasArrived({ ...edit, subtypeId: 'gone' }, [subtype])).toBe(false);
  });
});
