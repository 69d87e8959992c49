import { describe, expect, it } from 'vitest';
import { heldWords, isHeldUp, reasonWords, scheduleWords, unclearWords } from './send-words';
import { aSend } from './test-data';

describe('how a send stands', () => {
  it('is counted down, and in line once its time is there', () => {
    expect(heldWords(8, null)).toBe('Sends in 8 s');
    expect(heldWords(0, null)).toBe('Sends now');
    expect(heldWords(8, 'Tue 1 Dec, 9:00')).toBe('For Tue 1 Dec, 9:00. Goes to GoHighLevel in 8 s');
  });

  it('is held up once a call did not reach GoHighLevel', () => {
    expect(isHeldUp(aSend({ clientId: 'a', state: 'held', attempts: 0 }))).toBe(false);
    expect(isHeldUp(aSend({ clientId: 'a', state: 'held', attempts: 2 }))).toBe(true);
    expect(isHeldUp(aSend({ clientId: 'a', state: 'failed', attempts: 2 }))).toBe(false);
  });

  it('says no reason that nobody gave', () => {
    expect(reasonWords({ error: null })).toBe('No reason was given.');
    expect(reasonWords({ error: { code: 'ghl_rejected', message: 'DND is active.' } })).toBe(
      'DND is active.',
    );
  });

  it('sends a person to GoHighLevel once nobody looks for it any more', () => {
    expect(unclearWords({ error: null })).toContain('being looked for');
    expect(unclearWords({ error: { code: 'not_confirmed', message: '' } })).toContain('Check in GoHighLevel');
  });

  it('names the time to come, and does not call what is over scheduled', () => {
    const now = Date.parse('2026-11-28T12:00:00Z');
    expect(scheduleWords(now + 1, now, () => 'Tue 9:00')).toBe('Scheduled for Tue 9:00');
    expect(scheduleWords(now - 1, now, () => 'Tue 9:00')).toMatch(/^Was to be sent /);
  });
});
