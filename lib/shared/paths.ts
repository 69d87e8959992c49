/** Every address of the app, in one place: pages first, then the API. */
const segment = encodeURIComponent;
const api = (locationId: string) => `/api/l/${segment(locationId)}`;

export const paths = {
  signIn: '/sign-in',
  /** The token of a one-time link stands in the fragment. */
  join: '/join',
  inbox: (locationId: string, conversationId?: string | null) =>
    `/l/${segment(locationId)}/inbox${conversationId ? `/${segment(conversationId)}` : ''}`,
  /** The inbox with a conversation open at one of its messages. */
  message: (locationId: string, conversationId: string, messageId: string) =>
    `${paths.inbox(locationId, conversationId)}?${new URLSearchParams({ message: messageId })}`,
  /** A view over the sends of all conversations. */
  sends: (locationId: string, view: 'attention' | 'scheduled') =>
    `${paths.inbox(locationId)}?${new URLSearchParams({ view })}`,
  settings: (locationId: string) => `/l/${segment(locationId)}/settings`,
  mySettings: (locationId: string) => `${paths.settings(locationId)}/me`,
  subtypes: (locationId: string) => `${paths.settings(locationId)}/subtypes`,
  snippets: (locationId: string) => `${paths.settings(locationId)}/snippets`,
  team: (locationId: string) => `${paths.settings(locationId)}/team`,
  connection: (locationId: string) => `${paths.settings(locationId)}/connection`,
};

