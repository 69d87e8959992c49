import { describe, expect, it } from 'vitest';
import type { Contact } from '@/lib/shared/contract/contact';
import { namesFirst } from './names-first';

function contact(name: string, companyName: string | null = null): Contact {
  return { id: name, name, companyName } as Contact;
}

const found = ['Devon Pryce', 'Keisha Amsel', 'Hannah Weiss', 'Amara Okafor'].map((name) => contact(name));

describe('contacts that were found', () => {
  it('begin with those whose names begin with what was typed, the others as GHL has them', () => {
    expect(namesFirst(found, 'aM').map(({ id }) => id)).toEqual([
      'Keisha Amsel',
      'Amara Okafor',
      'Devon Pryce',
      'Hannah Weiss',
    ]);
  });

  it('are known by their company too', () => {
    const company = contact('Ben Li', 'Amber Hall');
    expect(namesFirst([contact('Devon Pryce'), company], 'amber')[0]).toBe(company);
  });
});
