import 'server-only';
import type { Waiver } from './waiver';

const message = ['/messages/messages/*', '/message', '/messages/*'];
const messageReads = ['get-messages', 'get-message', 'export-messages-by-location'];

/** Fields of answers that the documents do not name. They forbid none: each is listed, so that no other is sent. */
export const fieldWaivers: readonly Waiver[] = [
  ...fields('every', 'answer *', ['/traceId'], 'CONTRACT 1.1'),
  // The two families of a refusal: an HttpException, and Nest's own.
  ...fields('every', 'answer 400', ['/name', '/status', '/error'], 'CONTRACT 1.12'),
  ...fields('every', 'answer 403', ['/name', '/status'], 'CONTRACT 1.12'),
  ...fields('every', 'answer 404', ['/name', '/status', '/error'], 'CONTRACT 1.12'),
  ...fields(['initiate-file-upload'], 'answer 413', ['/status'], 'CONTRACT 1.7'),
  ...fields(
    ['search-conversation'],
    'answer 200 /conversations/*',
    [
      ...['/dateAdded', '/dateUpdated', '/lastMessageDate', '/lastManualMessageDate', '/sort'],
      ...['/lastMessageDirection', '/lastOutboundMessageAction', '/lastInboundWhatsappMessageDate'],
      ...['/isLastMessageInternalComment', '/lastInternalComment', '/messageTypes', '/inbox', '/starred'],
      ...['/assignedTo', '/followers', '/mentions', '/tags', '/scoring', '/attributed'],
      ...['/companyName', '/profilePhoto'],
    ],
    'CONTRACT 1.2',
  ),
  ...fields(
    ['get-conversation'],
    'answer 200',
    ['/isLastMessageInternalComment', '/lastMessageDate', '/lastMessageType', '/messageTypes'],
    'CONTRACT 1.2',
  ),
  ...fields(
    ['update-conversation'],
    'answer 200 /conversation',
    ['/dateAdded', '/dateUpdated', '/isLastMessageInternalComment', '/messageTypes', '/type'],
    'CONTRACT 1.2',
  ),
  ...message.flatMap((place, i) => {
    const operations = messageReads.slice(i, i + 1);
    const known = ['/activity', '/altId', '/dateUpdated', '/from', '/to', '/subject', '/meta/call'];
    return [
      ...fields(operations, `answer 200 ${place}`, known, 'CONTRACT 1.4'),
      ...fields(operations, `answer 200 ${place}`, ['/mentions', '/subType'], 'CONTRACT 1.6'),
      ...fields(
        operations,
        `answer 200 ${place}`,
        ['/meta/review'],
        'GUESS: nothing of a review was recorded',
      ),
    ];
  }),
  ...['get-contact', 'update-contact', 'upsert-contact'].flatMap((operation) =>
    fields(
      [operation],
      'answer 200 /contact',
      ['/additionalEmails', '/additionalPhones', '/createdBy'],
      'CONTRACT 4',
    ),
  ),
  ...fields(['get-contact'], 'answer 200 /contact', ['/followers', '/dndSettings/RCS'], 'CONTRACT 4'),
  ...fields(['get-contact'], 'answer 200 /contact', ['/profilePhoto'], 'GUESS: as a conversation has it'),
  ...fields(
    ['create-contact'],
    'answer 201',
    [
      ...['/contact/additionalEmails', '/contact/additionalPhones', '/contact/createdBy'],
      ...['/new', '/succeded', '/succeeded'],
    ],
    'CONTRACT 4',
  ),
  ...fields(['create-contact'], 'answer 400', ['/meta'], 'GUESS: who the twin is, as clients report it'),
  ...fields(['upsert-contact'], 'answer 200', ['/succeded', '/succeeded'], 'CONTRACT 4'),
  ...fields(['update-contact'], 'answer 200', ['/succeeded'], 'CONTRACT 4'),
  ...fields(
    ['get-contacts'],
    'answer 200',
    [
      '/meta',
      ...[
        ...['firstName', 'lastName', 'contactName', 'companyName', 'phone', 'city', 'type'],
        ...['additionalEmails', 'assignedTo', 'dateUpdated', 'dnd', 'dndSettings', 'searchAfter'],
      ].map((field) => `/contacts/*/${field}`),
    ],
    'GUESS: a row as the search gives it (CONTRACT 4)',
  ),
  ...fields(['get-access-token'], 'answer 200', ['/refreshTokenId'], 'CONTRACT 2.1'),
  ...fields(['get-access-token'], 'answer 400', ['/error_description'], 'CONTRACT 2.1'),
  ...fields(['get-access-token'], 'answer 401', ['/error_description'], 'CONTRACT 2.1'),
  ...fields(['get-location-access-token'], 'answer 201', ['/userType', '/companyId'], 'CONTRACT 2.1'),
  ...fields(['add-tags'], 'answer 201', ['/tagsAdded'], 'CONTRACT 4'),
  ...fields(['remove-tags'], 'answer 200', ['/tagsRemoved'], 'CONTRACT 4'),
  ...fields(['get-all-notes'], 'answer 200 /notes/*', ['/bodyText', '/relations'], 'CONTRACT 4'),
  ...fields(['get-note', 'update-note'], 'answer 200 /note', ['/bodyText', '/relations'], 'CONTRACT 4'),
  ...fields(['create-note'], 'answer 201 /note', ['/bodyText', '/relations'], 'CONTRACT 4'),
];

function fields(
  operations: Waiver['operations'],
  answer: string,
  names: readonly string[],
  contract: string,
): Waiver[] {
  const place = answer.includes('/') ? answer : `${answer} `;
  const where = names.map((name) => `${place}${name}`);
  return [{ operations, where, rule: 'field', says: 'does not name it', real: 'is sent', contract }];
}
