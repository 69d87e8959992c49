import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  GhlCursorError,
  GhlCursorExpiredError,
  GhlHttpError,
  GhlIdError,
  GhlNetworkError,
  GhlShapeError,
} from './errors';
import { exportMessages } from './exports';
import {
  addInboundMessage,
  addOutboundCall,
  setMessageAttachments,
  updateMessageStatus,
} from './logged-messages';
import { getMessage, listMessages } from './messages';
import { getRecording } from './recordings';
import { sendReviewReply } from './review-replies';
import { cancelScheduledEmail, cancelScheduledMessage } from './scheduled';
import { completeUpload, initiateUpload } from './signed-uploads';
import { messages, smsMessage } from './testing/recorded';
import { completedUpload, exportPage, signedUpload, transcription } from './testing/recorded-neighbours';
import { json, startUpstream } from './testing/upstream';
import { downloadTranscription, getTranscription } from './transcriptions';
import { showTyping } from './typing';

type Reply = { status?: number; body?: unknown; headers?: Record<string, string>; text?: string; cut?: true };
/** What the upstream answers next; the last one again and again. */
let replies: Reply[] = [];
let upstream: Awaited<ReturnType<typeof startUpstream>>;

beforeAll(async () => {
  upstream = await startUpstream((_seen, response) => {
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? {};
    if (reply.cut) return response.destroy();
    if (reply.text === undefined) return json(response, reply.body ?? {}, reply.status, reply.headers);
    response.writeHead(reply.status ?? 200, reply.headers).end(reply.text);
  });
});
afterAll(() => upstream.close());
beforeEach(() => {
  replies = [];
  upstream.requests.length = 0;
});
const asked = () => upstream.requests.map(({ method, path }) => `${method} ${path}`);
const lastBody = (): unknown => JSON.parse(upstream.requests.at(-1)?.body ?? '');

describe('a scheduled message', () => {
  it('is cancelled by its id, an email by that of the mail', async () => {
    replies = [{ body: { status: 200, message: 'done' } }];
    await cancelScheduledMessage(upstream.client(), 'm1');
    await cancelScheduledEmail(upstream.client(), 'e1');
    expect(asked()).toEqual([
      'DELETE /conversations/messages/m1/schedule',
      'DELETE /conversations/messages/email/e1/schedule',
    ]);
  });

  it('is not cancelled when a success says that it failed', async () => {
    replies = [{ body: { status: 404, message: 'Failed cancel the scheduled message' } }];
    const cancelled = cancelScheduledMessage(upstream.client(), 'm1');
    await expect(cancelled).rejects.toMatchObject({ status: 404, operation: 'cancel-scheduled-message' });
    await expect(cancelScheduledMessage(upstream.client(), '../m1')).rejects.toBeInstanceOf(GhlIdError);
    expect(upstream.requests).toHaveLength(1);
  });
});

describe('a reply to a review', () => {
  const reply = { conversationId: 'c1', text: 'Thank you' };

  it('is posted once, and the thread is read again', async () => {
    const thread = { body: { messages: { messages, nextPage: false } } };
    replies = [thread, { body: { messageIds: ['m9'], conversationId: 'c1' } }, thread];
    const ghl = upstream.client();
    await listMessages(ghl, 'c1');
    expect(await sendReviewReply(ghl, reply)).toEqual({ messageId: 'm9' });
    expect(lastBody()).toEqual({ conversationId: 'c1', locationId: 'LOCATION1', message: 'Thank you' });
    await listMessages(ghl, 'c1');
    expect(asked()).toHaveLength(3);
  });

  it('is never repeated', async () => {
    for (const [failure, kind] of [
      [{ cut: true } as const, GhlNetworkError],
      [{ status: 500 }, GhlHttpError],
      [{ body: {} }, GhlShapeError],
    ] as const) {
      upstream.requests.length = 0;
      replies = [failure];
      await expect(sendReviewReply(upstream.client(), reply)).rejects.toBeInstanceOf(kind);
      expect(upstream.requests).toHaveLength(1);
    }
  });
});

