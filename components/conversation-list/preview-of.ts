import { channelLabel, messageForm } from '@/lib/shared/channel';
import type { Conversation } from '@/lib/shared/contract/conversation';

type Preview = {
  /** Whose words they are, where they are ours: the row does not tell the author, so never "You". "Draft": not sent. */
  prefix: 'Draft ' | 'Team: ' | 'Automation: ' | null;
  text: string;
  /** GHL answered no body (emails, calls): the text is only the name of the type. */
  isTypeOnly: boolean;
};

/** More than the widest row can show; a mail of a megabyte does not belong into the page ten times. */
const maxPreviewChars = 200;

/** `draftLine`: the first words of what the person has begun to write there. They are what is to be done next. */
export function previewOf(
  { lastMessage }: Pick<Conversation, 'lastMessage'>,
  draftLine: string | null = null,
): Preview {
  if (draftLine !== null) return { prefix: 'Draft ', text: firstChars(draftLine), isTypeOnly: true };
  const body = firstChars(lastMessage.body ?? '');
  return {
    prefix: prefixOf(lastMessage),
    text: body || channelLabel(lastMessage.type),
    isTypeOnly: body === '',
  };
}

function prefixOf({ type, direction, isAutomated }: Conversation['lastMessage']): Preview['prefix'] {
  if (direction !== 'outbound' || messageForm(type) === 'activity') return null;
  return isAutomated ? 'Automation: ' : 'Team: ';
}

function firstChars(body: string): string {
  // Twice the length first: a cut through a pair of surrogates then falls away with the rest.
  const line = body
    .trimStart()
    .slice(0, maxPreviewChars * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(line).slice(0, maxPreviewChars).join('');
}
