import { type Ref, useImperativeHandle, useRef } from 'react';
import { Textarea } from '@/components/ui/textarea';
import type { Draft } from '@/lib/client/drafts';
import { maxSmsLength, type SendChannel } from '@/lib/shared/contract/send';
import type { BodyHandle } from './body-handle';
import type { TextMenu } from './text-menu';

type TextBodyProps = {
  ref: Ref<BodyHandle>;
  channel: SendChannel;
  draft: Draft;
  onEdit: (change: Partial<Draft>) => void;
  /** Of the sentence that says what is wrong with the text. */
  describedBy: string | undefined;
};

/** What is written on every channel but email: plain text. */
export function TextBody({ ref, channel, draft, onEdit, describedBy }: TextBodyProps) {
  const boxRef = useRef<HTMLTextAreaElement>(null);
  // Each list that opens while one types, the first that takes a key wins.
  const menus: TextMenu[] = [];

  useImperativeHandle(ref, () => ({
    focus: () => boxRef.current?.focus(),
    insert: (text) => {
      const box = boxRef.current;
      if (!box) return;
      box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
      onEdit({ text: box.value });
      box.focus();
    },
  }));

  return (
    <>
      {menus.map((menu) => menu.list)}
      <Textarea
        ref={boxRef}
        name="text"
        variant="bare"
        dir="auto"
        rows={2}
        maxLength={maxSmsLength}
        aria-label={textNames[channel].label}
        aria-describedby={describedBy}
        placeholder={textNames[channel].placeholder}
        className="max-h-[30dvh] min-h-14 px-3.5 py-2.5"
        value={draft.text}
        onChange={(event) => onEdit({ text: event.target.value })}
        onKeyDown={(event) => {
          // What a menu took is done: the composer around sends nothing by it.
          if (menus.some((menu) => menu.onKeyDown(event))) event.stopPropagation();
        }}
        {...menus.find((menu) => menu.isOpen)?.attributes}
      />
    </>
  );
}

const textNames: Record<SendChannel, { label: string; placeholder: string }> = {
  SMS: { label: 'Text message', placeholder: 'Write a text message' },
  RCS: { label: 'RCS message', placeholder: 'Write an RCS message' },
  WhatsApp: { label: 'WhatsApp message', placeholder: 'Write a WhatsApp message' },
  FB: { label: 'Facebook message', placeholder: 'Write a message on Facebook' },
  IG: { label: 'Instagram message', placeholder: 'Write a message on Instagram' },
  TIKTOK: { label: 'TikTok message', placeholder: 'Write a message on TikTok' },
  Live_Chat: { label: 'Chat message', placeholder: 'Write in the chat' },
  Email: { label: 'Email text', placeholder: 'Write an email' },
  InternalComment: { label: 'Internal comment', placeholder: 'Write a comment for the team' },
  Review: { label: 'Public reply', placeholder: 'Write a public reply' },
};
