import 'server-only';
import type { Waiver } from './waiver';

/**
 * What `@gohighlevel/api-client` 3.1.0 itself sends against the official documents. What it gets wrong without sending
 * anything wrong is in README.md.
 */
export const sdkFaults: readonly Waiver[] = [
  {
    operations: ['search-conversation', 'create-contact', 'get-contact', 'get-location', 'search-users'],
    where: ['request header Version'],
    rule: 'enum',
    says: '2021-04-15 for conversations, 2021-07-28 for the rest',
    real: 'one Version for all services, 2023-02-21 unless it is set',
    contract: 'CONTRACT 1.14',
  },
  {
    operations: ['upload-file-attachments'],
    where: ['request content type'],
    rule: 'enum',
    says: 'multipart/form-data',
    real: 'application/json, and the form as JSON, unless each call sets the header',
    contract: 'CONTRACT 1.7',
  },
  {
    operations: ['send-a-new-message'],
    where: ['request body /type'],
    rule: 'enum',
    says: 'a list without InternalComment',
    real: 'a comment is sent so; GHL’s own pages say it, the document and the SDK do not',
    contract: 'CONTRACT 1.6',
  },
];
