import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

/** The calls of one contact, newest first. */
async function callsOf(name: string): Promise<unknown[]> {
  const query = new URLSearchParams({ locationId: sandbox.locationId, query: name });
  const rows = await sandbox.api('GET', `/conversations/search?${query}`);
  const id = textAt(rows.body, 'conversations', 0, 'id');
  const types = 'TYPE_CALL,TYPE_VOICEMAIL,TYPE_CAMPAIGN_VOICEMAIL';
  const { body } = await sandbox.api('GET', `/conversations/${id}/messages?limit=100&type=${types}`);
  return listAt(body, 'messages', 'messages');
}

const recordingPath = (id: unknown, locationId = sandbox.locationId) =>
  `/conversations/messages/${String(id)}/locations/${locationId}/recording`;
const transcriptPath = (id: unknown, locationId = sandbox.locationId) =>
  `/conversations/locations/${locationId}/messages/${String(id)}/transcription`;

async function record(id: unknown, headers = {}): Promise<{ response: Response; wav: Buffer }> {
  const response = await fetch(`${sandbox.url}${recordingPath(id)}`, {
    headers: {
      authorization: `Bearer ${sandbox.token}`,
      version: '2021-04-15',
      'user-agent': 'parley-test/1.0',
      ...headers,
    },
  });
  return { response, wav: Buffer.from(await response.arrayBuffer()) };
}

async function sentencesOf(id: unknown): Promise<unknown[]> {
  const { status, body } = await sandbox.api('GET', transcriptPath(id));
  expect(status).toBe(200);
  return listAt({ body }, 'body');
}

describe('a recording', () => {
  it.each([
    ['Amara', 192],
    ['Malik', 34],
    ['Ruth', 421],
  ])('of %s is a WAV as long as the call', async (name, seconds) => {
    const call = (await callsOf(name)).find((item) => at(item, 'meta', 'call', 'duration') === seconds);
    const { response, wav } = await record(at(call, 'id'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('audio/x-wav');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=audio.wav');
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
    expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
    expect(wav.toString('latin1', 8, 16)).toBe('WAVEfmt ');
    expect(wav.readUInt32LE(40) / wav.readUInt32LE(28)).toBe(seconds);
  });

  it('is whole and the same whatever range is asked for', async () => {
    const [voicemail] = await callsOf('Malik');
    const whole = await record(at(voicemail, 'id'));
    const part = await record(at(voicemail, 'id'), { range: 'bytes=0-99' });
    expect(part.response.status).toBe(200);
    expect(part.wav.equals(whole.wav)).toBe(true);
  });

  it('is heard exactly where the transcript says that somebody speaks', async () => {
    const [call] = await callsOf('Amara');
    const { wav } = await record(at(call, 'id'));
    const isHeard = (fromMs: number, toMs: number) =>
      wav.subarray(44 + fromMs * 8, 44 + toMs * 8).some((sample) => sample !== 128);
    let silentFrom = 0;
    for (const sentence of await sentencesOf(at(call, 'id'))) {
      const [startMs, endMs] = [Number(at(sentence, 'startTime')), Number(at(sentence, 'endTime'))];
      expect(isHeard(startMs, endMs)).toBe(true);
      expect(isHeard(silentFrom, startMs)).toBe(false);
      silentFrom = endMs;
    }
    expect(isHeard(silentFrom, 192_000)).toBe(false);
  });

  it('can break off in the middle', async () => {
    const [voicemail] = await callsOf('Malik');
    const fault = { operation: 'get-message-recording', kind: 'reset-mid-body' };
    await sandbox.control('POST', `locations/${sandbox.locationId}/faults`, fault);
    await expect(record(at(voicemail, 'id'))).rejects.toThrow();
    expect((await record(at(voicemail, 'id'))).response.status).toBe(200);
  });

  it('is missing for a call nobody took and for a text', async () => {
    const [missed] = await callsOf('Ruth');
    expect(at(missed, 'status')).toBe('no-answer');
    expect(await sandbox.api('GET', recordingPath(at(missed, 'id')))).toMatchObject({
      status: 400,
      body: { message: 'No recording found for this message' },
    });
    expect((await sandbox.api('GET', recordingPath('nowhere'))).status).toBe(404);
    const other = sandbox.locations[1]?.id;
    const [call] = await callsOf('Amara');
    for (const path of [recordingPath, transcriptPath]) {
      expect((await sandbox.api('GET', path(at(call, 'id'), other))).status).toBe(403);
    }
  });
});

describe('a transcript', () => {
  it('is a list of sentences of two sides in order, its numbers strings', async () => {
    const [call] = await callsOf('Amara');
    const sentences = await sentencesOf(at(call, 'id'));
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences[1]).toMatchObject({
      mediaChannel: '1',
      sentenceIndex: '1',
      transcript: expect.stringContaining('this is Mika from Northloom'),
    });
    expect(new Set(sentences.map((sentence) => at(sentence, 'mediaChannel')))).toEqual(new Set(['1', '2']));
    let endMs = 0;
    for (const [i, sentence] of sentences.entries()) {
      for (const field of ['startTime', 'endTime', 'confidence']) {
        expect(textAt(sentence, field)).toMatch(/^\d+(\.\d+)?$/);
      }
      expect(textAt(sentence, 'sentenceIndex')).toBe(String(i));
      expect(Number(at(sentence, 'startTime'))).toBeGreaterThanOrEqual(endMs);
      endMs = Number(at(sentence, 'endTime'));
    }
    expect(endMs).toBeLessThanOrEqual(192_000);
  });

  it('can be taken as text', async () => {
    const [voicemail] = await callsOf('Malik');
    const reply = await sandbox.api('GET', `${transcriptPath(at(voicemail, 'id'))}/download`);
    expect(reply.headers.get('content-type')).toContain('text/plain');
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="transcription.txt"');
    expect(reply.body).toMatch(/^Speaker 1: Hi, this is Malik Johnson/);
  });

  it('is empty until it is written, and for one call for good', async () => {
    const rows = await sandbox.api(
      'GET',
      `/conversations/search?locationId=${sandbox.locationId}&query=Malik`,
    );
    const conversationId = textAt(rows.body, 'conversations', 0, 'id');
    await sandbox.control('POST', `locations/${sandbox.locationId}/inbound`, {
      conversationId,
      type: 'Call',
    });
    const [fresh] = await callsOf('Malik');
    expect(await sentencesOf(at(fresh, 'id'))).toEqual([]);
    const download = `${transcriptPath(at(fresh, 'id'))}/download`;
    expect((await sandbox.api('GET', download)).status).toBe(400);
    sandbox.advance(2 * 60_000);
    expect((await sentencesOf(at(fresh, 'id'))).length).toBeGreaterThan(3);
    expect((await sandbox.api('GET', download)).status).toBe(200);
    const never = (await callsOf('Ruth')).find((item) => at(item, 'meta', 'call', 'duration') === 38);
    sandbox.advance(7 * 86_400_000);
    expect(await sentencesOf(at(never, 'id'))).toEqual([]);
    expect((await record(at(never, 'id'))).response.status).toBe(200);
  });
});

it('asks for the scope of reading messages', async () => {
  const [call] = await callsOf('Amara');
  const token = (body: unknown) => sandbox.control('POST', `locations/${sandbox.locationId}/token`, body);
  await token({ removeScopes: ['conversations/message.readonly'] });
  for (const path of [recordingPath(at(call, 'id')), transcriptPath(at(call, 'id'))]) {
    expect((await sandbox.api('GET', path)).body).toMatchObject({
      statusCode: 401,
      message: 'The token is not authorized for this scope.',
    });
  }
});
