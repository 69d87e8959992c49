import { describe, expect, it } from 'vitest';
import { filesNote, maxBytesOn, maxUploadBytes, noFilesReason, uploadProblem } from './attachment-rules';

describe('a file', () => {
  it.each(['a.jpg', 'A.JPEG', 'a.png', 'a.pdf', 'a.docx', 'a.b.txt', 'a.mp4'])('%s is taken', (name) => {
    expect(uploadProblem({ name, sizeBytes: 1 })).toBeNull();
  });

  it.each(['a', 'a.exe', 'a.svg', 'a.html', 'a.js', 'a.pdf.exe', '.pdf.', 'a.webp'])('%s is not', (name) => {
    expect(uploadProblem({ name, sizeBytes: 1 })).toContain('GoHighLevel does not take');
  });

  it('may be as large as its channel takes, and no larger', () => {
    const pdf = (sizeBytes: number) => ({ name: 'a.pdf', sizeBytes });
    expect(uploadProblem(pdf(maxUploadBytes))).toBeNull();
    expect(uploadProblem(pdf(maxUploadBytes + 1))).toContain('larger than 5 MB');
    expect(uploadProblem(pdf(maxUploadBytes + 1), maxBytesOn('WhatsApp'))).toBeNull();
    expect(uploadProblem(pdf(100 * 1024 * 1024 + 1), maxBytesOn('WhatsApp'))).toContain('larger than 100 MB');
    expect(uploadProblem(pdf(0))).toBe('The file is empty.');
    for (const channel of ['SMS', 'Email', 'FB', 'InternalComment'] as const) {
      expect(maxBytesOn(channel)).toBe(maxUploadBytes);
    }
  });
});

describe('a channel', () => {
  it('says that it takes no files', () => {
    expect(noFilesReason('Review')).toContain('takes no files');
    expect(noFilesReason('SMS')).toBeNull();
  });

  it('of text messages says what becomes of a file', () => {
    expect(filesNote('SMS', [])).toBeNull();
    expect(filesNote('SMS', [{ sizeBytes: 1000 }])).toBe('With a file: sent as MMS');
    expect(filesNote('SMS', [{ sizeBytes: 300_000 }, { sizeBytes: 300_000 }])).toContain('Over 500 KB');
    expect(filesNote('Email', [{ sizeBytes: 1_000_000 }])).toBeNull();
  });
});
