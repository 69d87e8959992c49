import 'server-only';
import { crc32, deflateSync } from 'node:zlib';
import { drawCallSound } from '@/lib/server/sandbox/call-sound';
import { hashSeed } from '@/lib/server/sandbox/prng';

const width = 480;
const height = 320;

/** Real small files for the attachments of the demo data: each name gives another picture or page. */
export function drawFile(name: string): Buffer {
  const extension = name.split('.').at(-1)?.toLowerCase();
  if (extension === 'png') return drawPng(hashSeed(name));
  if (extension === 'pdf') return drawPdf(name);
  if (extension === 'wav') return drawVoiceNote();
  return Buffer.from(
    `${name}\n\nMeasurements\nBust 92, waist 74, hips 98, hollow to hem 142 (with shoes).\n`,
  );
}

function drawPng(hash: number): Buffer {
  const from = [(hash & 0x7f) + 96, ((hash >> 7) & 0x7f) + 96, ((hash >> 14) & 0x7f) + 96];
  const to = [((hash >> 3) & 0x7f) + 60, ((hash >> 10) & 0x7f) + 60, ((hash >> 17) & 0x7f) + 60];
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    // Each row starts with its filter byte, 0 for none.
    let position = y * (width * 3 + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const share = (x / width + y / height) / 2;
      for (let c = 0; c < 3; c += 1) {
        rows[position] = Math.round((from[c] ?? 0) * (1 - share) + (to[c] ?? 0) * share);
        position += 1;
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a channel, RGB.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function drawVoiceNote(): Buffer {
  const sentences = [400, 3_100, 6_000].map((startMs) => ({
    channel: 1 as const,
    text: '',
    startMs,
    endMs: startMs + 2_200,
    confidence: 1,
  }));
  return drawCallSound(9, sentences);
}

function drawPdf(name: string): Buffer {
  const title = name.replace(/[()\\]/g, '');
  const text = `BT /F1 20 Tf 60 760 Td (${title}) Tj 0 -32 Td /F1 12 Tf (Thank you for choosing us.) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const tableStart = pdf.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${tableStart}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}
