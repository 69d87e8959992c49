import { describe, expect, it } from 'vitest';
import { formContent } from './form-fields';

describe('formContent', () => {
  it('reads a field a line, with the name of the form before them', () => {
    const body =
      'Form: "Book a consultation"\nWedding date: 2027-05-22\nParty of: 4\n\nVegan silk only, please.';
    expect(formContent(body)).toEqual({
      title: 'Book a consultation',
      fields: [
        { name: 'Wedding date', value: '2027-05-22' },
        { name: 'Party of', value: '4' },
      ],
      rest: 'Vegan silk only, please.',
    });
  });

  it('leaves a text without fields whole', () => {
    const body = 'Note: call me at ten.\nThank you';
    expect(formContent(body)).toEqual({ title: null, fields: [], rest: body });
    expect(formContent('')).toEqual({ title: null, fields: [], rest: '' });
  });

  it('takes no address for a field', () => {
    expect(formContent('https://a.example\nhttps: //b.example\nhttp: x').fields).toEqual([]);
  });
});
