import 'server-only';
import type { Operation } from './call';
import { getContact, getDuplicateContact, postContact, putContact } from './contact-operations';
import { searchContacts } from './contact-search';
import {
  deleteConversation,
  getConversation,
  postConversation,
  putConversation,
} from './conversation-operations';
import { searchConversations } from './conversation-search';
import {
  cancelScheduledEmail,
  cancelScheduledMessage,
  getEmail,
  getMessage,
  getMessages,
} from './message-operations';
import { getLocation, getUser, listUsers } from './people-operations';
import { sendMessage } from './send';
import { uploadFiles } from './upload';

const messageRead = 'conversations/message.readonly';
const messageWrite = 'conversations/message.write';

/**
 * Every operation the sandbox answers. Names and paths are those of the official documents, scopes those of
 * CONTRACT 1.16 and 4. A fixed path stands before the template that would also match it.
 */
export const operations: readonly Operation[] = [
  {
    operationId: 'search-conversation',
    method: 'GET',
    path: '/conversations/search',
    scope: 'conversations.readonly',
    handle: searchConversations,
  },
  {
    operationId: 'get-email-by-id',
    method: 'GET',
    path: '/conversations/messages/email/{id}',
    scope: messageRead,
    needsVersion: false,
    handle: getEmail,
  },
  {
    operationId: 'cancel-scheduled-email-message',
    method: 'DELETE',
    path: '/conversations/messages/email/{emailMessageId}/schedule',
    scope: messageWrite,
    needsVersion: false,
    handle: cancelScheduledEmail,
  },
  {
    operationId: 'get-message',
    method: 'GET',
    path: '/conversations/messages/{id}',
    scope: messageRead,
    handle: getMessage,
  },
  {
    operationId: 'send-a-new-message',
    method: 'POST',
    path: '/conversations/messages',
    scope: messageWrite,
    handle: sendMessage,
  },
  {
    operationId: 'upload-file-attachments',
    method: 'POST',
    path: '/conversations/messages/upload',
    scope: messageWrite,
    handle: uploadFiles,
  },
  {
    operationId: 'cancel-scheduled-message',
    method: 'DELETE',
    path: '/conversations/messages/{messageId}/schedule',
    scope: messageWrite,
    handle: cancelScheduledMessage,
  },
  {
    operationId: 'get-messages',
    method: 'GET',
    path: '/conversations/{conversationId}/messages',
    scope: messageRead,
    handle: getMessages,
  },
  {
    operationId: 'create-conversation',
    method: 'POST',
    path: '/conversations',
    scope: 'conversations.write',
    handle: postConversation,
  },
  {
    operationId: 'get-conversation',
    method: 'GET',
    path: '/conversations/{conversationId}',
    scope: 'conversations.readonly',
    handle: getConversation,
  },
  {
    operationId: 'update-conversation',
    method: 'PUT',
    path: '/conversations/{conversationId}',
    scope: 'conversations.write',
    handle: putConversation,
  },
  {
    operationId: 'delete-conversation',
    method: 'DELETE',
    path: '/conversations/{conversationId}',
    scope: 'conversations.write',
    handle: deleteConversation,
  },
  {
    operationId: 'search-contacts-advanced',
    method: 'POST',
    path: '/contacts/search',
    scope: 'contacts.readonly',
    handle: searchContacts,
  },
  {
    operationId: 'get-duplicate-contact',
    method: 'GET',
    path: '/contacts/search/duplicate',
    scope: 'contacts.readonly',
    handle: getDuplicateContact,
  },
  {
    operationId: 'create-contact',
    method: 'POST',
    path: '/contacts',
    scope: 'contacts.write',
    handle: postContact,
  },
  {
    operationId: 'get-contact',
    method: 'GET',
    path: '/contacts/{contactId}',
    scope: 'contacts.readonly',
    handle: getContact,
  },
  {
    operationId: 'update-contact',
    method: 'PUT',
    path: '/contacts/{contactId}',
    scope: 'contacts.write',
    handle: putContact,
  },
  {
    operationId: 'get-user-by-location',
    method: 'GET',
    path: '/users',
    scope: 'users.readonly',
    handle: listUsers,
  },
  {
    operationId: 'get-user',
    method: 'GET',
    path: '/users/{userId}',
    scope: 'users.readonly',
    handle: getUser,
  },
  {
    operationId: 'get-location',
    method: 'GET',
    path: '/locations/{locationId}',
    scope: 'locations.readonly',
    handle: getLocation,
  },
];
