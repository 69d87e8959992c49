import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attachmentsOf, attachmentUrls } from './attachments';
import { GhlNetworkError, GhlShapeError } from './errors';
import { json, type Seen, startUpstream } from './testing/upstream';
import { uploadAttachment } from './uploads';

const open: { close(): Promise<void> }[] = [];
async function upstream(
  body: unknown = { uploadedFiles: { 'a.txt': 'https://storage.googleapis.com/b/a.txt' } },
) {
  const started = await startUpstream((_seen, response) => json(response, body));
  open.push(started);
  return started;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** The form as every reader of forms sees it. */
const formOf = ({ headers, body }: Seen) =>
  new Response(body, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();

const file = { conversationId: 'c1', name: 'a.txt' };
const text = 'content of the file\r\n';

describe('an upload', () => {
  it.each([
    ['bytes', () => ({ content: Buffer.from(text) })],
    ['a stream', () => ({ content: Readable.from([Buffer.from(text)]) })],
    [
      'a stream of known size',
      () => ({ content: Readable.from([Buffer.from(text)]), sizeBytes: text.length }),
    ],
    ['a web stream', () => ({ content: new Blob([text]).stream() as never })],
  ])('sends %s as one file of a form', async (_name, content) => {
    const ghl = await upstream();
    const sent = await uploadAttachment(ghl.client(), { ...file, contentType: 'text/plain', ...content() });
    expect(sent).toEqual({ url: 'https://storage.googleapis.com/b/a.txt' });
    const [seen] = ghl.requests as [Seen];
    const form = await formOf(seen);
    expect([...form.keys()]).toEqual(['conversationId', 'locationId', 'fileAttachment']);
    expect(form.get('conversationId')).toBe('c1');
    expect(form.get('locationId')).toBe('LOCATION1');
    const part = form.get('fileAttachment');
    expect(part instanceof File && [part.name, part.type, await part.text()]).toEqual([
      'a.txt',
      'text/plain',
      text,
    ]);
  });

  it.each(['a"; name="locationId', 'a\r\nX-Evil: 1\r\n\r\nbody', 'a\u0000b.png', 'Übergröße 😀.pdf', '\\"x'])(
    'keeps the name %j inside its quotes',
    async (name) => {
      const ghl = await upstream();
      await uploadAttachment(ghl.client(), { ...file, name, content: Buffer.from(text) });
      const form = await formOf(ghl.requests[0] as Seen);
      expect([...form.keys()]).toEqual(['conversationId', 'locationId', 'fileAttachment']);
      expect(form.get('locationId')).toBe('LOCATION1');
      expect(ghl.requests[0]?.body).not.toContain('X-Evil: 1\r\n\r\n');
    },
  );

  it('fails when a stream is shorter or longer than it said', async () => {
    const ghl = await upstream();
    for (const sizeBytes of [text.length + 5, text.length - 5]) {
      const content = Readable.from([Buffer.from(text)]);
      await expect(uploadAttachment(ghl.client(), { ...file, content, sizeBytes })).rejects.toBeInstanceOf(
        GhlNetworkError,
      );
    }
  });

  it('fails when its stream does, and ends with its caller', async () => {
    const ghl = await upstream();
    const broken = new Readable({
      read() {
        this.destroy(new Error('the browser left'));
      },
    });
    await expect(uploadAttachment(ghl.client(), { ...file, content: broken })).rejects.toBeInstanceOf(
      GhlNetworkError,
    );
    const controller = new AbortController();
    const endless = new Readable({
      read() {
        setTimeout(() => this.push(Buffer.alloc(1024)), 5);
      },
    });
    const upload = uploadAttachment(
      ghl.client(),
      { ...file, content: endless },
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort(new Error('gone')), 50);
    await expect(upload).rejects.toThrow('gone');
    await vi.waitFor(() => expect(endless.destroyed).toBe(true));
  });

  it.each([{}, { uploadedFiles: {} }, { uploadedFiles: { a: 'javascript:1' } }, { uploadedFiles: null }])(
    'is unreadable when GHL answers %j',
    async (body) => {
      const ghl = await upstream(body);
      const upload = uploadAttachment(ghl.client(), { ...file, content: Buffer.from(text) });
      await expect(upload).rejects.toBeInstanceOf(GhlShapeError);
      expect(ghl.requests).toHaveLength(1);
    },
  );
});

describe('the name of an attachment', () => {
  it.each([
    ['https://x.test/a/b%20c.PDF?token=1#y', 'b c.PDF', 'file'],
    ['https://x.test/a/..%2f..%2fetc%2fpasswd.png', 'passwd.png', 'image'],
    ['https://x.test/%E0%A4%A', '%E0%A4%A', 'file'],
    ['https://x.test/exe%E2%80%AEgpj.mp3', 'exegpj.mp3', 'audio'],
    ['https://x.test/', 'attachment-1', 'file'],
    ['https://x.test/%0d%0a', 'attachment-1', 'file'],
    ['https://x.test/clip.mp4', 'clip.mp4', 'video'],
  ])('of %s is %s', (url, name, kind) => {
    expect(attachmentsOf(attachmentUrls([url]))).toEqual([{ index: 0, name, kind }]);
  });

  it('is only given to what has an address of the web', () => {
    expect(attachmentUrls(['file:///etc/passwd', 7, null, { url: 'https://x.test/a' }, 'data:,x'])).toEqual([
      'https://x.test/a',
    ]);
  });
});
