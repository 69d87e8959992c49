import { type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { Textarea } from '@/components/ui/textarea';
import type { Draft } from '@/lib/client/drafts';
import type { User } from '@/lib/shared/contract/user';
import type { BodyHandle } from './body-handle';
import { maxTextLength } from './draft-problem';
import { withMention } from './mentions';
import { insertText, selectWords, slashTarget } from './snippets/insert-text';
import type { SnippetSource } from './snippets/use-composer-snippets';
import { useSnippetMenu } from './snippets/use-snippet-menu';
import type { TextMenu } from './text-menu';
import type { PlainChannel } from './text-outgoing';
import { useMentionMenu } from './use-mention-menu';

type TextBodyProps = {
  ref: Ref<BodyHandle>;
  locationId: string;
  channel: PlainChannel;
  draft: Draft;
  onEdit: (change: Partial<Draft>) => void;
  /** Of the sentence that says what is wrong with the text. */
  describedBy: string | undefined;
  snippets: SnippetSource;
};

/** What is written on every channel but email: plain text. */
export function TextBody(props: TextBodyProps) {
  const { ref, locationId, channel, draft, onEdit, describedBy, snippets } = props;
  const boxRef = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  /** Where the caret belongs once a text that was put in is drawn: React sets it to the end. */
  const nextCaretRef = useRef<number | null>(null);
  const mentionMenu = useMentionMenu({
    locationId,
    isOn: channel === 'InternalComment',
    text: draft.text,
    caret,
    picked: draft.mentions,
    onPick: mention,
  });
  // Each list that opens while one types: the first that takes a key wins.
  const slash = useSnippetMenu(slashTarget(boxRef), snippets);
  const menus: TextMenu[] = [slash.menu, mentionMenu];

  useImperativeHandle(ref, () => ({
    focus: () => boxRef.current?.focus(),
    insert: (text) => {
      const box = boxRef.current;
      if (box) insertText(box, text, { start: box.selectionStart, end: box.selectionEnd });
    },
    select: (words) => boxRef.current && selectWords(boxRef.current, words),
  }));

  useLayoutEffect(() => {
    const next = nextCaretRef.current;
    if (next === null) return;
    nextCaretRef.current = null;
    boxRef.current?.setSelectionRange(next, next);
  });

  function write(text: string, nextCaret: number, more: Partial<Draft> = {}) {
    nextCaretRef.current = nextCaret;
    setCaret(nextCaret);
    onEdit({ ...more, text });
  }

  function mention({ id, name }: User, range: { start: number; caret: number }) {
    const written = withMention(draft.text, range, name);
    const others = draft.mentions.filter(({ userId }) => userId !== id);
    write(written.text, written.caret, { mentions: [...others, { userId: id, name }] });
  }

  return (
    <>
      {menus.map((menu) => menu.list)}
      <Textarea
        ref={boxRef}
        name="text"
        variant="bare"
        dir="auto"
        rows={2}
        maxLength={maxTextLength(channel)}
        aria-label={textNames[channel].label}
        aria-describedby={describedBy}
        placeholder={textNames[channel].placeholder}
        className="max-h-[30dvh] min-h-14 px-3.5 py-2.5"
        value={draft.text}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          onEdit({ text: event.target.value });
          slash.follow(true);
        }}
        onSelect={(event) => {
          setCaret(event.currentTarget.selectionStart);
          slash.follow(false);
        }}
        onBlur={slash.close}
        onKeyDown={(event) => {
          // What a menu took is done: the composer around sends nothing by it.
          if (menus.some((menu) => menu.onKeyDown(event))) event.stopPropagation();
        }}
        {...menus.find((menu) => menu.isOpen)?.attributes}
      />
    </>
  );
}

const textNames: Record<PlainChannel, { label: string; placeholder: string }> = {
  SMS: { label: 'Text message', placeholder: 'Write a text message' },
  RCS: { label: 'RCS message', placeholder: 'Write an RCS message' },
  WhatsApp: { label: 'WhatsApp message', placeholder: 'Write a WhatsApp message' },
  FB: { label: 'Facebook message', placeholder: 'Write a message on Facebook' },
  IG: { label: 'Instagram message', placeholder: 'Write a message on Instagram' },
  TIKTOK: { label: 'TikTok message', placeholder: 'Write a message on TikTok' },
  Live_Chat: { label: 'Chat message', placeholder: 'Write in the chat' },
  InternalComment: { label: 'Internal comment', placeholder: 'Write to the team. @ mentions somebody' },
  Review: { label: 'Public reply', placeholder: 'Write a reply that everyone can read' },
};
