import { describe, expect, it } from 'vitest';
import { maxSmsLength, sendRequestSchema } from './send';

const clientId = '7f1a1d0e-0c51-4a57-9a39-111111111111';

describe('a send', () => {
  it('loses what no database can store before its length is judged', () => {
    const sms = sendRequestSchema.parse({ clientId, channel: 'SMS', text: 'a\0b\ud800' });
    expect(sms.text).toBe('ab\ufffd');
    const full = 'x'.repeat(maxSmsLength);
    expect(sendRequestSchema.parse({ clientId, channel: 'SMS', text: `\0${full}` }).text).toBe(full);
    const subject = '\0';
    expect(sendRequestSchema.safeParse({ clientId, channel: 'Email', subject, text: 'a' }).success).toBe(
      false,
    );
  });

  it('keeps pairs that make one sign', () => {
    expect(sendRequestSchema.parse({ clientId, channel: 'SMS', text: '📎' }).text).toBe('📎');
  });
});
