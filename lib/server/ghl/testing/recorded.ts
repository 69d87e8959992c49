import 'server-only';

// Rows in the forms that CONTRACT 1 recorded, with ids made up.

export const searchRow = {
  id: 'cJTz0000000000000001',
  locationId: 'LOCATION1',
  dateAdded: 1784283779598,
  dateUpdated: 1784283779598,
  lastMessageDate: 1784283779598,
  lastMessageType: 'TYPE_NO_SHOW',
  unreadCount: 0,
  followers: [],
  mentions: [],
  isLastMessageInternalComment: false,
  contactId: 'VVUv0000000000000001',
  fullName: 'Nango Dryrun',
  contactName: 'nango DryRun',
  companyName: null,
  email: 'dryrun@example.com',
  phone: '+15550001234',
  tags: ['high priority'],
  type: 'TYPE_PHONE',
  scoring: [],
  messageTypes: [100],
  profilePhoto: null,
  attributed: null,
  starred: true,
  sort: [1784283779598],
};

export const conversationById = {
  locationId: 'LOCATION1',
  contactId: 'VVUv0000000000000001',
  type: 1,
  deleted: false,
  id: 'cJTz0000000000000001',
  isLastMessageInternalComment: false,
  lastMessageType: 100,
  lastMessageDate: { seconds: 1784283629, nanoseconds: 850000000 },
  messageTypes: [100],
  traceId: 'b1e3f2a4-0000-4000-8000-000000000001',
};

export const updatedConversation = {
  success: true,
  conversation: {
    id: 'cJTz0000000000000001',
    locationId: 'LOCATION1',
    contactId: 'VVUv0000000000000001',
    lastMessageDate: '2026-07-17T10:22:59.598Z',
    lastMessageType: 100,
    unreadCount: 0,
    starred: true,
  },
  traceId: 'b1e3f2a4-0000-4000-8000-000000000002',
};

export const activityMessage = {
  id: 'LIoj0000000000000001',
  direction: 'outbound',
  type: 31,
  locationId: 'LOCATION1',
  body: 'Nango TestContact',
  contactId: 'VVUv0000000000000001',
  conversationId: 'cJTz0000000000000001',
  dateAdded: '2026-07-17T10:58:09.966Z',
  dateUpdated: '2026-07-17T10:58:09.966Z',
  source: 'app',
  from: 'Nango',
  to: 'Nango TestContact',
  activity: {
    title: 'New appointment created',
    type: 'appointment_created',
    data: { appointmentTitle: 'Check-up', members: {}, id: 'appt0001' },
  },
  messageType: 'TYPE_ACTIVITY_APPOINTMENT',
};

export const callMessage = {
  id: 'CALL0000000000000001',
  type: 1,
  messageType: 'TYPE_CALL',
  locationId: 'LOCATION1',
  contactId: 'VVUv0000000000000001',
  conversationId: 'cJTz0000000000000001',
  dateAdded: '2026-07-17T11:00:00.000Z',
  direction: 'inbound',
  status: 'completed',
  meta: { call: { duration: 37, status: 'completed' } },
};

export const emailItem = {
  id: 'MAIL0000000000000001',
  type: 3,
  messageType: 'TYPE_EMAIL',
  contentType: 'text/html',
  locationId: 'LOCATION1',
  contactId: 'VVUv0000000000000001',
  conversationId: 'cJTz0000000000000001',
  dateAdded: '2026-07-17T11:30:00.000Z',
  direction: 'inbound',
  meta: {
    email: {
      messageIds: ['em0000000000000001', 'em0000000000000002'],
      direction: 'inbound',
      subject: 'Quote',
    },
  },
};

export const smsMessage = {
  id: 'SMSM0000000000000001',
  type: 2,
  messageType: 'TYPE_SMS',
  locationId: 'LOCATION1',
  contactId: 'VVUv0000000000000001',
  conversationId: 'cJTz0000000000000001',
  dateAdded: '2026-07-17T12:00:00.000Z',
  body: 'See the photo',
  direction: 'inbound',
  status: 'delivered',
  contentType: 'text/plain',
  attachments: ['https://storage.googleapis.com/bucket/a%20photo.JPG?x=1'],
  source: 'app',
};

export const messages = [smsMessage, emailItem, callMessage, activityMessage];

export const emailMessage = {
  id: 'em0000000000000001',
  altId: 'alt1',
  threadId: 'MAIL0000000000000001',
  locationId: 'LOCATION1',
  contactId: 'VVUv0000000000000001',
  conversationId: 'cJTz0000000000000001',
  dateAdded: '2026-07-17T11:30:00.000Z',
  subject: 'Quote',
  body: '<html><body><p>Hello</p></body></html>',
  direction: 'inbound',
  status: 'delivered',
  contentType: 'text/html',
  attachments: ['https://storage.googleapis.com/bucket/quote.pdf'],
  provider: 'mailgun',
  from: 'Dana Lee <dana@example.com>',
  to: ['desk@example.com'],
  cc: [],
  bcc: [],
  source: 'app',
};

export const contact = {
  id: 'VVUv0000000000000001',
  dateAdded: '2026-07-01T08:00:00.000Z',
  type: 'lead',
  locationId: 'LOCATION1',
  firstName: 'Dana',
  lastName: 'Lee',
  firstNameLowerCase: 'dana',
  email: 'dana@example.com',
  phone: '+15550001234',
  country: 'US',
  tags: ['vip'],
  customFields: [{ id: 'cf1', value: 'x' }],
  additionalEmails: [],
  createdBy: { source: 'INTEGRATION', channel: 'OAUTH', sourceId: 's1', timestamp: 1 },
  dnd: false,
  dndSettings: {
    SMS: { status: 'permanent', message: 'STOP', code: '1' },
    Email: { status: 'inactive', message: '', code: '' },
    Call: { status: 'active', message: '', code: '' },
  },
};
