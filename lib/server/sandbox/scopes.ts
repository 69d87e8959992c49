import 'server-only';

/** The scopes of an inbox token (CONTRACT 2.3). */
export const inboxScopes: readonly string[] = [
  'conversations.readonly',
  'conversations.write',
  'conversations/message.readonly',
  'conversations/message.write',
  'conversations/livechat.write',
  'contacts.readonly',
  'contacts.write',
  'users.readonly',
  'locations.readonly',
  'locations/tags.readonly',
  'locations/tags.write',
  'locations/customFields.readonly',
  'locations/customValues.readonly',
  'locations/templates.readonly',
  'locations/tasks.readonly',
  'phonenumbers.read',
  'medias.readonly',
  'medias.write',
  'emails/builder.readonly',
  'oauth.readonly',
  'oauth.write',
  'opportunities.readonly',
  'calendars/events.readonly',
];
