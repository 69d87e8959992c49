import { nextMorning } from '@/lib/client/quiet-hours';
import { parseSnoozeTime, schedulePresets } from '@/lib/client/snooze-times';
import { maxScheduleAheadMs, type SendChannel } from '@/lib/shared/contract/send';

/** `isNight`: it would ring at night where it arrives. */
export type ScheduleChoice = { label: string; at: number; isNight: boolean };

/** A chat is now or never, a comment reaches nobody outside, and a review's answer GHL takes at once alone. */
export function mayBeScheduled(channel: SendChannel): boolean {
  return channel !== 'Live_Chat' && channel !== 'InternalComment' && channel !== 'Review';
}

type Asked = {
  typed: string;
  now: number;
  /** The location's: what is typed is meant there. */
  zone: string | undefined;
  /** Of who gets a text message; null where it may come at any time. */
  nightZone: string | undefined | null;
  words: (at: number) => string;
};

/** What is offered for what was typed: the times by name, the time that was meant, and the morning after a night. */
export function scheduleChoices({ typed, now, zone, nightZone, words }: Asked): {
  choices: ScheduleChoice[];
  isTooFar: boolean;
} {
  const morningOf = (at: number) => (nightZone === null ? null : nextMorning(at, nightZone));
  const choice = (label: string, at: number) => ({ label, at, isNight: morningOf(at) !== null });
  const text = typed.trim();
  const presets = schedulePresets(now, zone)
    .filter(({ label }) => label.toLowerCase().startsWith(text.toLowerCase()))
    .map(({ label, at }) => choice(label, at));
  const meant = text === '' ? null : parseSnoozeTime(text, now, zone);
  if (meant === null) return { choices: presets, isTooFar: false };
  if (meant > now + maxScheduleAheadMs) return { choices: presets, isTooFar: true };
  const morning = morningOf(meant);
  const typedChoices = [
    ...(morning === null ? [] : [choice(words(morning), morning)]),
    ...(presets.some(({ at }) => at === meant) ? [] : [choice(words(meant), meant)]),
  ];
  return { choices: [...typedChoices, ...presets], isTooFar: false };
}
