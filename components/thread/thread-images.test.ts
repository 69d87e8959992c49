import { expect, test } from 'vitest';
import type { Attachment, Email } from '@/lib/shared/contract/message';
import { aMessage } from './test-data';
import { threadImages } from './thread-images';

const file = (index: number, name: string, kind: Attachment['kind'] = 'image'): Attachment => ({
  index,
  name,
  kind,
});

const anEmail = (id: string, attachments: Attachment[]): Email => ({
  id,
  subject: null,
  html: null,
  text: null,
  direction: 'inbound',
  status: null,
  at: null,
  from: null,
  to: [],
  cc: [],
  bcc: [],
  attachments,
});

test('the pictures of a thread are in its order, those of mails as far as they are loaded', () => {
  const images = threadImages({
    locationId: 'l1',
    messages: [
      aMessage({ id: 'm1', attachments: [file(0, 'plan.pdf', 'file'), file(1, 'front.png')] }),
      { kind: 'unreadable', id: 'm2', at: null },
      aMessage({
        id: 'm3',
        type: 'TYPE_EMAIL',
        emailIds: ['e1', 'e2'],
        attachments: [file(0, 'said-twice.png')],
      }),
      aMessage({ id: 'm4', attachments: [file(0, '')] }),
    ],
    emailsOf: (ids) => (ids.includes('e2') ? [anEmail('e2', [file(0, 'mailed.png')])] : []),
  });
  expect(images).toEqual([
    { name: 'front.png', href: '/api/l/l1/messages/m1/attachments/1' },
    { name: 'mailed.png', href: '/api/l/l1/emails/e2/attachments/0' },
    { name: 'Image', href: '/api/l/l1/messages/m4/attachments/0' },
  ]);
});
