/** The basic table of GSM 03.38, one septet a sign. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** The extension table: an escape and a sign, which no segment tears apart. */
const extension = new Set('\f^{}\\[~]|€');

const gsm = { alone: 160, joined: 153 };
/** In units of UTF-16. */
const ucs2 = { alone: 70, joined: 67 };

/** What word processors and phones make of plain signs. */
const plainFor: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '…': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
};

export type SmsCount = {
  encoding: 'GSM-7' | 'UCS-2';
  /** How many messages the network makes of it; each is paid for. */
  segments: number;
  /** What still fits into the last of them: septets, or units of UTF-16. */
  left: number;
  /** The signs that make it UCS-2, each once. */
  culprits: string[];
};

/** How a text is cut up on its way. */
export function countSms(text: string): SmsCount {
  const culprits = [...new Set(graphemesOf(text).filter((sign) => !isGsm(sign)))];
  const isUcs2 = culprits.length > 0;
  const size = isUcs2 ? ucs2 : gsm;
  const lengths = Array.from(text, (sign) => (isUcs2 ? sign.length : extension.has(sign) ? 2 : 1));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const encoding = isUcs2 ? 'UCS-2' : 'GSM-7';
  if (whole <= size.alone) {
    return { encoding, segments: whole === 0 ? 0 : 1, left: size.alone - whole, culprits };
  }
  let segments = 1;
  let left = size.joined;
  for (const length of lengths) {
    // A sign of two halves goes over into the next one as a whole.
    if (length > left) {
      segments += 1;
      left = size.joined;
    }
    left -= length;
  }
  return { encoding, segments, left, culprits };
}

/** The same in plain quotes, dashes and dots. */
export function withPlainSigns(text: string): string {
  return Array.from(text, (sign) => plainFor[sign] ?? sign).join('');
}

/** "2 segments, 23 left". */
export function smsWords({ segments, left }: Pick<SmsCount, 'segments' | 'left'>): string {
  return `${segments} ${segments === 1 ? 'segment' : 'segments'}, ${left} left`;
}

function isGsm(grapheme: string): boolean {
  return Array.from(grapheme).every((sign) => basic.has(sign) || extension.has(sign));
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As people count signs: a family of emoji is one. A text that is GSM throughout needs no such care. */
function graphemesOf(text: string): string[] {
  if (isGsm(text)) return [];
  return Array.from(segmenter.segment(text), ({ segment }) => (segment === '\r\n' ? '\n' : segment));
}
