import 'server-only';
import { GhlIdError } from './errors';

type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  version: '2021-04-15' | '2021-07-28';
  scope: string;
  isSafeToRepeat: boolean;
};

/** `Version` goes by endpoint: this one for conversations, the other for the rest (CONTRACT 1.14). */
const conversations = '2021-04-15';
const others = '2021-07-28';

/** Every call that can reach GHL. What is not in this table cannot be asked for (CONTRACT 1.16, 4). */
export const operations = {
  'search-conversation': read('/conversations/search', conversations, 'conversations.readonly'),
  'get-conversation': read('/conversations/{conversationId}', conversations, 'conversations.readonly'),
  'create-conversation': write('POST', '/conversations/', conversations, 'conversations.write'),
  'update-conversation': write(
    'PUT',
    '/conversations/{conversationId}',
    conversations,
    'conversations.write',
  ),
  'delete-conversation': write(
    'DELETE',
    '/conversations/{conversationId}',
    conversations,
    'conversations.write',
  ),
  'get-messages': read(
    '/conversations/{conversationId}/messages',
    conversations,
    'conversations/message.readonly',
  ),
  'get-message': read('/conversations/messages/{messageId}', conversations, 'conversations/message.readonly'),
  'get-email-by-id': read(
    '/conversations/messages/email/{emailId}',
    conversations,
    'conversations/message.readonly',
  ),
  'send-a-new-message': write(
    'POST',
    '/conversations/messages',
    conversations,
    'conversations/message.write',
  ),
  'upload-file-attachments': write(
    'POST',
    '/conversations/messages/upload',
    conversations,
    'conversations/message.write',
  ),
  'get-contact': read('/contacts/{contactId}', others, 'contacts.readonly'),
  // A read by its nature, but a POST: only GET is ever repeated.
  'search-contacts': write('POST', '/contacts/search', others, 'contacts.readonly'),
  'update-contact': write('PUT', '/contacts/{contactId}', others, 'contacts.write'),
  'get-users-by-location': read('/users/', others, 'users.readonly'),
  'get-location': read('/locations/{locationId}', others, 'locations.readonly'),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** The path of one call. Throws before any request when an id is not one: GHL never sees a path of another shape. */
export function operationPath(operation: OperationName, params: Record<string, string>): string {
  return operations[operation].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(checkedId(operation, name, params[name])),
  );
}

/** The id itself when it has the form of one; else throws, before any request. */
export function checkedId(operation: OperationName, name: string, id: unknown): string {
  if (typeof id === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(id)) return id;
  throw new GhlIdError(callInfo(operation), name);
}

/** How errors and logs name a call: by its template, never by its address. */
export function callInfo(operation: OperationName) {
  const { method, path } = operations[operation];
  return { operation, method, path };
}

function read(path: Operation['path'], version: Operation['version'], scope: string): Operation {
  return { method: 'GET', path, version, scope, isSafeToRepeat: true };
}

function write(
  method: 'POST' | 'PUT' | 'DELETE',
  path: Operation['path'],
  version: Operation['version'],
  scope: string,
): Operation {
  return { method, path, version, scope, isSafeToRepeat: false };
}
