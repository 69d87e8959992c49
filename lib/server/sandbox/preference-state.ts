import 'server-only';

/** The type that needs no id: GHL's documents name it, and it alone, as a default type (DOC). */
export const oneOnOne = 'One on One';

export const subtypeChannels = ['email', 'sms'] as const;
export const subscriptionStatuses = ['subscribed', 'unsubscribed'] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

export type SubtypeRecord = {
  id: string;
  name: string;
  description?: string;
  channel: (typeof subtypeChannels)[number];
  language: string;
  archived: boolean;
  legalFormId?: string;
  dateAdded: number;
  dateUpdated: number;
};

/** What an address of a contact said about a type. `type` is the id of a subtype, or the words of the default one. */
type Choice = {
  contactId: string;
  email: string;
  type: string;
  status: SubscriptionStatus;
  at: number;
};

/** "Legal forms are automatically created for user-initiated resubscribe actions" (DOC). */
type LegalForm = {
  id: string;
  contactId: string;
  email: string;
  /** A type, or `all`. */
  type: string;
  reason: string;
  description: string | null;
  at: number;
};

/** Nobody has recorded an answer of these operations (CONTRACT 1.9), so there are several to choose from. */
export const answerShapes = ['wrapped', 'array', 'data', 'subtypes', 'map', 'minimal'] as const;
export type AnswerShape = (typeof answerShapes)[number];

/** `404`: the paths do not exist. `400`: they do, and say that the feature is not there. */
export const featureStates = ['on', '404', '400'] as const;
export const roleStates = ['ok', '401', '403'] as const;
/** Making and changing types is for admins (DOC); whether reading is, is not known. */
export const roleReaches = ['manage', 'all'] as const;

/** Subscription types of a location, and who wants what. */
export class PreferenceState {
  readonly subtypes = new Map<string, SubtypeRecord>();
  readonly legalForms: LegalForm[] = [];
  shape: AnswerShape = 'wrapped';
  feature: (typeof featureStates)[number] = 'on';
  role: (typeof roleStates)[number] = 'ok';
  roleReach: (typeof roleReaches)[number] = 'manage';
  readonly #choices = new Map<string, Choice>();

  choices(): Choice[] {
    return [...this.#choices.values()];
  }

  choiceOf(contactId: string, email: string, type: string): Choice | undefined {
    return this.#choices.get(keyOf(contactId, email, type));
  }

  /** Everybody gets everything until they say no: GHL asks for opting out only (GHL's help on the feature). */
  statusOf(contactId: string, email: string, type: string): SubscriptionStatus {
    return this.choiceOf(contactId, email, type)?.status ?? 'subscribed';
  }

  choose(choice: Choice): void {
    this.#choices.set(keyOf(choice.contactId, choice.email, choice.type), choice);
  }
}

function keyOf(contactId: string, email: string, type: string): string {
  return JSON.stringify([contactId, email.toLowerCase(), type]);
}
