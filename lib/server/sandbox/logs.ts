import 'server-only';

/** Never holds a header: a token must not be readable from a log. */
export type RequestEntry = {
  at: string;
  operation: string | null;
  method: string;
  path: string;
  query: Record<string, string>;
  status: number;
  userAgent: string;
};

export type AcceptedEntry = {
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
  raw: unknown;
};

/** One attempt to post an event, or an event that was never posted. */
export type WebhookEntry = {
  at: string;
  webhookId: string;
  type: string;
  locationId: string | null;
  url: string;
  attempt: number;
  outcome: 'delivered' | 'retrying' | 'given up' | 'dropped';
  status: number | null;
  error: string | null;
  event: Record<string, unknown>;
};

const maxRequests = 5_000;
/** Sends are what tests count over thousands of faults, so far more of them are kept. */
const maxAccepted = 50_000;
const maxWebhooks = 5_000;

class Ring<T> {
  readonly #max: number;
  #items: T[] = [];

  constructor(max: number) {
    this.#max = max;
  }

  add(item: T): void {
    this.#items.push(item);
    // Trimmed in batches: cutting one off a full array at every request would copy all of it each time.
    if (this.#items.length >= this.#max * 2) this.#items = this.#items.slice(-this.#max);
  }

  all(): T[] {
    return this.#items.slice(-this.#max);
  }
}

export class RequestLog extends Ring<RequestEntry> {
  constructor() {
    super(maxRequests);
  }
}

export class AcceptedLog extends Ring<AcceptedEntry> {
  constructor() {
    super(maxAccepted);
  }
}

export class WebhookLog extends Ring<WebhookEntry> {
  constructor() {
    super(maxWebhooks);
  }
}