describe('what a provider logs', () => {
  const place = { conversationId: 'c1', contactId: 'k1' };
  const at = Date.UTC(2026, 6, 17, 12);

  it('comes in with what was given and nothing else', async () => {
    replies = [{ body: { success: true, conversationId: 'c1', messageId: 'm1', message: 'ok' } }];
    const message = {
      type: 'SMS',
      providerId: 'p1',
      text: 'Hi',
      attachmentUrls: [] as string[],
      at,
    } as const;
    expect(await addInboundMessage(upstream.client(), place, message)).toEqual({
      messageId: 'm1',
      emailMessageId: null,
    });
    expect(asked()).toEqual(['POST /conversations/messages/inbound']);
    expect(lastBody()).toEqual({
      type: 'SMS',
      ...place,
      conversationProviderId: 'p1',
      message: 'Hi',
      date: '2026-07-17T12:00:00.000Z',
    });
  });

  it('is not believed when GHL says yes and names no message', async () => {
    replies = [{ status: 201, body: {} }];
    const message = { type: 'Custom', providerId: 'p1', text: 'Hi', attachmentUrls: [] as string[] } as const;
    await expect(addInboundMessage(upstream.client(), place, message)).rejects.toBeInstanceOf(GhlShapeError);
    expect(upstream.requests).toHaveLength(1);
  });

  it('may be a call that went out', async () => {
    replies = [{ body: { messageId: 'm1' } }];
    const call = { to: '+15550001234', from: '+15550009999', status: 'completed' } as const;
    const attachmentUrls = ['https://provider.example/call.mp3'];
    await addOutboundCall(upstream.client(), 'c1', {
      providerId: 'p1',
      call,
      attachmentUrls,
      at,
      altId: 'x',
    });
    expect(asked()).toEqual(['POST /conversations/messages/outbound']);
    expect(lastBody()).toEqual({
      type: 'Call',
      conversationId: 'c1',
      conversationProviderId: 'p1',
      attachments: attachmentUrls,
      date: '2026-07-17T12:00:00.000Z',
      altId: 'x',
      call,
    });
  });

  it('changes its status and files, and is read again after that', async () => {
    replies = [{ body: { message: smsMessage } }];
    const ghl = upstream.client();
    const id = smsMessage.id;
    await getMessage(ghl, id);
    const error = { code: '1', type: 'saas', message: 'Landline' };
    await updateMessageStatus(ghl, id, { status: 'failed', error });
    expect(lastBody()).toEqual({ status: 'failed', error });
    await setMessageAttachments(ghl, id, []);
    expect(lastBody()).toEqual({ attachments: [] });
    await getMessage(ghl, id);
    expect(asked()).toEqual([
      `GET /conversations/messages/${id}`,
      `PUT /conversations/messages/${id}/status`,
      `PUT /conversations/messages/${id}/attachments`,
      `GET /conversations/messages/${id}`,
    ]);
  });
});

describe('typing', () => {
  it('is told with the visitor', async () => {
    replies = [{ status: 201, body: { success: true } }];
    const visitor = { conversationId: 'c1', visitorId: 'v1' };
    await showTyping(upstream.client(), { ...visitor, isTyping: true });
    expect(asked()).toEqual(['POST /conversations/providers/live-chat/typing']);
    expect(lastBody()).toEqual({ ...visitor, locationId: 'LOCATION1', isTyping: 'true' });
  });
});

