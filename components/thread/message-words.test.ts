import { describe, expect, it } from 'vitest';
import { callWords } from './call-words';
import { activityWords, authorOf, failureWords, isFailed, statusWords } from './message-words';
import { aMessage } from './test-data';

const names = { authors: { m1: 'Mika Kaur' }, users: new Map([['u1', 'Jonas Roth']]) };

describe('authorOf', () => {
  it('takes our own record before the GHL user, for GHL knows only the token', () => {
    expect(authorOf(aMessage({ id: 'm1', userId: 'u1' }), names)).toBe('Mika Kaur');
    expect(authorOf(aMessage({ id: 'm2', userId: 'u1', source: 'workflow' }), names)).toBe('Jonas Roth');
  });

  it('tells automation from people whom nobody knows', () => {
    expect(authorOf(aMessage({ id: 'm2', userId: 'gone' }), names)).toBe('Team');
    expect(authorOf(aMessage({ id: 'm2', source: 'app' }), names)).toBe('Team');
    const bySource = (source: string) => authorOf(aMessage({ id: 'm2', source }), names);
    expect(['workflow', 'campaign', 'bulk_actions'].map(bySource)).toEqual([
      'Workflow',
      'Campaign',
      'Bulk action',
    ]);
    expect(authorOf(aMessage({ id: 'm2', type: 'TYPE_CAMPAIGN_SMS' }), names)).toBe('Campaign');
  });
});

describe('activityWords', () => {
  const words = (title: string | null, body: string | null) =>
    activityWords({
      type: 'TYPE_ACTIVITY_APPOINTMENT',
      activity: title === null ? null : { title, about: null, startsAt: null, state: null },
      body,
    });

  it('say title and text, each of them once', () => {
    expect(words('New appointment created', 'Check-up')).toBe('New appointment created: Check-up');
    expect(words('Invoice paid', 'Invoice paid')).toBe('Invoice paid');
    expect(words('Invoice paid', 'INVOICE PAID by card')).toBe('INVOICE PAID by card');
    expect(words('Invoice 12 paid', '12')).toBe('Invoice 12 paid');
  });

  it('make do with what there is', () => {
    expect(words(null, 'Check-up')).toBe('Check-up');
    expect(words('New appointment created', ' ')).toBe('New appointment created');
    expect(words(null, null)).toBe('Appointment');
  });

  it('add what the activity tells beside its title', () => {
    const startsAt = new Date('2026-11-27T16:00:00').getTime();
    const said = activityWords({
      type: 'TYPE_ACTIVITY_APPOINTMENT',
      activity: { title: 'New appointment created', about: 'Gown fitting', startsAt, state: 'confirmed' },
      body: 'Gown fitting with Mika',
    });
    expect(said).toMatch(/^New appointment created: Gown fitting with Mika, .*27.*2026.*, confirmed$/);
  });
});

describe('statusWords', () => {
  it('has words for what GHL says, known or not', () => {
    expect(statusWords({ status: 'delivered', at: 1 }, 2)).toBe('Delivered');
    expect(statusWords({ status: 'queued', at: 1 }, 2)).toBe('Pending');
    expect(statusWords({ status: 'new_word', at: 1 }, 2)).toBe('New word');
    expect(statusWords({ status: null, at: 1 }, 2)).toBeNull();
  });

  it('names the moment of a scheduled message only while it is to come', () => {
    expect(statusWords({ status: 'scheduled', at: 2000 }, 1000)).toMatch(/^Scheduled for /);
    expect(statusWords({ status: 'scheduled', at: null }, 1000)).toBe('Scheduled');
  });

  it('invents no reason', () => {
    expect(failureWords(null)).toBe('Not delivered. GoHighLevel gives no reason.');
    expect(failureWords('30007: filtered')).toBe('Not delivered. 30007: filtered');
    expect(isFailed(aMessage({ id: 'a', status: 'undelivered' }))).toBe(true);
  });
});

describe('callWords', () => {
  const call = (parts: Parameters<typeof aMessage>[0]) =>
    callWords(aMessage({ type: 'TYPE_CALL', ...parts }));

  it('tells answered, missed and unanswered calls apart', () => {
    const answered = call({
      id: 'a',
      direction: 'outbound',
      call: { durationSeconds: 192, status: 'completed' },
    });
    expect(answered).toEqual({
      title: 'Outgoing call',
      outcome: '3 min 12 s',
      isMissed: false,
      mayHaveRecording: true,
    });
    expect(call({ id: 'a', call: { durationSeconds: 0, status: 'no-answer' } }).title).toBe('Missed call');
    const unanswered = call({
      id: 'a',
      direction: 'outbound',
      call: { durationSeconds: 20, status: 'no-answer' },
    });
    expect(unanswered.outcome).toBe('No answer');
    expect(unanswered.mayHaveRecording).toBe(false);
  });

  it('reads a call of which GHL says nothing', () => {
    expect(call({ id: 'a' })).toEqual({
      title: 'Incoming call',
      outcome: null,
      isMissed: false,
      mayHaveRecording: true,
    });
    expect(call({ id: 'a', call: { durationSeconds: null, status: 'ringing' } }).outcome).toBe('Ringing');
  });

  it('knows a voicemail by type or status', () => {
    expect(call({ id: 'a', type: 'TYPE_VOICEMAIL' }).title).toBe('Voicemail');
    expect(call({ id: 'a', call: { durationSeconds: 14, status: 'voicemail' } })).toMatchObject({
      title: 'Voicemail',
      outcome: '14 s',
    });
  });
});
