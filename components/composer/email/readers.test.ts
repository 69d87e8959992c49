import { describe, expect, it } from 'vitest';
import {
  finishedLine,
  missingFrom,
  nameOf,
  otherReaders,
  parseAddresses,
  splitLine,
  withoutReaders,
} from './readers';
import { suggestionsFor } from './suggestions';

describe('a line of readers', () => {
  it('is read as people paste it', () => {
    expect(parseAddresses('a@b.co; "Okafor, Ana" <ana@x.example>\nBo <bo@x.example>, A@B.co,nobody')).toEqual(
      {
        addresses: ['a@b.co', 'ana@x.example', 'bo@x.example'],
        wrong: ['nobody'],
      },
    );
  });

  it('has what is finished and what is being typed', () => {
    expect(splitLine('a@b.co, c@d.co,  mo')).toEqual({ finished: ['a@b.co', 'c@d.co'], typed: 'mo' });
    expect(splitLine('mo')).toEqual({ finished: [], typed: 'mo' });
    expect(finishedLine('a@b.co, mo')).toBe('a@b.co, mo, ');
    expect(withoutReaders('a@b.co, c@d.co', ['A@b.co'])).toBe('c@d.co, ');
  });

  it('has names', () => {
    expect([nameOf('"Ana O" <a@b.co>'), nameOf('<a@b.co>')]).toEqual(['Ana O', '']);
  });
});

describe('an answer to all', () => {
  const known = { contact: ['ana@okafor.example', 'ana@work.example'], own: ['hello@northloom.example'] };
  const mail = {
    direction: 'inbound' as const,
    from: 'Ana Okafor <ANA@okafor.example>',
    to: ['hello@northloom.example', 'Bo <bo@x.example>'],
    cc: ['ana@work.example', 'cy@x.example', 'CY@x.example', 'undisclosed'],
  };

  it('goes to everybody else once, never to the contact or to ourselves', () => {
    expect(otherReaders(mail, known)).toEqual(['bo@x.example', 'cy@x.example']);
  });

  it('knows an address of ours by the mail that came to it alone', () => {
    expect(otherReaders({ ...mail, to: ['team@mail.example'] }, known)).toEqual(['cy@x.example']);
  });

  it('to a mail of ours goes to those it went to', () => {
    const ours = {
      ...mail,
      direction: 'outbound' as const,
      from: 'Jo <jo@elsewhere.example>',
      to: ['ana@okafor.example', 'bo@x.example'],
    };
    expect(otherReaders(ours, known)).toEqual(['bo@x.example', 'cy@x.example']);
  });

  it('goes to whoever wrote, when it was not the contact', () => {
    expect(otherReaders({ ...mail, from: 'dee@x.example' }, known)[0]).toBe('dee@x.example');
  });

  it('leaves out whom somebody has put in already', () => {
    expect(missingFrom(['bo@x.example', 'cy@x.example'], 'BO@x.example, ', '')).toEqual(['cy@x.example']);
  });
});

describe('who is suggested', () => {
  const people = [
    { name: 'Ana Okafor', address: 'ana@okafor.example', note: 'In this thread' },
    { name: 'Anton', address: 'anton@x.example', note: 'Contact' },
    { name: 'Ana again', address: 'ANA@okafor.example', note: 'Contact' },
    { name: 'Bo', address: 'none', note: 'Contact' },
  ];

  it('fits what is typed, once each', () => {
    expect(suggestionsFor('an', people, []).map(({ name }) => name)).toEqual(['Ana Okafor', 'Anton']);
    expect(suggestionsFor('x.exa', people, []).map(({ name }) => name)).toEqual(['Anton']);
  });

  it('is nobody who is there, nobody without an address, and nobody before a letter', () => {
    expect(suggestionsFor('an', people, ['ana@okafor.example'])).toHaveLength(1);
    expect(suggestionsFor('bo', people, [])).toEqual([]);
    expect(suggestionsFor(' ', people, [])).toEqual([]);
  });
});
