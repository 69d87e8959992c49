import type { Ref } from 'react';
import { Textarea } from '@/components/ui/textarea';
import { maxEmailLength, maxSmsLength } from '@/lib/shared/contract/send';
import type { ComposerChannel } from './composer-rules';

type MessageBoxProps = {
  ref: Ref<HTMLTextAreaElement>;
  channel: ComposerChannel;
  text: string;
  describedBy: string | undefined;
  onText: (text: string) => void;
};

export function MessageBox({ ref, channel, text, describedBy, onText }: MessageBoxProps) {
  return (
    <Textarea
      ref={ref}
      name="text"
      variant="bare"
      dir="auto"
      rows={channel === 'Email' ? 4 : 2}
      maxLength={channel === 'SMS' ? maxSmsLength : maxEmailLength}
      aria-label={channel === 'SMS' ? 'Text message' : 'Email text'}
      aria-describedby={describedBy}
      placeholder={channel === 'SMS' ? 'Write a text message' : 'Write an email'}
      className="max-h-[30dvh] min-h-14 px-3.5 py-2.5"
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
