import { describe, expect, it } from 'vitest';
import type { Conversation, ConversationRow } from '@/lib/shared/contract/conversation';
import { newestInbound } from './background-news';

function row(direction: 'inbound' | 'outbound', at: number | null): ConversationRow {
  return { kind: 'conversation', id: `${at}`, lastMessage: { direction, at } } as Conversation;
}

describe('the newest message that came in', () => {
  it('is that of the row that was written to us last', () => {
    expect(newestInbound([row('inbound', 3), row('outbound', 9), row('inbound', 7)])).toBe(7);
  });

  it('is nothing where nobody wrote, or no time is known', () => {
    expect(newestInbound([row('outbound', 5), row('inbound', null)])).toBe(0);
    expect(newestInbound([])).toBe(0);
  });
});
