// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftChange, DraftContent } from '@/lib/shared/contract/draft';
import { draftKey, emptyDraft } from './drafts';

type Saved = { at: number; change: DraftChange; keepalive: boolean };

let saves: Saved[] = [];
let kept: { content: DraftContent | null; version: number };
let isAway = false;
/** While it is set, the answer to a save waits for it. */
let held: Promise<void> | null = null;
let key = '';
let stop = () => {};

/** A tab of its own for each test: what is under way lives as long as the tab. */
let tab: typeof import('./use-draft');
const typed = (text: string) => tab.changeDraft(key, (draft) => ({ ...draft, text }));
const texts = () => saves.map(({ change }) => change.content?.text ?? null);

/** A server with one draft, as `lib/server/drafts` answers. */
async function answer(url: string, init: RequestInit): Promise<Response> {
  if (isAway) throw new TypeError('Failed to fetch');
  if (init.method !== 'PUT') return Response.json({ drafts: [] });
  const change = JSON.parse(String(init.body)) as DraftChange;
  saves.push({ at: Date.now(), change, keepalive: init.keepalive ?? false });
  await held;
  const isSaved = change.baseVersion === kept.version;
  if (isSaved) kept = { content: change.content, version: kept.version + 1 };
  const { content, version } = kept;
  const conversationId = url.split('/').at(-2) ?? '';
  const draft = content && {
    conversationId,
    channel: change.channel,
    content,
    version,
    updatedAt: Date.now(),
  };
  return Response.json({ isSaved, isSent: false, version, draft });
}

beforeEach(async () => {
  localStorage.clear();
  vi.resetModules();
  tab = await import('./use-draft');
  const { startDraftSync } = await import('./draft-sync');
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => answer(url, init));
  saves = [];
  kept = { content: null, version: 0 };
  isAway = false;
  held = null;
  key = draftKey('l', `c${Math.random()}`, 'SMS');
  stop = startDraftSync('l', 'jonas');
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is typed', () => {
  it('is on the server within two seconds, however long the typing goes on', async () => {
    await vi.advanceTimersByTimeAsync(0);
    const begun = Date.now();
    for (let letters = 1; letters <= 20; letters += 1) {
      typed('x'.repeat(letters));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect((saves[0]?.at ?? 0) - begun).toBeLessThanOrEqual(2_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept.content?.text).toBe('x'.repeat(20));
    expect(saves.length).toBeLessThan(8);
    expect(tab.countDrafts()).toMatchObject({ unsaved: 0 });
  });

  it('is saved one after the other, the newest last and nothing between', async () => {
    let letGo = () => {};
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    typed('a');
    await vi.advanceTimersByTimeAsync(2_000);
    typed('ab');
    typed('abc');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts()).toEqual(['a']);
    held = null;
    letGo();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(texts()).toEqual(['a', 'abc']);
    expect(kept).toMatchObject({ version: 2, content: { text: 'abc' } });
  });

  it('while a save hangs is tried again after that one has failed', async () => {
    let fail = (_: Error) => {};
    held = new Promise((_, reject) => {
      fail = reject;
    });
    typed('Half');
    await vi.advanceTimersByTimeAsync(2_000);
    typed('Half a line');
    await vi.advanceTimersByTimeAsync(5_000);
    held = null;
    fail(new TypeError('Failed to fetch'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(texts()).toEqual(['Half', 'Half a line']);
    expect(tab.countDrafts().unsaved).toBe(0);
  });

  it('and then sent is cleared after the save that is under way, and stays cleared', async () => {
    let letGo = () => {};
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    typed('At fo');
    await vi.advanceTimersByTimeAsync(2_000);
    typed('At four');
    tab.changeDraft(key, () => emptyDraft);
    held = null;
    letGo();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts()).toEqual(['At fo', null]);
    expect(kept).toEqual({ content: null, version: 2 });
    expect(tab.readDraft(key).text).toBe('');
  });

  it('is tried again until the server is back, ever more rarely', async () => {
    isAway = true;
    typed('On a train');
    await vi.advanceTimersByTimeAsync(60_000);
    typed('On a long train');
    isAway = false;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(texts()).toEqual(['On a long train']);
    expect(tab.countDrafts().unsaved).toBe(0);
  });

  it('is saved at once when the network is back', async () => {
    isAway = true;
    typed('Offline');
    await vi.advanceTimersByTimeAsync(120_000);
    isAway = false;
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(100);
    expect(texts()).toEqual(['Offline']);
  });

  it('a moment before the page is left goes on without the page', async () => {
    await vi.advanceTimersByTimeAsync(0);
    typed('Last words');
    window.dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(0);
    expect(saves).toMatchObject([{ keepalive: true, change: { content: { text: 'Last words' } } }]);
    expect(localStorage.getItem(key)).toContain('Last words');
  });

  it('is written into the storage of the browser at once, and then not at every letter', async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    const writes = vi.spyOn(Storage.prototype, 'setItem');
    for (let letters = 1; letters <= 30; letters += 1) {
      typed('y'.repeat(letters));
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(writes.mock.calls.length).toBeLessThanOrEqual(4);
    await vi.advanceTimersByTimeAsync(300);
    expect(localStorage.getItem(key)).toContain('y'.repeat(30));
    writes.mockRestore();
  });

  it('and could not be saved is still there, and counted before anybody signs out', async () => {
    isAway = true;
    typed('Only here');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(tab.countDrafts().unsaved).toBe(1);
  });
});

describe('a draft that was changed elsewhere', () => {
  it('comes beside what was typed here, and neither is written over the other', async () => {
    typed('One');
    await vi.advanceTimersByTimeAsync(2_000);
    kept = { content: { ...kept.content, text: 'Two' } as DraftContent, version: 2 };
    typed('Three');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kept.content?.text).toBe('Two');
    expect(tab.readDraft(key).text).toBe('Three');
  });
});

describe('a draft that was sent here', () => {
  /** What another tab writes, which this one hears of. */
  function fromOtherTab(newValue: string): void {
    localStorage.setItem(key, newValue);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
  }

  it('stays gone although another tab still stores it, having heard nothing of that yet', async () => {
    typed('At four');
    await vi.advanceTimersByTimeAsync(2_000);
    const before = localStorage.getItem(key) ?? '';
    expect(before).toContain('At four');
    tab.changeDraft(key, () => emptyDraft);
    await vi.advanceTimersByTimeAsync(400);
    fromOtherTab(before);
    expect(tab.readDraft(key).text).toBe('');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(kept.content).toBeNull();
    expect(localStorage.getItem(key)).toBeNull();
  });

  it('comes back from another tab that has taken it back', async () => {
    typed('At four');
    await vi.advanceTimersByTimeAsync(2_000);
    const before = JSON.parse(localStorage.getItem(key) ?? '');
    tab.changeDraft(key, () => emptyDraft);
    await vi.advanceTimersByTimeAsync(400);
    fromOtherTab(JSON.stringify({ ...before, changedAt: Date.now() + 1 }));
    expect(tab.readDraft(key).text).toBe('At four');
  });
});
