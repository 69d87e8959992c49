import 'server-only';
import type { Waiver } from './waiver';

/** The documents of contacts, users, locations and the rest. */
export const neighbourWaivers: readonly Waiver[] = [
  {
    operations: ['search-contacts-advanced', 'get-duplicate-contact'],
    where: ['answer 200'],
    rule: 'schema',
    says: 'no shape',
    real: 'contacts with total; contact with matchingField',
    contract: 'CONTRACT 4',
  },
  {
    operations: ['get-contacts'],
    where: ['email', 'country', 'source', 'timezone'].map((field) => `answer 200 /contacts/*/${field}`),
    rule: 'type',
    says: 'strings',
    real: 'a row as the search gives it: null where there is none',
    contract: 'GUESS (CONTRACT 4)',
  },
  {
    operations: ['get-contact', 'get-contacts'],
    where: ['answer 200 /contact/customFields/*/value', 'answer 200 /contacts/*/customFields/*/value'],
    rule: 'type',
    says: 'a string',
    real: 'what the kind of the field holds: a list, a number',
    contract: 'CONTRACT 4',
  },
  {
    operations: ['get-user', 'get-user-by-location', 'search-users'],
    where: ['answer 200 /scopes', 'answer 200 /users/*/scopes'],
    rule: 'type',
    says: 'one string',
    real: 'a list of strings',
    contract: 'CONTRACT 4',
  },
  {
    operations: ['get-user', 'get-user-by-location', 'search-users'],
    where: ['answer 200 /scopes', 'answer 200 /users/*/scopes'],
    rule: 'enum',
    says: 'one of a list',
    real: 'a list of them',
    contract: 'CONTRACT 4',
  },
  {
    operations: ['GET-all-or-email-sms-templates'],
    where: ['answer 200 /templates/*'],
    rule: 'oneOf',
    says: 'one of two shapes, neither of which requires anything: each fits both',
    real: 'a template of texts or one of mails, by `type`',
    contract: 'CONTRACT 4',
  },
  {
    operations: ['task-search'],
    where: ['answer 200 /tasks/*'],
    rule: 'type',
    says: 'a list of lists',
    real: 'a list of tasks',
    contract: 'GUESS (CONTRACT 4)',
  },
  {
    operations: ['get-location-access-token'],
    where: ['answer 201'],
    rule: 'status',
    says: '200',
    real: '201, as a client found (the sandbox’s README)',
    contract: 'CONTRACT 2.1',
  },
];
