import 'server-only';
import type { Operation } from './call';
import {
  deleteConversation,
  getConversation,
  postConversation,
  putConversation,
} from './conversation-operations';
import { searchConversations } from './conversation-search';
import { messageTable } from './message-table';
import { neighbourOperations } from './neighbour-table';
import { preferenceTable } from './preference-table';

/**
 * Every operation the sandbox answers. Names and paths are those of the official documents, scopes those of
 * CONTRACT 1.16 and 4. A fixed path stands before the template that would also match it.
 */
export const operations: readonly Operation[] = [
  ...messageTable,
  ...preferenceTable,
  ...neighbourOperations,
  {
    operationId: 'search-conversation',
    method: 'GET',
    path: '/conversations/search',
    scope: 'conversations.readonly',
    handle: searchConversations,
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
];
