'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Segmented } from '@/components/ui/segmented';
import { addFiles } from '@/lib/client/draft-files';
import { changeDraft, type Draft, draftKey, emptyDraft, mergedDraft, useDraft } from '@/lib/client/drafts';
import { usePreferences } from '@/lib/client/preferences';
import { useContact } from '@/lib/client/queries/directory';
import { useEmail, useThread } from '@/lib/client/queries/messages';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { DraftSeed } from '@/lib/shared/contract/draft';
import { ComposerFiles } from './composer-files';
import { ComposerFooter } from './composer-footer';
import { ComposerNotes } from './composer-notes';
import {
  type ComposerChannel,
  channelNote,
  channelProblem,
  draftProblem,
  otherReaders,
  parseAddresses,
  replySubject,
  replyTarget,
  sendLabel,
  startingChannel,
} from './composer-rules';
import { EmailFields } from './email-fields';
import { MessageBox } from './message-box';
import { isSendKey, sendsByEnter } from './send-key';
import { useSendDraft } from './use-send-draft';

type ComposerProps = {
  locationId: string;
  conversation: Conversation;
  openInGhlUrl: string;
  /** What was refused or not delivered, and comes back to be changed. */
  restore: DraftSeed | null;
  onRestored: () => void;
  /** A message has left this browser; the composer may show another one by then. */
  onSent?: () => void;
  /** Whoever came here to write has the focus in the text. */
  hasFocus?: boolean;
  /** Esc: the draft stays, the focus goes back to the messages. */
  onLeave: () => void;
};

