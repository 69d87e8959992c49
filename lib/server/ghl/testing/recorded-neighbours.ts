import 'server-only';
import { contact, smsMessage } from './recorded';

// Answers in the forms of CONTRACT 1.8, 1.11, 2.1 and 4 and of the official documents, with ids made up.

export const transcription = [
  {
    mediaChannel: '1',
    sentenceIndex: '0',
    startTime: '340',
    endTime: '2450',
    transcript: 'This call may be recorded.',
    confidence: '0.94',
  },
  {
    mediaChannel: '2',
    sentenceIndex: '1',
    startTime: '2600',
    endTime: '4100',
    transcript: 'That is fine.',
    confidence: '0.5',
  },
];

export const exportPage = {
  messages: [smsMessage],
  nextCursor: 'eyJwaXRJZCI6ImFiYy0xMjMifQ==',
  total: 1234,
  traceId: 'b1e3f2a4-0000-4000-8000-000000000003',
};

export const notes = {
  notes: [
    {
      id: 'NOTE0000000000000001',
      body: '<p>Prefers <b>mornings</b></p>',
      userId: 'USER0000000000000001',
      dateAdded: '2026-07-08T12:02:11.285Z',
      contactId: contact.id,
      pinned: true,
      relations: [],
    },
  ],
  traceId: 'b1e3f2a4-0000-4000-8000-000000000004',
};

export const tasks = {
  tasks: [
    {
      id: 'TASK0000000000000001',
      title: 'Call back',
      body: 'About the quote',
      dueDate: '2026-07-08T02:30:00.000Z',
      completed: false,
      assignedTo: 'USER0000000000000001',
      contactId: contact.id,
    },
  ],
};

export const duplicate = { contact, matchingField: 'email', traceId: 'b1e3f2a4-0000-4000-8000-000000000005' };

export const user = {
  id: 'USER0000000000000001',
  name: 'Ann Bell',
  firstName: 'Ann',
  lastName: 'Bell',
  email: 'ann@example.com',
  phone: '',
  roles: { type: 'account', role: 'user', locationIds: ['LOCATION1'] },
  scopes: [],
  permissions: { conversationsEnabled: true, assignedDataOnly: false },
};

export const location = {
  location: { id: 'LOCATION1', companyId: 'COMPANY1', name: 'Harbor', timezone: 'Europe/Rome', settings: {} },
};

export const locationTags = { tags: [{ id: 'TAG00000000000000001', name: 'vip', locationId: 'LOCATION1' }] };

export const customFields = {
  customFields: [
    {
      id: 'CF000000000000000001',
      name: 'Size',
      fieldKey: 'contact.size',
      dataType: 'SINGLE_OPTIONS',
      picklistOptions: ['S', 'M'],
      locationId: 'LOCATION1',
    },
  ],
};

export const customValues = {
  customValues: [
    {
      id: 'CV000000000000000001',
      name: 'Opening hours',
      fieldKey: '{{ custom_values.opening_hours }}',
      value: '9 to 5',
      locationId: 'LOCATION1',
    },
  ],
};

export const templates = {
  templates: [
    {
      id: 'TEMPLATE000000000001',
      name: 'Hello',
      type: 'sms',
      template: { body: 'Hi {{contact.first_name}}', attachments: [] },
      urlAttachments: ['https://storage.googleapis.com/b/a.pdf'],
      dateAdded: '2026-07-08T12:02:11.285Z',
      locationId: 'LOCATION1',
    },
    {
      id: 'TEMPLATE000000000002',
      name: 'Quote',
      type: 'email',
      template: { subject: 'Your quote', html: '<p>Hi</p>', attachments: [] },
      locationId: 'LOCATION1',
    },
  ],
  totalCount: 2,
};

export const phoneNumbers = {
  numbers: [
    {
      phoneNumber: '+14155552671',
      friendlyName: 'Sales Line',
      sid: 'PN1234567890abcdef1234567890abcde',
      capabilities: { voice: true, sms: true, mms: true },
      type: 'local',
      isDefaultNumber: true,
      linkedUser: null,
    },
  ],
  isUnderGhl: true,
  pageSize: 100,
  page: 0,
  accountStatus: 'active',
};

export const signedUpload = {
  uploadUrl: 'https://storage.googleapis.com/bucket/path?X-Goog-Algorithm=x',
  uploadId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
  filePath: 'location/LOCATION1/conversations/c1/uuid.mp4',
  expiresAt: 1784283779598,
  maxFileSize: 104857600,
};

export const completedUpload = {
  uploadedFiles: { 'video.mp4': 'https://storage.googleapis.com/b/video.mp4' },
  metadata: { size: 52428800, contentType: 'video/mp4' },
};

export const tokens = {
  access_token: 'ab12dc0ae1234a7898f9ff06d4f69gh',
  token_type: 'Bearer',
  expires_in: 86399,
  refresh_token: 'xy34dc0ae1234a4858f9ff06d4f66ba',
  scope: 'conversations/message.readonly conversations/message.write',
  userType: 'Location',
  companyId: 'COMPANY1',
  locationId: 'LOCATION1',
  userId: 'USER0000000000000001',
  approvedLocations: ['LOCATION1'],
};

export const installedLocations = {
  locations: [{ _id: 'LOCATION1', name: 'Harbor', address: '1 Pier', isInstalled: true }],
  count: 1,
  installToFutureLocations: true,
};