describe('a recording', () => {
  const wav = { 'content-type': 'audio/x-wav', 'content-disposition': 'attachment; filename=audio.wav' };

  it('streams, with what it is and how large', async () => {
    replies = [{ text: 'RIFFsound', headers: { ...wav, 'content-length': '9' } }];
    const recording = await getRecording(upstream.client(), 'm1');
    expect(recording).toMatchObject({ ending: 'wav', sizeBytes: 9, contentRange: null });
    expect(await textOf(recording?.content ?? Readable.from([]))).toBe('RIFFsound');
    expect(asked()).toEqual(['GET /conversations/messages/m1/locations/LOCATION1/recording']);
    expect(upstream.requests[0]?.headers.range).toBeUndefined();
  });

  it('passes a range on, and takes only the part that was asked for', async () => {
    const part = (range: string) => ({
      status: 206,
      text: 'so',
      headers: { ...wav, 'content-range': range },
    });
    replies = [part('bytes 4-5/9'), part('bytes 3-4/9'), part('pages 4-5/9'), part('bytes 4-5/9')];
    const range = 'bytes=4-5';
    const recording = await getRecording(upstream.client(), 'm1', { range });
    expect(recording?.contentRange).toBe('bytes 4-5/9');
    recording?.content.destroy();
    expect(upstream.requests[0]?.headers.range).toBe(range);
    for (const asked of [{ range }, { range }, {}]) {
      await expect(getRecording(upstream.client(), 'm1', asked)).rejects.toBeInstanceOf(GhlShapeError);
    }
  });

  it.each([400, 404, 422])('is missing after a %i', async (status) => {
    replies = [{ status, body: { message: 'No recording found' } }];
    expect(await getRecording(upstream.client(), 'm1')).toBeNull();
  });

  it('is no page and no JSON', async () => {
    for (const type of ['text/html', 'application/json', 'image/svg+xml']) {
      replies = [{ text: '<html></html>', headers: { 'content-type': type } }];
      await expect(getRecording(upstream.client(), 'm1')).rejects.toBeInstanceOf(GhlShapeError);
    }
    replies = [{ text: 'x', headers: { 'content-type': 'binary/octet-stream' } }];
    const unknown = await getRecording(upstream.client(), 'm1');
    expect(unknown?.ending).toBeNull();
    unknown?.content.destroy();
  });

  it('is asked for again when it did not begin, and refused like every call', async () => {
    replies = [{ cut: true }, { status: 503 }, { text: 'x', headers: wav }];
    const recording = await getRecording(upstream.client(), 'm1');
    recording?.content.destroy();
    expect(upstream.requests).toHaveLength(3);
    replies = [{ status: 401, body: { message: 'The token is not authorized for this scope.' } }];
    await expect(getRecording(upstream.client(), 'm1')).rejects.toMatchObject({ kind: 'scope' });
  });
});

describe('a transcript', () => {
  it('is read in order, numbers from texts', async () => {
    replies = [{ body: transcription.toReversed() }];
    const { sentences } = await getTranscription(upstream.client(), 'm1');
    expect(asked()).toEqual(['GET /conversations/locations/LOCATION1/messages/m1/transcription']);
    expect(sentences.map(({ text }) => text)).toEqual(['This call may be recorded.', 'That is fine.']);
    expect(sentences[0]).toEqual({
      channel: 1,
      index: 0,
      startMs: 340,
      endMs: 2450,
      text: 'This call may be recorded.',
      confidence: 0.94,
    });
  });

  it('may be one sentence, and is empty until it is written', async () => {
    replies = [{ body: transcription[0] }];
    expect((await getTranscription(upstream.client(), 'm1')).sentences).toHaveLength(1);
    for (const body of [[], {}]) {
      replies = [{ body }];
      expect(await getTranscription(upstream.client(), 'm1')).toEqual({ sentences: [], left: 0 });
    }
  });

  it('is read as far as it makes sense, and no further than anybody talks', async () => {
    const said = (transcript: unknown, startTime: unknown) => ({
      transcript,
      startTime,
      endTime: '-1',
      confidence: 'x',
    });
    replies = [
      {
        body: [
          said('a', -5),
          said('b', 'soon'),
          said('c', '1e400'),
          said(['d'], 1),
          'e',
          null,
          [said('f', 1)],
        ],
      },
    ];
    const { sentences } = await getTranscription(upstream.client(), 'm1');
    expect(sentences.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['a', null, null],
      ['b', null, null],
      ['c', null, null],
    ]);
    replies = [{ body: Array.from({ length: 100_000 }, (_, index) => said('Yes.', index)) }];
    const long = await getTranscription(upstream.client(), 'm2');
    expect([long.sentences.length, long.left]).toEqual([5000, 95_000]);
  });

  it('comes as a text too, but not as a page', async () => {
    const headers = { 'content-type': 'text/plain' };
    replies = [{ text: 'Speaker 1: Grüezi\n', headers }];
    expect(await downloadTranscription(upstream.client(), 'm1')).toBe('Speaker 1: Grüezi\n');
    replies = [{ text: '<html>', headers: { 'content-type': 'text/html' } }];
    await expect(downloadTranscription(upstream.client(), 'm1')).rejects.toBeInstanceOf(GhlShapeError);
  });
});

