import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import type { OperationName } from '@/lib/server/ghl/operations';

type Call = {
  operation: OperationName;
  params?: Record<string, string>;
  query?: Record<string, string | number>;
};

/** A read that proves one scope. The names of the scopes are those of GHL's own list (CONTRACT 2.2, 2.3). */
export type Probe = {
  scope: string | null;
  name: string;
  purpose: string;
  /** Without it there is no inbox. */
  isEssential: boolean;
  /** The least that asks for this scope; it needs an id that the search has found, or none. */
  call: (ghl: GhlClient, found: Found) => Call | null;
};

/** Ids and words that the reads before have brought. */
export type Found = { conversationId: string | null; contactId: string | null; locationName: string | null };

const ofLocation = ({ locationId }: GhlClient) => ({ locationId });

export const searchProbe: Probe = {
  scope: 'conversations.readonly',
  name: 'View Conversations',
  purpose: 'The list of conversations, its search and its counts.',
  isEssential: true,
  call: (ghl) => ({ operation: 'search-conversation', query: { ...ofLocation(ghl), limit: 1 } }),
};

/** Those after the search. */
export const probes: readonly Probe[] = [
  {
    scope: 'conversations/message.readonly',
    name: 'View Conversation Messages',
    purpose: 'The messages of a conversation. A switch of its own, beside View Conversations.',
    isEssential: true,
    call: (_ghl, { conversationId }) =>
      conversationId ? { operation: 'get-messages', params: { conversationId }, query: { limit: 1 } } : null,
  },
  {
    scope: 'contacts.readonly',
    name: 'View Contacts',
    purpose: 'Who a conversation is with: phone, email, tags, do not disturb.',
    isEssential: true,
    call: (_ghl, { contactId }) => (contactId ? { operation: 'get-contact', params: { contactId } } : null),
  },
  {
    scope: 'users.readonly',
    name: 'View Users',
    purpose: 'Whom a conversation is assigned to, and which GoHighLevel user each of you is.',
    isEssential: false,
    call: (ghl) => ({ operation: 'get-user-by-location', query: ofLocation(ghl) }),
  },
  {
    scope: 'locations.readonly',
    name: 'View Locations',
    purpose: 'The name and the time zone of this location.',
    isEssential: false,
    call: (ghl) => ({ operation: 'get-location', params: ofLocation(ghl) }),
  },
  {
    scope: 'locations/tags.readonly',
    name: 'View Tags',
    purpose: 'The tags to choose from.',
    isEssential: false,
    call: (ghl) => ({ operation: 'get-location-tags', params: ofLocation(ghl) }),
  },
  {
    scope: 'locations/customFields.readonly',
    name: 'View Custom Fields',
    purpose: 'The names of a contact’s own fields.',
    isEssential: false,
    call: (ghl) => ({ operation: 'get-custom-fields', params: ofLocation(ghl) }),
  },
  {
    scope: 'locations/customValues.readonly',
    name: 'View Custom Values',
    purpose: 'What templates fill in of the location.',
    isEssential: false,
    call: (ghl) => ({ operation: 'get-custom-values', params: ofLocation(ghl) }),
  },
  {
    scope: 'locations/templates.readonly',
    name: 'View Templates',
    purpose: 'The templates for replies.',
    isEssential: false,
    call: (ghl) => ({
      operation: 'GET-all-or-email-sms-templates',
      params: ofLocation(ghl),
      query: { originId: ghl.locationId, limit: 1, deleted: 'false' },
    }),
  },
  {
    scope: 'phonenumbers.read',
    name: 'View Phone Numbers',
    purpose: 'The numbers to send from. Some accounts let only the agency’s token read them.',
    isEssential: false,
    call: (ghl) => ({
      operation: 'active-numbers',
      params: ofLocation(ghl),
      query: { pageSize: 1, page: 0 },
    }),
  },
  {
    scope: null,
    name: 'Subscription types and preferences',
    purpose: 'What a contact wants to receive. GoHighLevel names no scope for it; it wants an admin’s token.',
    isEssential: false,
    call: (ghl) => ({ operation: 'get-all-custom-subtypes', query: ofLocation(ghl) }),
  },
];

/** What only a write could prove. */
export const unproven: readonly Pick<Probe, 'scope' | 'name' | 'purpose'>[] = [
  {
    scope: 'conversations/message.write',
    name: 'Edit Conversation Messages',
    purpose: 'Sending replies and files.',
  },
  {
    scope: 'conversations.write',
    name: 'Edit Conversations',
    purpose: 'Marking as read, starring, starting a conversation.',
  },
  {
    scope: 'contacts.write',
    name: 'Edit Contacts',
    purpose: 'Assigning, tags, notes, do not disturb.',
  },
  {
    scope: 'conversations/livechat.write',
    name: 'Edit Live Chat',
    purpose: 'Showing visitors of a live chat that somebody types.',
  },
];