/** Answers one conversation. Mounted anew for each, so that no draft can stray into another. */
export function Composer({
  locationId,
  conversation,
  openInGhlUrl,
  restore,
  onRestored,
  onSent,
  hasFocus = false,
  onLeave,
}: ComposerProps) {
  const [channel, setChannel] = useState<ComposerChannel>(() => startingChannel(conversation));
  const [shownProblem, setShownProblem] = useState<ReturnType<typeof draftProblem>>(null);
  const boxRef = useRef<HTMLTextAreaElement>(null);
  const sectionRef = useRef<HTMLElement>(null);
  const problemId = useId();
  const key = draftKey(locationId, conversation.id, channel);
  const draft = useDraft(key);
  const contact = useContact(locationId, conversation.contactId);
  const { thread, messages } = useThread(locationId, conversation.id);
  const { sendDraft } = useSendDraft(key, locationId, conversation.id, onSent);
  const { enterKey } = usePreferences();

  const target = channel === 'Email' ? replyTarget(messages) : null;
  const mail = useEmail(locationId, target?.emailId ?? '', target !== null);
  const subject = draft.subject ?? replySubject(target?.subject ?? '');
  const addresses = {
    phone: contact.data?.phone ?? conversation.phone,
    email: contact.data?.email ?? conversation.email,
  };
  // Whether there is a mail to answer is not known before the thread is: sent now, an answer would begin a new one.
  const isReading = channel === 'Email' && thread.isPending;
  const leftOut =
    mail.data && target ? otherReaders(mail.data, addresses.email, `${draft.cc},${draft.bcc}`) : [];
  const blocked = channelProblem(channel, addresses, contact.data);
  const others = parseAddresses(draft.cc).addresses.length + parseAddresses(draft.bcc).addresses.length;
  // A problem is shown at the try to send, and goes as soon as it is mended.
  const current = isReading ? stillReading : draftProblem(channel, draft, subject);
  const problem = shownProblem && current?.field === shownProblem.field ? current : null;

  useEffect(() => {
    if (!restore) return;
    const wanted = restore.channel === 'Email' ? 'Email' : 'SMS';
    setChannel(wanted);
    changeDraft(draftKey(locationId, conversation.id, wanted), (known) =>
      mergedDraft(draftOfSeed(restore), known),
    );
    onRestored();
    boxRef.current?.focus();
  }, [restore, locationId, conversation.id, onRestored]);

  useEffect(() => {
    if (hasFocus) boxRef.current?.focus();
  }, [hasFocus]);

  function edit(change: Partial<typeof draft>) {
    changeDraft(key, (known) => ({ ...known, ...change }));
  }

  function send() {
    if (blocked) return;
    setShownProblem(current);
    if (current) return fieldOf(sectionRef.current, current.field)?.focus();
    sendDraft({ channel, draft, subject, replyToEmailId: target?.emailId ?? null });
    boxRef.current?.focus();
  }

  const place = { key, locationId, conversationId: conversation.id };
  return (
    <section
      ref={sectionRef}
      aria-label="Reply"
      className="px-7 pt-2 pb-[18px] phone:px-2.5 phone:pt-1.5 phone:pb-2.5"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!blocked) addFiles(place, event.dataTransfer.files);
      }}
      onKeyDown={(event) => {
        const isInText = event.target === boxRef.current;
        if (isSendKey(event.nativeEvent, { channel, enterKey, isInText, isTouch: isTouch() })) {
          event.preventDefault();
          send();
        }
        if (event.key === 'Escape') {
          event.stopPropagation();
          onLeave();
        }
      }}
    >
      <div className="mx-auto max-h-[55dvh] max-w-[864px] overflow-y-auto rounded-panel border border-line-2 bg-panel shadow-low focus-within:border-edge">
        <div className="flex items-center gap-2 px-2.5 pt-2">
          <Segmented<ComposerChannel>
            kind="radios"
            label="Send by"
            value={channel}
            onValueChange={setChannel}
            options={[
              { value: 'SMS', label: 'SMS' },
              { value: 'Email', label: 'Email' },
            ]}
          />
          <span className="ml-auto min-w-0 truncate text-12 text-ink-3">
            {channel === 'SMS' ? (addresses.phone ?? '') : (addresses.email ?? '')}
          </span>
        </div>
        <ComposerNotes
          note={channelNote(conversation.lastMessage.type)}
          blocked={blocked}
          openInGhlUrl={openInGhlUrl}
        />
        {channel === 'Email' && (
          <EmailFields
            draft={draft}
            subject={subject}
            problem={problem}
            onEdit={edit}
            isReply={target !== null || isReading}
            leftOut={leftOut}
            problemId={problemId}
          />
        )}
        <MessageBox
          ref={boxRef}
          channel={channel}
          text={draft.text}
          describedBy={problem?.field === 'text' ? problemId : undefined}
          onText={(text) => edit({ text })}
        />
        <ComposerFiles place={place} files={draft.files} onRemoved={() => boxRef.current?.focus()} />
        {problem && (
          <p id={problemId} role="alert" className="px-3.5 pb-1 font-medium text-12 text-bad">
            {problem.message}
          </p>
        )}
        <ComposerFooter
          channel={channel}
          draft={draft}
          label={sendLabel(channel, addresses, others)}
          hasPlainEnter={sendsByEnter({ channel, enterKey })}
          isBlocked={blocked !== null}
          onFiles={(files) => addFiles(place, files)}
          onSend={send}
        />
      </div>
    </section>
  );
}

function isTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

const stillReading = {
  field: 'text',
  message: 'The thread is still being read. One moment, then send again.',
} as const;

/** The field that a problem concerns; a file has none, so the text has the focus. */
function fieldOf(section: HTMLElement | null, field: string): HTMLElement | null {
  return section?.querySelector<HTMLElement>(`[name="${field === 'files' ? 'text' : field}"]`) ?? null;
}

/** What comes back is sent as a message of its own. */
function draftOfSeed({ content }: DraftSeed): Draft {
  const files = (content.files ?? []).map((file) => ({
    ...file,
    localId: file.uploadId,
    state: 'done' as const,
    progress: 1,
    error: null,
  }));
  return { ...emptyDraft, ...content, files, clientId: null };
}