describe('an export', () => {
  const filter = { sort: 'newest', sortBy: 'createdAt' } as const;

  it('asks with its filter and goes on from its cursor', async () => {
    replies = [{ body: exportPage }, { body: { ...exportPage, nextCursor: null } }];
    const ghl = upstream.client();
    const asked = { ...filter, sort: 'oldest', channel: 'SMS', contactId: 'k1', from: 0, limit: 10 } as const;
    const first = await exportMessages(ghl, asked);
    expect(first).toMatchObject({ total: 1234, messages: [{ kind: 'message', id: smsMessage.id }] });
    expect(Object.fromEntries(upstream.requests[0]?.query ?? [])).toEqual({
      locationId: 'LOCATION1',
      limit: '10',
      sortBy: 'createdAt',
      sortOrder: 'asc',
      contactId: 'k1',
      channel: 'SMS',
      startDate: '1970-01-01T00:00:00.000Z',
    });
    const second = await exportMessages(ghl, asked, { cursor: first.nextCursor });
    expect(upstream.requests[1]?.query.get('cursor')).toBe(first.nextCursor);
    expect(second.nextCursor).toBeNull();
  });

  it('says when its cursor died, and keeps other refusals as they are', async () => {
    replies = [{ status: 400, body: { message: 'Invalid or expired cursor' } }];
    const ghl = upstream.client();
    const dead = exportMessages(ghl, filter, { cursor: 'abc' });
    await expect(dead).rejects.toBeInstanceOf(GhlCursorExpiredError);
    await expect(exportMessages(ghl, filter)).rejects.toMatchObject({ status: 400 });
    await expect(exportMessages(ghl, filter, { cursor: 'a b\n' })).rejects.toBeInstanceOf(GhlCursorError);
    expect(upstream.requests).toHaveLength(2);
  });

  it('ends where GHL would go round for ever', async () => {
    replies = [{ body: exportPage }];
    const cursor = exportPage.nextCursor;
    expect((await exportMessages(upstream.client(), filter, { cursor })).nextCursor).toBeNull();
    replies = [{ body: { ...exportPage, messages: [] } }];
    expect((await exportMessages(upstream.client(), filter)).nextCursor).toBeNull();
  });

  it('keeps what it cannot read', async () => {
    replies = [{ body: { messages: [smsMessage, null, 7], total: '3' } }];
    const page = await exportMessages(upstream.client(), filter);
    expect(page.messages.map(({ kind }) => kind)).toEqual(['message', 'unreadable', 'unreadable']);
    expect(page.total).toBe(3);
  });
});

describe('a large file', () => {
  const file = {
    conversationId: 'c1',
    name: 'video.mp4',
    contentType: 'video/mp4',
    sizeBytes: 52428800,
    channel: 'WHATSAPP',
  };

  it('is announced and completed', async () => {
    replies = [{ body: signedUpload }, { body: completedUpload }];
    const ghl = upstream.client();
    const { uploadId, filePath } = await initiateUpload(ghl, file);
    expect(lastBody()).toEqual({
      locationId: 'LOCATION1',
      conversationId: 'c1',
      filename: 'video.mp4',
      contentType: 'video/mp4',
      fileSize: 52428800,
      channel: 'WHATSAPP',
    });
    const done = await completeUpload(ghl, { conversationId: 'c1', uploadId, filePath, name: 'video.mp4' });
    expect(done).toEqual({ url: completedUpload.uploadedFiles['video.mp4'], sizeBytes: 52428800 });
    expect(lastBody()).toEqual({
      uploadId,
      filePath,
      locationId: 'LOCATION1',
      conversationId: 'c1',
      filename: 'video.mp4',
    });
  });

  it.each(['http://evil.example/put', 'javascript:1', 'https://a:b@storage.googleapis.com/x', 7])(
    'is not put at %j',
    async (uploadUrl) => {
      replies = [{ body: { ...signedUpload, uploadUrl } }];
      await expect(initiateUpload(upstream.client(), file)).rejects.toBeInstanceOf(GhlShapeError);
    },
  );
});
