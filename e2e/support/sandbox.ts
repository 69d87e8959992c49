/** Drives the sandbox from outside, over the controls it has beside GHL's own API. */

type SandboxLocation = { id: string; name: string; token: string };

type NewLocation = {
  name?: string;
  preset?: 'demo' | 'dental' | 'empty';
  seed?: number;
  conversations?: number;
  messages?: number;
  /** So many conversations share one last-message date: ties at the edge of a page. */
  sameTimestamp?: number;
};

type Inbound = ({ conversationId: string } | { contactId: string }) & {
  /** `SMS`, `Email`, `WhatsApp` and so on, or GHL's `TYPE_SMS`. */
  type: string;
  body?: string;
  html?: string;
  subject?: string;
  attachments?: string[];
  dateAdded?: string | number;
  /** The email this one answers. */
  threadId?: string;
  emailCc?: string[];
};

/** What GHL itself sends: an answer of a workflow, unless another source is named. */
type Outbound = {
  conversationId: string;
  type?: string;
  body?: string;
  source?: 'workflow' | 'campaign' | 'bulk_actions' | 'app';
  userId?: string;
  dateAdded?: number;
  threadId?: string;
};

/** A message of any type, as it is. */
type AnyMessage = {
  conversationId: string;
  /** GHL's `TYPE_SMS`, or a word of no meaning. */
  messageType: string;
  direction?: 'inbound' | 'outbound';
  body?: string;
  subject?: string;
  status?: string;
  source?: string;
  userId?: string;
  dateAdded?: number;
  attachments?: string[];
  meta?: Record<string, unknown>;
  activity?: Record<string, unknown>;
};

type Fault = {
  /** An operation of GHL's documents such as `send-a-new-message`, or `*` for all. */
  operation: string;
  /** How many of the next calls it hits. */
  count?: number;
  kind: 'respond' | 'delay' | 'reset-before' | 'reset-after' | 'reset-mid-body' | 'bad-json';
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  delayMs?: number;
  /** Whether the call is carried out all the same before it is answered with the fault. */
  applyEffect?: boolean;
};

type TokenChange = { scopes?: string[]; removeScopes?: string[]; revoked?: boolean };

type RequestEntry = {
  at: string;
  operation: string | null;
  method: string;
  path: string;
  query: Record<string, string>;
  status: number;
};

type AcceptedEntry = {
  at: string;
  messageId: string;
  conversationId: string;
  contactId: string;
  type: string;
  message: string | null;
  html: string | null;
  subject: string | null;
  attachments: string[];
  emailTo: string | null;
  emailCc: string[];
  emailBcc: string[];
  /** The whole body, as it was asked for. */
  raw: unknown;
};

type PreferenceOrder = {
  feature?: 'on' | '404' | '400';
  role?: 'ok' | '401' | '403';
  /** What the role is refused for: making and changing types, or reading too. */
  roleReach?: 'manage' | 'all';
  shape?: 'wrapped' | 'array' | 'data' | 'subtypes' | 'map' | 'minimal';
};

type PreferenceTruth = {
  subtypes: {
    id: string;
    name: string;
    description?: string;
    channel: string;
    language: string;
    archived: boolean;
  }[];
  /** `type` is the id of a type, or "One on One". */
  choices: { contactId: string; email: string; type: string; status: string }[];
  legalForms: { email: string; type: string; reason: string; description: string | null }[];
};

export type SandboxDriver = ReturnType<typeof driveSandbox>;

export function driveSandbox(sandboxUrl: string) {
  const location = (locationId: string) => `locations/${encodeURIComponent(locationId)}`;

  async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${sandboxUrl}/__sandbox/${path}`, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The sandbox answered ${method} ${path} with ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  return {
    url: sandboxUrl,
    newLocation: (options: NewLocation = {}) =>
      call<SandboxLocation>('POST', 'locations', { preset: 'demo', ...options }),
    deleteLocation: (id: string) => call<void>('DELETE', location(id)),
    reset: (id: string) => call<void>('POST', `${location(id)}/reset`, {}),
    inbound: (id: string, message: Inbound) =>
      call<{ message: { id: string } }>('POST', `${location(id)}/inbound`, message),
    outbound: (id: string, message: Outbound) =>
      call<{ message: { id: string } }>('POST', `${location(id)}/outbound`, message),
    message: (id: string, message: AnyMessage) =>
      call<{ message: { id: string } }>('POST', `${location(id)}/message`, message),
    faults: (id: string, fault: Fault) => call<void>('POST', `${location(id)}/faults`, fault),
    clearFaults: (id: string) => call<void>('DELETE', `${location(id)}/faults`),
    searchLag: (id: string, ms: number) => call<void>('POST', `${location(id)}/search-lag`, { ms }),
    rateLimit: (id: string, options: { max?: number; enabled?: boolean }) =>
      call<void>('POST', `${location(id)}/rate-limit`, options),
    token: (id: string, change: TokenChange) => call<void>('POST', `${location(id)}/token`, change),
    lifelike: (id: string, options: { enabled: boolean; everyMs?: number }) =>
      call<void>('POST', `${location(id)}/lifelike`, options),
    /** A conversation provider that the location's token may speak for. */
    provider: (id: string, options: { type: string; isOwn?: boolean }) =>
      call<{ id: string }>('POST', `${location(id)}/provider`, options),
    /** Whether GHL gives this location addresses for large files. */
    signedUpload: (id: string, enabled: boolean) =>
      call<void>('POST', `${location(id)}/signed-upload`, { enabled }),
    orderPreferences: (id: string, order: PreferenceOrder) =>
      call<void>('POST', `${location(id)}/preferences`, order),
    /** Types and choices as they are, in whatever form they are answered. */
    preferences: (id: string) => call<PreferenceTruth>('GET', `${location(id)}/preferences`),
    /** The delay of every answer, of one location or of all. */
    latency: (ms: number, locationId?: string) => call<void>('POST', 'latency', { ms, locationId }),
    /** Every call that reached the sandbox, oldest first. */
    requests: async (id: string) =>
      (await call<{ requests: RequestEntry[] }>('GET', `${location(id)}/requests`)).requests,
    /** Every message the sandbox took to be sent: what a contact would have received. */
    accepted: async (id: string) =>
      (await call<{ accepted: AcceptedEntry[] }>('GET', `${location(id)}/accepted`)).accepted,
    snapshot: (id: string, conversationId: string) =>
      call<unknown>('GET', `${location(id)}/snapshot/${encodeURIComponent(conversationId)}`),
  };
}
