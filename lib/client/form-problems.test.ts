import { describe, expect, it } from 'vitest';
import { subtypeRequestSchema } from '@/lib/shared/contract/subtype';
import { ApiError } from './api';
import { problemsOf, problemsOfError } from './form-problems';

const fields = ['name', 'description'] as const;

describe('a problem', () => {
  it('of the schema stands at its field, once', () => {
    const parsed = subtypeRequestSchema.safeParse({
      name: ' ',
      description: 'x'.repeat(101),
      channel: 'fax',
      language: 'en',
    });
    expect(problemsOf(parsed.error?.issues ?? [], fields)).toEqual({
      name: 'Give it a name.',
      description: 'At most 100 characters.',
      form: 'Choose a channel.',
    });
  });

  it.each([
    [new ApiError('ghl_rejected', 'GoHighLevel says: no', 422, null, 'description'), 'description'],
    [new ApiError('ghl_rejected', 'GoHighLevel says: A type with this name exists.', 422), 'name'],
    [new ApiError('ghl_rejected', 'GoHighLevel says: renamed too often', 422), 'form'],
    [new ApiError('ghl_timeout', 'The name of the host is wrong.', 504), 'form'],
    [new ApiError('bad_request', 'No.', 400, null, 'other'), 'form'],
    [new Error('name'), 'form'],
  ])('of the server: %s', (error, field) => {
    expect(problemsOfError(error, fields)).toEqual({ [field]: error.message });
  });

  it('stands at the field that GoHighLevel writes in its own way', () => {
    const legal = ['legalReason', 'legalDescription'] as const;
    const refused = (words: string) => problemsOfError(new ApiError('ghl_rejected', words, 422), legal);
    expect(refused('legal_reason is too short')).toHaveProperty('legalReason');
    expect(refused('The legal description is missing')).toHaveProperty('legalDescription');
    expect(refused('illegal reason')).toHaveProperty('form');
  });
});
