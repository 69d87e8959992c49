import 'server-only';
import { GhlIdError } from './errors';
import { contactOperations, locationOperations, oauthOperations } from './neighbour-operations';
import { conversations, type Operation, read, write } from './operation';
import { preferenceOperations } from './preference-operations';

const messageRead = 'conversations/message.readonly';
const messageWrite = 'conversations/message.write';
const messages = '/conversations/messages';
const ofLocation = '/conversations/locations/{locationId}/messages/{messageId}';

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
  'get-messages': read('/conversations/{conversationId}/messages', conversations, messageRead),
  'get-message': read(`${messages}/{messageId}`, conversations, messageRead),
  'get-email-by-id': read(`${messages}/email/{emailId}`, conversations, messageRead),
  'export-messages-by-location': read(`${messages}/export`, conversations, messageRead),
  'get-message-recording': read(
    `${messages}/{messageId}/locations/{locationId}/recording`,
    conversations,
    messageRead,
  ),
  'get-message-transcription': read(`${ofLocation}/transcription`, conversations, messageRead),
  'download-message-transcription': read(`${ofLocation}/transcription/download`, conversations, messageRead),
  'send-a-new-message': write('POST', messages, conversations, messageWrite),
  'send-review-reply': write('POST', `${messages}/review-reply`, conversations, messageWrite),
  'cancel-scheduled-message': write(
    'DELETE',
    `${messages}/{messageId}/schedule`,
    conversations,
    messageWrite,
  ),
  'cancel-scheduled-email-message': write(
    'DELETE',
    `${messages}/email/{emailMessageId}/schedule`,
    conversations,
    messageWrite,
  ),
  'upload-file-attachments': write('POST', `${messages}/upload`, conversations, messageWrite),
  'initiate-file-upload': write('POST', `${messages}/upload/initiate`, conversations, messageWrite),
  'complete-file-upload': write('POST', `${messages}/upload/complete`, conversations, messageWrite),
  'add-an-inbound-message': write('POST', `${messages}/inbound`, conversations, messageWrite),
  'add-an-outbound-message': write('POST', `${messages}/outbound`, conversations, messageWrite),
  'update-message-status': write('PUT', `${messages}/{messageId}/status`, conversations, messageWrite),
  'add-message-attachments': write('PUT', `${messages}/{messageId}/attachments`, conversations, messageWrite),
  'live-chat-agent-typing': write(
    'POST',
    '/conversations/providers/live-chat/typing',
    conversations,
    'conversations/livechat.write',
  ),
  ...contactOperations,
  ...locationOperations,
  ...oauthOperations,
  ...preferenceOperations,
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
