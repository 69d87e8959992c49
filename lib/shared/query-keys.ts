import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import type { SendView } from '@/lib/shared/contract/send';

/** The poll of a list's first page: stands beneath the list, so that what drops the list drops it too. */
export const firstPageKey = (listKey: readonly unknown[]) => [...listKey, 'first-page'] as const;
export const isFirstPageKey = (key: readonly unknown[]) => key.at(-1) === 'first-page';

/** Whether the connection of some location stands. */
export const isConnectionKey = (key: readonly unknown[]) => key.at(-1) === 'connection';

/** Every key begins with the location, so that no cached row can cross from one to another. */
export const queryKeys = {
  conversationLists: (locationId: string) => ['location', locationId, 'conversations'] as const,
  conversationList: (locationId: string, filter: ListFilter) =>
    ['location', locationId, 'conversations', filter] as const,
  foundConversations: (locationId: string, q: string) =>
    [...queryKeys.conversationLists(locationId), 'found', q] as const,
  conversation: (locationId: string, conversationId: string) =>
    ['location', locationId, 'conversation', conversationId] as const,
  messages: (locationId: string, conversationId: string) =>
    ['location', locationId, 'messages', conversationId] as const,
  conversationFiles: (locationId: string, conversationId: string) =>
    ['location', locationId, 'files', conversationId] as const,
  message: (locationId: string, messageId: string) => ['location', locationId, 'message', messageId] as const,
  sends: (locationId: string, conversationId: string) =>
    ['location', locationId, 'sends', conversationId] as const,
  sendsOverview: (locationId: string, view: SendView) =>
    ['location', locationId, 'sends-overview', view] as const,
  sendCounts: (locationId: string) => ['location', locationId, 'send-counts'] as const,
  snippets: (locationId: string) => ['location', locationId, 'snippets'] as const,
  templates: (locationId: string) => ['location', locationId, 'templates'] as const,
  variables: (locationId: string, contactId: string | null) =>
    ['location', locationId, 'variables', contactId] as const,
  phoneNumbers: (locationId: string) => ['location', locationId, 'phone-numbers'] as const,
  email: (locationId: string, emailId: string) => ['location', locationId, 'email', emailId] as const,
  emailQuote: (locationId: string, emailId: string) =>
    ['location', locationId, 'email-quote', emailId] as const,
  emailSenders: (locationId: string) => ['location', locationId, 'email-senders'] as const,
  allowedSenders: (locationId: string) => ['location', locationId, 'allowed-senders'] as const,
  transcript: (locationId: string, messageId: string) =>
    ['location', locationId, 'transcript', messageId] as const,
  /** Our own address of a file or recording names its location. */
  fileSize: (href: string) => ['file-size', href] as const,
  waveform: (src: string, steps: number) => ['waveform', src, steps] as const,
  foundContacts: (locationId: string, q: string) => ['location', locationId, 'contacts', q] as const,
  readMark: (locationId: string, conversationId: string) =>
    ['location', locationId, 'read-mark', conversationId] as const,
  contact: (locationId: string, contactId: string) => ['location', locationId, 'contact', contactId] as const,
  /** Of every contact: what a job has changed of them. */
  allContacts: (locationId: string) => ['location', locationId, 'contact'] as const,
  preferences: (locationId: string, contactId: string) =>
    ['location', locationId, 'preferences', contactId] as const,
  /** Of every contact: a type that is renamed or archived shows in all of them. */
  allPreferences: (locationId: string) => ['location', locationId, 'preferences'] as const,
  subtypes: (locationId: string) => ['location', locationId, 'subtypes'] as const,
  location: (locationId: string) => ['location', locationId, 'about'] as const,
  users: (locationId: string) => ['location', locationId, 'users'] as const,
  /** Of nobody's location yet. */
  link: (token: string | null) => ['link', token] as const,
  team: (locationId: string) => ['location', locationId, 'team'] as const,
  connection: (locationId: string) => ['location', locationId, 'connection'] as const,
  connectionChecks: (locationId: string) => ['location', locationId, 'connection-checks'] as const,
  ownChanges: (locationId: string) => ['location', locationId, 'own-changes'] as const,
  savedViews: (locationId: string) => ['location', locationId, 'views'] as const,
  tags: (locationId: string) => ['location', locationId, 'tags'] as const,
  viewCounts: (locationId: string) => ['location', locationId, 'view-counts'] as const,
};
