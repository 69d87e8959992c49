import type { APIRequestContext, APIResponse } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { expect } from './fixtures';
import { ours } from './headers';
import type { SandboxDriver } from './sandbox';

type Role = 'admin' | 'agent' | 'viewer';
type Location = Awaited<ReturnType<SandboxDriver['newLocation']>>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Call = { method: Method; path: string; body?: unknown };
type Place = Awaited<ReturnType<typeof prepare>>;

export const everybody: Role[] = ['admin', 'agent', 'viewer'];
const writers: Role[] = ['admin', 'agent'];
const admins: Role[] = ['admin'];
export const call = { to: '+15035550100', from: '+15035550199', status: 'completed' };
export const file = { name: 'gowns.pdf', contentType: 'application/pdf', sizeBytes: 12, channel: 'WHATSAPP' };

/** Every operation that has a route of its own here: by GHL's name, with who may, in an order that can be carried out. */
export function operationsOf(place: Place): [operation: string, roles: Role[], call: Call][] {
  const { id, thread, recorded, scheduled, providers, newContact } = place;
  return [
    [
      'create-conversation',
      writers,
      { method: 'POST', path: apiPaths.conversations(id), body: { contactId: newContact } },
    ],
    ['get-message', everybody, { method: 'GET', path: apiPaths.message(id, recorded) }],
    ['get-message-recording', everybody, { method: 'GET', path: apiPaths.recording(id, recorded) }],
    ['get-message-transcription', everybody, { method: 'GET', path: apiPaths.transcription(id, recorded) }],
    [
      'download-message-transcription',
      everybody,
      { method: 'GET', path: apiPaths.transcriptionText(id, recorded) },
    ],
    [
      'cancel-scheduled-message',
      writers,
      { method: 'DELETE', path: apiPaths.messageSchedule(id, scheduled.message) },
    ],
    [
      'cancel-scheduled-email-message',
      writers,
      { method: 'DELETE', path: apiPaths.emailSchedule(id, scheduled.email) },
    ],
    [
      'send-review-reply',
      writers,
      { method: 'POST', path: apiPaths.reviewReplies(id, thread.review), body: { text: 'Thank you!' } },
    ],
    [
      'live-chat-agent-typing',
      writers,
      { method: 'POST', path: apiPaths.typing(id, thread.chat), body: { isTyping: true } },
    ],
    [
      'add-an-inbound-message',
      admins,
      {
        method: 'POST',
        path: apiPaths.inboundMessages(id, thread.sms),
        body: { type: 'SMS', providerId: providers.sms, text: 'From another phone' },
      },
    ],
    [
      'add-an-outbound-message',
      admins,
      {
        method: 'POST',
        path: apiPaths.calls(id, thread.sms),
        body: { providerId: providers.call, call, attachmentUrls: ['https://provider.example/a.mp3'] },
      },
    ],
    [
      'update-message-status',
      admins,
      { method: 'PUT', path: apiPaths.messageStatus(id, place.logged), body: { status: 'read' } },
    ],
    [
      'add-message-attachments',
      admins,
      {
        method: 'PUT',
        path: apiPaths.messageAttachments(id, place.loggedCall),
        body: { attachmentUrls: ['https://provider.example/b.mp3'] },
      },
    ],
    [
      'export-messages-by-location',
      admins,
      { method: 'GET', path: `${apiPaths.exports(id)}?channel=SMS&limit=10` },
    ],
    [
      'initiate-file-upload',
      writers,
      { method: 'POST', path: apiPaths.uploadInitiation(id), body: { ...file, conversationId: thread.sms } },
    ],
    [
      'complete-file-upload',
      writers,
      {
        method: 'POST',
        path: apiPaths.uploadCompletion(id),
        body: { ...place.upload, conversationId: thread.sms, name: file.name },
      },
    ],
    ['delete-conversation', admins, { method: 'DELETE', path: apiPaths.conversation(id, thread.sms) }],
  ];
}

/** As the app's own pages ask. */
export function ask(
  request: APIRequestContext,
  { method, path, body }: Call,
  baseURL?: string,
): Promise<APIResponse> {
  return request.fetch(`${baseURL}${path}`, { method, data: body, headers: ours(baseURL) });
}

