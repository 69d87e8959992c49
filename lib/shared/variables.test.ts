import { describe, expect, it } from 'vitest';
import { sendRequestSchema } from '@/lib/shared/contract/send';
import { fillVariables, firstVariable, unfilledIn, unfilledWords, variablesIn } from './variables';

const values = new Map([
  ['contact.first_name', 'Amara'],
  ['contact.name', 'Amara Okafor'],
  ['contact.email', ''],
]);
const clientId = '2b1c0a52-9d0e-4a57-8a53-0d6f0d1f2f10';

describe('variables', () => {
  it('are found with their place, their fallback and in any case', () => {
    expect(variablesIn('Hi {{ contact.first_name | there }}!')).toEqual([
      { name: 'contact.first_name', fallback: 'there', start: 3, end: 35 },
    ]);
    expect(variablesIn('{{}} and {{Contact.Name}}').map(({ name }) => name)).toEqual(['', 'Contact.Name']);
  });

  it.each([
    ['Hi {{contact.first_name}}', 'Hi Amara'],
    ['Hi {{ CONTACT.FIRST_NAME }}', 'Hi Amara'],
    ['{{contact.full_name}}', 'Amara Okafor'],
    ['{{contact.email | no address}}', 'no address'],
    ['{{contact.gown}} and {{contact.first_name}}', '{{contact.gown}} and Amara'],
    ['{{contact.gown|}}', ''],
    ['{{{contact.first_name}}}', '{Amara}'],
    ['{ {contact.first_name} }', '{ {contact.first_name} }'],
  ])('%s becomes %s', (text, filled) => {
    expect(fillVariables(text, values)).toBe(filled);
  });

  it('are put in once: a value in braces stays what it is', () => {
    const tricky = new Map([['contact.name', '{{contact.first_name}}']]);
    expect(fillVariables('{{contact.name}}', tricky)).toBe('{{contact.first_name}}');
  });

  it('take no time to speak of in a text made of braces', () => {
    expect(firstVariable('{'.repeat(200_000))).toBeNull();
    expect(firstVariable('{{a'.repeat(60_000))).toBeNull();
  });
});

describe('what would go out in braces', () => {
  const sms = (text: string, more = {}) =>
    sendRequestSchema.parse({ clientId, channel: 'SMS', text, ...more });
  const email = (more: object) =>
    sendRequestSchema.parse({ clientId, channel: 'Email', subject: 'Hi', text: 'Hello', ...more });

  it('is named, wherever it stands', () => {
    expect(unfilledIn(sms('Hello'))).toBeNull();
    expect(unfilledIn(sms('Hi {{contact.gown}}'))?.name).toBe('contact.gown');
    expect(unfilledIn(email({ subject: 'For {{contact.name}}' }))?.name).toBe('contact.name');
    expect(unfilledWords(variablesIn('{{contact.gown}}')[0] ?? never())).toMatch(
      /^\{\{contact\.gown\}\} is not/,
    );
  });

  it('is found across a change of style, in a list and in a link', () => {
    const bold = { type: 'text', text: '.name}}', marks: [{ type: 'bold' }] };
    const half = { type: 'paragraph', content: [{ type: 'text', text: 'Hi {{contact' }, bold] };
    const inList = { type: 'bulletList', content: [{ type: 'listItem', content: [half] }] };
    expect(unfilledIn(email({ rich: { type: 'doc', content: [inList] } }))?.name).toBe('contact.name');
    const href = 'https://a.example/?id={{contact.id}}';
    const link = { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] };
    const linked = { type: 'doc', content: [{ type: 'paragraph', content: [link] }] };
    expect(unfilledIn(email({ rich: linked }))?.name).toBe('contact.id');
  });

  it("is GHL's to fill in a template of GHL's", () => {
    expect(unfilledIn(sms('Hello {{1}}', { channel: 'WhatsApp', templateId: 'T1' }))).toBeNull();
  });
});

function never(): never {
  throw new Error('found nothing');
}
