import 'server-only';

/** What the sandbox keeps. The forms that leave it are made in the *-view files. All times are ms epoch. */

type Direction = 'inbound' | 'outbound';

export type DndSetting = { status: string; message?: string; code?: string };

export type ContactRecord = {
  id: string;
  locationId: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  companyName?: string;
  tags: string[];
  assignedTo?: string;
  dnd?: boolean;
  dndSettings?: Record<string, DndSetting>;
  inboundDndSettings?: Record<string, DndSetting>;
  source?: string;
  timezone?: string;
  country?: string;
  address1?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  website?: string;
  dateOfBirth?: string;
  profilePhoto?: string;
  visitorId?: string;
  additionalEmails: string[];
  additionalPhones: string[];
  followers: string[];
  customFields: { id: string; value: unknown }[];
  dateAdded: number;
  dateUpdated: number;
};

export type ConversationRecord = {
  id: string;
  locationId: string;
  contactId: string;
  /** 1 Phone, 2 Email, 3 Facebook Messenger, 4 Review, 5 Group SMS (CONTRACT 1.2). */
  type: number;
  dateAdded: number;
  dateUpdated: number;
  lastMessageDate: number;
  lastManualMessageDate: number | null;
  lastMessageType: string;
  lastMessageBody?: string;
  lastMessageDirection?: Direction;
  lastOutboundMessageAction?: 'manual' | 'automated';
  lastInboundWhatsappMessageDate?: number;
  lastInternalComment?: string;
  isLastMessageInternalComment: boolean;
  /** Absent until something sets it, as CONTRACT 1.2 records for the form by id. */
  unreadCount?: number;
  starred?: boolean;
  inbox?: boolean;
  feedback?: unknown;
  followers: string[];
  mentions: string[];
  messageTypes: number[];
};

/** How a sent message goes on: worked out from the clock when it is read, so that no timer is needed. */
export type Delivery = { startedAt: number; outcome: string };

export type TalkLine = { isTheirs: boolean; text: string };

export type MessageRecord = {
  id: string;
  conversationId: string;
  contactId: string;
  locationId: string;
  messageType: string;
  direction: Direction;
  dateAdded: number;
  dateUpdated: number;
  status?: string;
  delivery?: Delivery;
  scheduledAt?: number;
  contentType?: string;
  body?: string;
  attachments?: string[];
  source?: string;
  userId?: string;
  subject?: string;
  from?: string;
  to?: string;
  altId?: string;
  meta?: Record<string, unknown>;
  activity?: Record<string, unknown>;
  mentions?: string[];
  conversationProviderId?: string;
  chatWidgetId?: string;
  /** EXTERNAL_CALL for a call that a provider put in as the location's own. */
  subType?: string;
  /** What was said in a call; a call without one gets its words from its id. */
  talk?: readonly TalkLine[];
  /** Until then the transcript is an empty list (CONTRACT 1.8). */
  transcriptReadyAt?: number;
  /** The emails of a TYPE_EMAIL item: one item is one email thread (CONTRACT 1.4). */
  emailIds?: string[];
};

export type EmailRecord = {
  id: string;
  altId: string;
  threadId: string;
  locationId: string;
  contactId: string;
  conversationId: string;
  dateAdded: number;
  subject: string;
  body: string;
  direction: Direction;
  status?: string;
  delivery?: Delivery;
  scheduledAt?: number;
  attachments: string[];
  provider: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyToMessageId?: string;
  source?: string;
  userId?: string;
};

export type FileRecord = {
  id: string;
  name: string;
  contentType: string;
  /** Seed files are drawn when first asked for, which keeps the start fast. */
  bytes: () => Buffer;
};

export const providerTypes = ['SMS', 'Email', 'Call', 'Custom'] as const;

/** A conversation provider of a marketplace app that is installed in the location (CONTRACT 1.6). */
export type ProviderRecord = {
  id: string;
  name: string;
  type: (typeof providerTypes)[number];
  /** The token is that of the app which owns it: a private integration token never is (CONTRACT 2.2). */
  isOwn: boolean;
  /** The location's own channel of this type, not one beside it. */
  isDefault: boolean;
  /** How long a new message stays unknown to it: 5-10 s were reported (CONTRACT 1.6, #4). */
  lagMs: number;
};

/** An upload that was begun: its signed address is written to without a token. */
export type UploadSession = {
  id: string;
  conversationId: string;
  fileName: string;
  contentType: string;
  filePath: string;
  signature: string;
  maxBytes: number;
  expiresAt: number;
  bytes?: Buffer;
};

export type UserRecord = {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  role: 'admin' | 'user';
};

export type LocationProfile = {
  name: string;
  email: string;
  phone: string;
  timezone: string;
  country: string;
  address: string;
  city: string;
  state: string;
  postalCode: string;
  website: string;
};