/** What the operations need to be there, made by GHL's own API, so that any role can be tried. */
export async function prepare(request: APIRequestContext, location: Location, sandbox: SandboxDriver) {
  const reach = (method: Method, path: string, body?: unknown) =>
    fetch(sandbox.url + path, {
      method,
      headers: {
        authorization: `Bearer ${location.token}`,
        version: '2021-07-28',
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const ghl = async (method: Method, path: string, body?: unknown) => {
    const answer = await reach(method, path, body);
    expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
    return answer.json();
  };
  const sentencesOf = async (messageId: string): Promise<unknown> => {
    const place = `/conversations/locations/${location.id}/messages/${messageId}/transcription`;
    return (await reach('GET', place)).json();
  };
  const conversation = async (channel: string): Promise<{ id: string; contactId: string }> => {
    const found = await request.get(`${apiPaths.conversations(location.id)}?channel=${channel}`);
    const [row] = (await found.json()).conversations;
    expect(row, channel).toBeTruthy();
    return row;
  };
  await sandbox.rateLimit(location.id, { enabled: false });
  await sandbox.signedUpload(location.id, true);
  const rows = { sms: await conversation('sms'), email: await conversation('email') };
  const thread = {
    sms: rows.sms.id,
    review: (await conversation('review')).id,
    chat: (await conversation('live-chat')).id,
  };
  const providers = {
    sms: (await sandbox.provider(location.id, { type: 'SMS' })).id,
    call: (await sandbox.provider(location.id, { type: 'Call' })).id,
  };
  const scheduledTimestamp = Math.floor(Date.now() / 1000) + 3600;
  const messages = '/conversations/messages';
  const text = { type: 'SMS', contactId: rows.email.contactId, message: 'Later', scheduledTimestamp };
  const mail = { type: 'Email', contactId: rows.email.contactId, html: 'Later', subject: 'Later' };
  const scheduled = {
    message: (await ghl('POST', messages, text)).messageId,
    email: (await ghl('POST', messages, { ...mail, scheduledTimestamp })).emailMessageId,
  };
  const logged = { conversationId: thread.sms, contactId: rows.sms.contactId };
  const inbound = { ...logged, type: 'SMS', conversationProviderId: providers.sms, message: 'Logged' };
  const called = { ...logged, type: 'Call', conversationProviderId: providers.call, call };
  const announced = { locationId: location.id, conversationId: thread.sms, channel: 'WHATSAPP' };
  const { uploadUrl, uploadId, filePath } = await ghl('POST', `${messages}/upload/initiate`, {
    ...announced,
    filename: file.name,
    contentType: file.contentType,
  });
  const put = await fetch(uploadUrl, {
    method: 'PUT',
    headers: { 'content-type': file.contentType },
    body: '%PDF-1.7 abc',
  });
  expect(put.ok).toBe(true);
  const contact = { locationId: location.id, firstName: 'Nova', phone: '+15035550777' };
  return {
    id: location.id,
    thread,
    providers,
    scheduled,
    recorded: await recordedCall(request, location, sentencesOf),
    logged: (await ghl('POST', `${messages}/inbound`, inbound)).messageId,
    loggedCall: (await ghl('POST', `${messages}/outbound`, called)).messageId,
    upload: { uploadId, filePath },
    newContact: (await ghl('POST', '/contacts/', contact)).contact.id,
  };
}

/** Found at GHL itself: what the app has just read it does not ask for again. */
async function recordedCall(
  request: APIRequestContext,
  location: Location,
  sentencesOf: (messageId: string) => Promise<unknown>,
): Promise<string> {
  const found = await request.get(`${apiPaths.conversations(location.id)}?channel=call`);
  for (const { id } of (await found.json()).conversations) {
    for (const message of await messagesOf(request, location, id)) {
      const sentences = message.call ? await sentencesOf(message.id) : null;
      if (Array.isArray(sentences) && sentences.length > 0) return message.id;
    }
  }
  throw new Error('The demo has no call with a transcript.');
}

export async function messagesOf(
  request: APIRequestContext,
  location: Location,
  conversationId: string,
): Promise<{ id: string; call: unknown }[]> {
  const answer = await request.get(apiPaths.messages(location.id, conversationId));
  return (await answer.json()).messages;
}

/** What was sent from here: not what `prepare` has scheduled. */
export async function acceptedOf(sandbox: SandboxDriver, location: Location) {
  return (await sandbox.accepted(location.id)).filter(({ message, html }) => (message ?? html) !== 'Later');
}

export async function timesAsked(sandbox: SandboxDriver, location: Location): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const { operation } of await sandbox.requests(location.id)) {
    times.set(String(operation), (times.get(String(operation)) ?? 0) + 1);
  }
  return times;
}
