/** Every address of the app, in one place: pages first, then the API. */
const segment = encodeURIComponent;
const api = (locationId: string) => `/api/l/${segment(locationId)}`;

export const paths = {
  signIn: '/sign-in',
  inbox: (locationId: string, conversationId?: string | null) =>
    `/l/${segment(locationId)}/inbox${conversationId ? `/${segment(conversationId)}` : ''}`,
};

export const apiPaths = {
  session: '/api/session',
  health: '/api/health',
  conversations: (locationId: string) => `${api(locationId)}/conversations`,
  conversation: (locationId: string, conversationId: string) =>
    `${api(locationId)}/conversations/${segment(conversationId)}`,
  messages: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/messages`,
  /** Sends that are not (yet) messages of the thread. */
  sends: (locationId: string, conversationId: string) =>
    `${apiPaths.conversation(locationId, conversationId)}/sends`,
  send: (locationId: string, conversationId: string, clientId: string) =>
    `${apiPaths.sends(locationId, conversationId)}/${segment(clientId)}`,
  email: (locationId: string, emailId: string) => `${api(locationId)}/emails/${segment(emailId)}`,
  messageAttachment: (locationId: string, messageId: string, index: number) =>
    `${api(locationId)}/messages/${segment(messageId)}/attachments/${index}`,
  emailAttachment: (locationId: string, emailId: string, index: number) =>
    `${api(locationId)}/emails/${segment(emailId)}/attachments/${index}`,
  uploads: (locationId: string) => `${api(locationId)}/uploads`,
  contact: (locationId: string, contactId: string) => `${api(locationId)}/contacts/${segment(contactId)}`,
  users: (locationId: string) => `${api(locationId)}/users`,
};

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
