import 'server-only';

/** The words in which demo data is written. */

export type Staff = 'mika' | 'jonas' | 'priya';
export type Who = 'them' | 'auto' | Staff;

export type SeedPerson = {
  first?: string;
  last?: string;
  email?: string;
  phone?: string;
  company?: string;
  tags?: string[];
  owner?: Staff;
  source?: string;
  city?: string;
  state?: string;
  country?: string;
  timezone?: string;
  blocked?: string[];
  isBlockedEverywhere?: boolean;
  hasOptedOutOf?: string[];
  otherEmails?: string[];
  hasPhoto?: boolean;
  visitorId?: string;
  otherPhones?: string[];
};

type Base = { agoMs: number; who: Who };

export type TextLine = Base & {
  kind: 'text';
  text: string;
  via?: string;
  status?: string;
  files?: string[];
  meta?: Record<string, unknown>;
};
export type CallLine = Base & {
  kind: 'call';
  seconds: number | null;
  status: string;
  via?: string;
  /** What was said, as in a topic: `>` is the contact, `<` the team. Without it the call gets small talk. */
  talk?: readonly string[];
  /** Its transcript stays empty for good. */
  isNeverTranscribed?: boolean;
};
export type CommentLine = Base & { kind: 'comment'; text: string; mentions: Staff[] };
export type EventLine = Base & {
  kind: 'event';
  via: string;
  title: string;
  type: string;
  text: string;
  data?: Record<string, unknown>;
};
export type MailLine = Base & {
  kind: 'mail';
  /** Mails of one key are one thread item. */
  thread: string;
  subject: string;
  html: string;
  cc?: string[];
  files?: string[];
  status?: string;
};
export type ScheduledLine = {
  kind: 'scheduled';
  agoMs: number;
  who: Staff;
  text: string;
  inMs: number;
  via?: string;
};

export type SeedLine = TextLine | CallLine | CommentLine | EventLine | MailLine | ScheduledLine;

export type SeedThread = {
  person: SeedPerson;
  /** Used by lines that name no channel of their own. */
  channel: string;
  unread?: number;
  starred?: boolean;
  following?: Staff[];
  lines: SeedLine[];
  /** Of a conversation without messages. */
  madeAgoMs?: number;
};

export const m = (minutes: number): number => Math.round(minutes * 60_000);
export const h = (hours: number): number => m(hours * 60);
export const d = (days: number): number => h(days * 24);

type TextExtra = Partial<Pick<TextLine, 'via' | 'status' | 'files' | 'meta'>>;

export function them(agoMs: number, text: string, extra: TextExtra = {}): TextLine {
  return { kind: 'text', agoMs, who: 'them', text, ...extra };
}

export function us(who: Staff, agoMs: number, text: string, extra: TextExtra = {}): TextLine {
  return { kind: 'text', agoMs, who, text, ...extra };
}

/** Sent by a workflow. */
export function auto(agoMs: number, text: string, extra: TextExtra = {}): TextLine {
  return { kind: 'text', agoMs, who: 'auto', text, ...extra };
}

type CallExtra = Pick<CallLine, 'talk' | 'isNeverTranscribed'>;

export function call(
  who: Who,
  agoMs: number,
  seconds: number | null,
  status = 'completed',
  extra: CallExtra = {},
): CallLine {
  return { kind: 'call', agoMs, who, seconds, status, ...extra };
}

export function voicemail(
  agoMs: number,
  seconds: number,
  via = 'TYPE_VOICEMAIL',
  extra: CallExtra = {},
): CallLine {
  return { kind: 'call', agoMs, who: 'them', seconds, status: 'voicemail', via, ...extra };
}

/** `@{jonas}` in the text becomes a mention in GHL's form. */
export function comment(who: Staff, agoMs: number, text: string): CommentLine {
  const mentions = (['mika', 'jonas', 'priya'] as const).filter((name) => text.includes(`@{${name}}`));
  return { kind: 'comment', agoMs, who, text, mentions };
}

export function event(
  name: string,
  agoMs: number,
  title: string,
  type: string,
  text: string,
  data?: Record<string, unknown>,
): EventLine {
  return { kind: 'event', agoMs, who: 'auto', via: `TYPE_ACTIVITY_${name}`, title, type, text, data };
}

export function mail(
  who: Who,
  agoMs: number,
  thread: string,
  subject: string,
  html: string,
  extra: Partial<Pick<MailLine, 'cc' | 'files' | 'status'>> = {},
): MailLine {
  return { kind: 'mail', agoMs, who, thread, subject, html, ...extra };
}

export function scheduled(who: Staff, inMs: number, text: string, via?: string): ScheduledLine {
  return { kind: 'scheduled', agoMs: 0, who, text, inMs, via };
}
