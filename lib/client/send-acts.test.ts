import { afterEach, describe, expect, it, vi } from 'vitest';
import { noActs } from '@/lib/shared/contract/snippet';
import { runSendActs, startSendActs, undoSendActs } from './send-acts';

const acts = { addTags: ['vip'], assignTo: null, marksDone: true };
const sent = (clientId: string, locationId = 'L1') => ({ clientId, locationId, conversationId: 'c1', acts });
const undo = vi.fn();
const run = vi.fn(() => undo);
let stop = () => {};

afterEach(() => {
  stop();
  vi.clearAllMocks();
});

describe('what a message does besides', () => {
  it('is done once, and not at all where it does nothing', () => {
    stop = startSendActs('L1', run);
    runSendActs(sent('a'));
    runSendActs(sent('a'));
    runSendActs({ ...sent('b'), acts: noActs });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('waits for somebody at its location who does it', () => {
    stop = startSendActs('L2', run);
    runSendActs(sent('c'));
    expect(run).not.toHaveBeenCalled();
    stop();
    stop = startSendActs('L1', run);
    expect(run).toHaveBeenCalledWith(sent('c'));
  });

  it('is taken back with the message, once, and comes back with it', () => {
    stop = startSendActs('L1', run);
    runSendActs(sent('d'));
    expect(undoSendActs('d')).toEqual(acts);
    expect(undoSendActs('d')).toBeNull();
    expect(undo).toHaveBeenCalledTimes(1);
  });
});
