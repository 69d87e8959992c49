import { describe, expect, it } from 'vitest';
import { contentMatchesEnding, safeFileName } from './file-content';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

describe('the content of a file', () => {
  it.each([
    ['photo.jpg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
    ['photo.PNG', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
    ['clip.mp4', bytes([0, 0, 0, 24], 'ftypmp42')],
    ['price.pdf', bytes('%PDF-1.7\n')],
    ['letter.docx', bytes('PK\x03\x04')],
    ['note.txt', Buffer.from('Grüße, 3 < 5, שלום')],
    ['voice.wav', bytes('RIFF....WAVE')],
    [
      'photo.jpg',
      bytes([0xff, 0xd8, 0xff, 0xe1], 'Exif..<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"/>'),
    ],
  ])('%s is taken for what it says', (name, content) => {
    expect(contentMatchesEnding(name, content)).toBe(true);
  });

  it.each([
    ['photo.jpg', bytes('<svg onload=alert(1)>')],
    ['photo.png', bytes([0xff, 0xd8, 0xff])],
    ['note.txt', bytes('  <!DOCTYPE html><script>alert(1)</script>')],
    ['note.txt', bytes('MZ', [0, 0, 0])],
    ['price.pdf', bytes('x%PDF-1.7')],
    ['page.html', bytes('<html>')],
    ['note.txt', bytes('<?xml version="1.0"?><a/>')],
    ['note.txt', Buffer.from('\ufeff<script>alert(1)</script>', 'utf16le')],
    ['note.txt', bytes('x'.repeat(900), '<ScRiPt src=//evil>')],
    ['note.txt', bytes('[a](javascript:alert(1))')],
    ['photo.png', bytes([0x89], 'PNG\r\n', [0x1a], '\n', 'tEXt<svg onload=alert(1)>')],
    ['photo.jpg', bytes([0xff, 0xd8, 0xff, 0xfe], '<html><body onload=alert(1)>')],
    ['voice.mp3', bytes('ID3', [3, 0, 0], '<script>alert(1)</script>')],
    ['price.pdf', bytes('%PDF-1.7\n<iframe src=//evil>')],
    ['list.zip', bytes('PK\x03\x04 page.hta <hta:application>')],
    ['voice.wav', bytes('RIFF....AVI ')],
  ])('%s is refused when it is something else', (name, content) => {
    expect(contentMatchesEnding(name, content)).toBe(false);
  });
});

describe('a file name', () => {
  it.each([
    ['../../etc/passwd.txt', '_.._etc_passwd.txt'],
    ['a\r\nSet-Cookie: x.png', 'aSet-Cookie_ x.png'],
    ['invoice\u202efdp.txt', 'invoicefdp.txt'],
    ['"quoted".pdf', '_quoted_.pdf'],
    ['...', 'file'],
    ['été 📎.jpg', 'été 📎.jpg'],
    ['a.1234567890📎📎', 'a.1234567890📎'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('is cut to 150 bytes without breaking a sign or losing its ending', () => {
    const safe = safeFileName(`${'漢'.repeat(300)}.pdf`);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(150);
    expect(safe).toMatch(/^漢+\.pdf$/);
  });

  it('of a million signs does not hold the server up', () => {
    expect(safeFileName(`${'a'.repeat(1_000_000)}.pdf`)).toBe(`${'a'.repeat(146)}.pdf`);
    expect(safeFileName('🙂'.repeat(1_000_000))).toBe('🙂'.repeat(37));
  });
});
