import 'server-only';
import type { Waiver } from './waiver';
import { conversationWaivers } from './waivers-conversations';
import { fieldWaivers } from './waivers-fields';
import { neighbourWaivers } from './waivers-neighbours';

const generalWaivers: readonly Waiver[] = [
  {
    operations: 'every',
    where: ['answer 401', 'answer 403', 'answer 404', 'answer 422', 'answer 429', 'answer 500'],
    rule: 'status',
    says: 'names 200 or 201, 400 and 401 for most operations, no refusal at all for the two of an email',
    real: 'each refuses with whatever fits; the body is checked as the refusal that the documents share',
    contract: 'CONTRACT 1.12',
  },
];

/** What the official documents get wrong, all of it. */
export const waivers: readonly Waiver[] = [
  ...generalWaivers,
  ...conversationWaivers,
  ...neighbourWaivers,
  ...fieldWaivers,
];