export const apiPaths = {
  session: '/api/session',
  health: '/api/health',
  /** Of whoever is signed in. */
  mySettings: '/api/me/settings',
  conversations: (locationId: string) => `${api(locationId)}/conversations`,
  /** How many each of the team's views holds. */
  viewCounts: (locationId: string) => `${apiPaths.conversations(locationId)}/counts`,
  conversation: (locationId: string, conversationId: string) =>
    `${api(locationId)}/conversations/${segment(conversationId)}`,
  messages: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/messages`,
  readMark: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/read-mark`,
  /** That a snooze brought it back, until somebody has looked. */
  snoozeEnd: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/snooze-end`,
  /** Sends that are not (yet) messages of the thread. */
  sends: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/sends`,
  send: (locationId: string, conversationId: string, clientId: string) =>
    `${apiPaths.sends(locationId, conversationId)}/${segment(clientId)}`,
  /** GET: the sends of one view over all conversations. */
  sendsOverview: (locationId: string) => `${api(locationId)}/sends`,
  sendCounts: (locationId: string) => `${apiPaths.sendsOverview(locationId)}/counts`,
  /** Of the person who asks, over all conversations. */
  drafts: (locationId: string) => `${api(locationId)}/drafts`,
  /** PUT: one draft of a conversation. */
  draft: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/draft`,
  snippets: (locationId: string) => `${api(locationId)}/snippets`,
  snippet: (locationId: string, snippetId: string) =>
    `${apiPaths.snippets(locationId)}/${segment(snippetId)}`,
  /** POST: it was put into a message just now. */
  snippetUse: (locationId: string, snippetId: string) => `${apiPaths.snippet(locationId, snippetId)}/use`,
  /** Texts that the team wrote in GHL. */
  templates: (locationId: string) => `${api(locationId)}/templates`,
  /** What the braces of a snippet can stand for, with `?contactId=` of that contact. */
  variables: (locationId: string) => `${api(locationId)}/variables`,
  phoneNumbers: (locationId: string) => `${api(locationId)}/phone-numbers`,
  email: (locationId: string, emailId: string) => `${api(locationId)}/emails/${segment(emailId)}`,
  messageAttachment: (locationId: string, messageId: string, index: number) =>
    `${api(locationId)}/messages/${segment(messageId)}/attachments/${index}`,
  emailAttachment: (locationId: string, emailId: string, index: number) =>
    `${api(locationId)}/emails/${segment(emailId)}/attachments/${index}`,
  /** A remote image of a mail, by its place in `remoteImages` of it. */
  /** What stands beneath an answer to it. */
  emailQuote: (locationId: string, emailId: string) => `${apiPaths.email(locationId, emailId)}/quote`,
  emailImage: (locationId: string, emailId: string, index: number) =>
    `${apiPaths.email(locationId, emailId)}/images/${index}`,
  /** Whose images a person wants to see. */
  allowedSenders: (locationId: string) => `${api(locationId)}/allowed-senders`,
  /** Every file of a thread's messages. */
  conversationFiles: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/files`,
  uploads: (locationId: string) => `${api(locationId)}/uploads`,
  /** A large file by a signed address: announced, put there, completed. */
  uploadInitiation: (locationId: string) => `${apiPaths.uploads(locationId)}/initiate`,
  uploadCompletion: (locationId: string) => `${apiPaths.uploads(locationId)}/complete`,
  message: (locationId: string, messageId: string) => `${api(locationId)}/messages/${segment(messageId)}`,
  messageSchedule: (locationId: string, messageId: string) =>
    `${apiPaths.message(locationId, messageId)}/schedule`,
  emailSchedule: (locationId: string, emailId: string) => `${apiPaths.email(locationId, emailId)}/schedule`,
  recording: (locationId: string, messageId: string) =>
    `${apiPaths.message(locationId, messageId)}/recording`,
  transcription: (locationId: string, messageId: string) =>
    `${apiPaths.message(locationId, messageId)}/transcription`,
  transcriptionText: (locationId: string, messageId: string) =>
    `${apiPaths.transcription(locationId, messageId)}/download`,
  messageStatus: (locationId: string, messageId: string) =>
    `${apiPaths.message(locationId, messageId)}/status`,
  messageAttachments: (locationId: string, messageId: string) =>
    `${apiPaths.message(locationId, messageId)}/attachments`,
  /** What the contact said, and a call to them, by a provider of the location's own. */
  inboundMessages: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/inbound-messages`,
  calls: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/calls`,
  reviewReplies: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/review-replies`,
  typing: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/typing`,
  exports: (locationId: string) => `${api(locationId)}/exports`,
  contacts: (locationId: string) => `${api(locationId)}/contacts`,
  contact: (locationId: string, contactId: string) => `${api(locationId)}/contacts/${segment(contactId)}`,
  preferences: (locationId: string, contactId: string) =>
    `${apiPaths.contact(locationId, contactId)}/preferences`,
  subtypes: (locationId: string) => `${api(locationId)}/subtypes`,
  subtype: (locationId: string, subtypeId: string) =>
    `${apiPaths.subtypes(locationId)}/${segment(subtypeId)}`,
  /** Name and time zone, as GHL has them. */
  location: (locationId: string) => `${api(locationId)}/location`,
  /** Whom an email of the person can be from, and which addresses are the team's own. */
  emailSenders: (locationId: string) => `${api(locationId)}/email-senders`,
  users: (locationId: string) => `${api(locationId)}/users`,
  join: '/api/join',
  joinLink: '/api/join/link',
  people: (locationId: string) => `${api(locationId)}/people`,
  person: (locationId: string, personId: string) => `${apiPaths.people(locationId)}/${segment(personId)}`,
  personLink: (locationId: string, personId: string) => `${apiPaths.person(locationId, personId)}/link`,
  personSessions: (locationId: string, personId: string) =>
    `${apiPaths.person(locationId, personId)}/sessions`,
  connection: (locationId: string) => `${api(locationId)}/connection`,
  connectionChecks: (locationId: string) => `${api(locationId)}/connection/checks`,
  tags: (locationId: string) => `${api(locationId)}/tags`,
  /** Views that people made for themselves or for the team. */
  savedViews: (locationId: string) => `${api(locationId)}/views`,
  savedView: (locationId: string, viewId: string) => `${apiPaths.savedViews(locationId)}/${segment(viewId)}`,
  /** POST: a change of one conversation or of many. GET: those that are not finished. */
  jobs: (locationId: string) => `${api(locationId)}/jobs`,
  /** GET: how far it is. DELETE: stop. */
  job: (locationId: string, jobId: string) => `${apiPaths.jobs(locationId)}/${segment(jobId)}`,
  jobUndo: (locationId: string, jobId: string) => `${apiPaths.job(locationId, jobId)}/undo`,
};

/** The conversation that an address of the inbox has open. */
export function conversationIdIn(pathname: string): string | null {
  const [, , , page, id] = pathname.split('/');
  return page === 'inbox' && id ? decodeURIComponent(id) : null;
}

/** Set on reads that a timer asks for: they wait behind a person's click. */
export const refreshHeader = 'x-parley-refresh';

/** The same screen in GHL itself. `ghlAppUrl` has no slash at its end. */
export const ghlPaths = {
  conversation: (ghlAppUrl: string, locationId: string, conversationId: string) =>
    `${ghlAppUrl}/v2/location/${segment(locationId)}/conversations/conversations/${segment(conversationId)}`,
  contact: (ghlAppUrl: string, locationId: string, contactId: string) =>
    `${ghlAppUrl}/v2/location/${segment(locationId)}/contacts/detail/${segment(contactId)}`,
};

/** Where to go after sign-in: a path of this app, or nothing. Anything that could leave the app is refused. */
export function safeNextPath(next: unknown): string | null {
  if (typeof next !== 'string' || !next.startsWith('/l/') || next.length > 2000) return null;
  try {
    const url = new URL(next, 'http://app.invalid');
    return url.origin === 'http://app.invalid' && url.pathname.startsWith('/l/')
      ? url.pathname + url.search
      : null;
  } catch {
    return null;
  }
}
