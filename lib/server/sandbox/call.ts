import 'server-only';
import { isRecord } from './fields';
import type { LocationState } from './location-state';
import type { ContactRecord, ConversationRecord, MessageRecord } from './records';
import { forbiddenLocation, httpException, notFound, type Refusal, unprocessable } from './refusal';

/** One authorised request, as an operation sees it. */
export type Call = {
  location: LocationState;
  /** The other locations of this sandbox: only to tell "not yours" (403) from "does not exist" (404). */
  otherLocations: readonly LocationState[];
  baseUrl: string;
  params: Record<string, string>;
  query: URLSearchParams;
  /** The parsed JSON body; undefined when there was none. */
  json: unknown;
  raw: Buffer;
  contentType: string;
};

/** Only an object takes a traceId: a list goes out bare (CONTRACT 1.8), and bytes as they are. */
export type Answer = {
  status: number;
  body: Record<string, unknown> | readonly unknown[] | Buffer;
  headers?: Record<string, string>;
};

export type Operation = {
  operationId: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in the official document: `/conversations/{conversationId}`. */
  path: string;
  scope: string | null;
  /** The email endpoints have no Version parameter (CONTRACT 1.14). */
  needsVersion?: false;
  /** Under every other version the path does not exist (CONTRACT 1.14). */
  onlyVersion?: 'v3';
  handle: (call: Call) => Answer;
};

export function ok(body: Record<string, unknown> | readonly unknown[]): Answer {
  return { status: 200, body };
}

export function created(body: Record<string, unknown>): Answer {
  return { status: 201, body };
}

export function bodyOf(call: Call): Record<string, unknown> {
  return isRecord(call.json) ? call.json : {};
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

/** Refuses a locationId that is missing (422) or is not the token's own (403). */
export function requireOwnLocation(call: Call, locationId: string | null | undefined): void {
  if (!locationId) {
    throw unprocessable(['locationId should not be empty', 'locationId must be a string']);
  }
  if (locationId !== call.location.id) throw forbiddenLocation();
}

export function requireConversation(call: Call, id: string): ConversationRecord {
  const conversation = call.location.conversations.get(id);
  if (conversation) return conversation;
  throw missing(call, (other) => other.conversations.has(id), `Conversation with id ${id} not found`);
}

export function requireMessage(call: Call, id: string): MessageRecord {
  const message = call.location.findMessage(id);
  if (message) return message;
  throw missing(call, (other) => other.findMessage(id) !== undefined, `Message with id ${id} not found`);
}

/** Contacts answer 400, not 404: their document knows no 404. */
export function requireContact(call: Call, id: string): ContactRecord {
  const contact = call.location.contacts.get(id);
  if (contact) return contact;
  if (call.otherLocations.some((other) => other.contacts.has(id))) throw forbiddenLocation();
  throw httpException(400, `Contact with id ${id} not found`);
}

export function missing(
  call: Call,
  isElsewhere: (other: LocationState) => boolean,
  message: string,
): Refusal {
  return call.otherLocations.some(isElsewhere) ? forbiddenLocation() : notFound(message);
}

/** A page size: `fallback` when absent, capped without a word above `cap` (CONTRACT 1.3). */
export function pageLimit(query: URLSearchParams, fallback: number, cap: number): number {
  const given = query.get('limit');
  if (given === null || given === '') return fallback;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1) {
    throw unprocessable(['limit must not be less than 1', 'limit must be an integer number']);
  }
  return Math.min(limit, cap);
}
