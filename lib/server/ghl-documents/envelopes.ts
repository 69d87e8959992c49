import 'server-only';

/** `list`: many of what the document describes. Else the name of the field that holds it. */
export type Envelope = { form: string; says: string; contract: string };

/**
 * Answers that come in an envelope which the document does not know. What is inside is checked against the document all
 * the same; without this list it would be checked by nothing.
 */
export const envelopes = new Map<string, Envelope>([
  ['get-messages', { form: 'messages', says: 'flat', contract: 'CONTRACT 1.1' }],
  ['get-message', { form: 'message', says: 'flat', contract: 'CONTRACT 1.1' }],
  ['get-email-by-id', { form: 'emailMessage', says: 'flat', contract: 'CONTRACT 1.1' }],
  ['get-message-transcription', { form: 'list', says: 'one sentence', contract: 'CONTRACT 1.8' }],
]);
