import type { Message } from '@/lib/shared/contract/message';
import { duration } from '@/lib/shared/format-time';

type CallWords = { title: string; outcome: string | null; isMissed: boolean; mayHaveRecording: boolean };

/** A call in words. Status and duration are an open set at GHL: null, numbers and words of many kinds. */
export function callWords(message: Message): CallWords {
  const isInbound = message.direction === 'inbound';
  const status = message.call?.status ?? message.status;
  const seconds = message.call?.durationSeconds ?? null;
  const isVoicemail = message.type.includes('VOICEMAIL') || status === 'voicemail';
  const unanswered = status === null ? undefined : unansweredWords[status];
  const isMissed = isInbound && unanswered !== undefined && !isVoicemail;
  return {
    title: isVoicemail ? (isInbound ? 'Voicemail' : 'Voicemail left') : title(isInbound, isMissed),
    outcome: isMissed ? null : (unanswered ?? (seconds && seconds > 0 ? duration(seconds) : other(status))),
    isMissed,
    mayHaveRecording: isVoicemail || (unanswered === undefined && seconds !== 0),
  };
}

function title(isInbound: boolean, isMissed: boolean): string {
  if (isMissed) return 'Missed call';
  return isInbound ? 'Incoming call' : 'Outgoing call';
}

const unansweredWords: Record<string, string> = {
  'no-answer': 'No answer',
  busy: 'Busy',
  failed: 'Failed',
  canceled: 'Cancelled',
  cancelled: 'Cancelled',
  missed: 'No answer',
};

function other(status: string | null): string | null {
  if (status === null || status === 'voicemail' || status === 'completed' || status === 'answered')
    return null;
  const plain = status.replaceAll(/[_-]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
