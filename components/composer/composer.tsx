'use client';

import { Lock } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Segmented } from '@/components/ui/segmented';
import { addFiles } from '@/lib/client/draft-files';
import { changeDraft, draftKey, emptyDraft, useDraft } from '@/lib/client/drafts';
import { useContact } from '@/lib/client/queries/directory';
import { useThread } from '@/lib/client/queries/messages';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { Send } from '@/lib/shared/contract/send';
import { ComposerFiles } from './composer-files';
import { ComposerFooter } from './composer-footer';
import {
  type ComposerChannel,
  channelProblem,
  draftProblem,
  parseAddresses,
  replySubject,
  replyTarget,
  sendLabel,
  startingChannel,
} from './composer-rules';
import { EmailFields } from './email-fields';
import { MessageBox } from './message-box';
import { useSendDraft } from './use-send-draft';

type ComposerProps = {
  locationId: string;
  conversation: Conversation;
  /** A refused send that comes back to be changed. */
  restore: Send | null;
  onRestored: () => void;
  /** Esc: the draft stays, the focus goes back to the messages. */
  onLeave: () => void;
};

/** Answers one conversation. Mounted anew for each, so that no draft can stray into another. */
export function Composer({ locationId, conversation, restore, onRestored, onLeave }: ComposerProps) {
  const [channel, setChannel] = useState<ComposerChannel>(() => startingChannel(conversation));
  const [shownProblem, setShownProblem] = useState<ReturnType<typeof draftProblem>>(null);
  const boxRef = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  const key = draftKey(locationId, conversation.id, channel);
  const draft = useDraft(key);
  const contact = useContact(locationId, conversation.contactId);
  const { messages } = useThread(locationId, conversation.id);
  const { sendDraft } = useSendDraft(key, locationId, conversation.id);

  const target = channel === 'Email' ? replyTarget(messages) : null;
  const subject = draft.subject ?? replySubject(target?.subject ?? '');
  const addresses = {
    phone: contact.data?.phone ?? conversation.phone,
    email: contact.data?.email ?? conversation.email,
  };
  const blocked = channelProblem(channel, addresses, contact.data);
  const others = parseAddresses(draft.cc).addresses.length + parseAddresses(draft.bcc).addresses.length;
  // A problem is shown at the try to send, and goes as soon as it is mended.
  const current = draftProblem(channel, draft, subject);
  const problem = shownProblem && current?.field === shownProblem.field ? current : null;

  useEffect(() => {
    if (!restore) return;
    setChannel(restore.channel);
    changeDraft(draftKey(locationId, conversation.id, restore.channel), (known) =>
      draftOfSend(restore, known.text),
    );
    onRestored();
    boxRef.current?.focus();
  }, [restore, locationId, conversation.id, onRestored]);

  function edit(change: Partial<typeof draft>) {
    changeDraft(key, (known) => ({ ...known, ...change }));
  }

  function send() {
    if (blocked) return;
    setShownProblem(current);
    if (current) return boxRef.current?.focus();
    void sendDraft({ channel, draft, subject, replyToEmailId: target?.emailId ?? null });
    boxRef.current?.focus();
  }

  const place = { key, locationId, conversationId: conversation.id };
  return (
    <section
      aria-label="Reply"
      className="px-7 pt-2 pb-[18px] phone:px-2.5 phone:pt-1.5 phone:pb-2.5"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!blocked) addFiles(place, event.dataTransfer.files);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing) {
          event.preventDefault();
          send();
        }
        if (event.key === 'Escape') {
          event.stopPropagation();
          onLeave();
        }
      }}
    >
      <div className="mx-auto max-w-[864px] rounded-panel border border-line-2 bg-panel shadow-low focus-within:border-edge">
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
        {blocked && (
          <p className="mx-3.5 mt-2 flex items-center gap-2 text-13 text-warn">
            <Lock aria-hidden className="size-3.5 shrink-0" />
            {blocked}
          </p>
        )}
        {channel === 'Email' && (
          <EmailFields
            draft={draft}
            subject={subject}
            problem={problem}
            onEdit={edit}
            isReply={target !== null}
          />
        )}
        <MessageBox
          ref={boxRef}
          channel={channel}
          text={draft.text}
          describedBy={problem ? problemId : undefined}
          onText={(text) => edit({ text })}
        />
        <ComposerFiles place={place} files={draft.files} />
        {problem && (
          <p id={problemId} role="alert" className="px-3.5 pb-1 font-medium text-12 text-bad">
            {problem.message}
          </p>
        )}
        <ComposerFooter
          channel={channel}
          draft={draft}
          label={sendLabel(channel, addresses, others)}
          isBlocked={blocked !== null}
          onFiles={(files) => addFiles(place, files)}
          onSend={send}
        />
      </div>
    </section>
  );
}

function draftOfSend(send: Send, typed: string) {
  return {
    ...emptyDraft,
    text: [send.text, typed].filter((text) => text.trim()).join('\n\n'),
    subject: send.subject,
    cc: send.cc.join(', '),
    bcc: send.bcc.join(', '),
    files: send.attachments.map(({ uploadId, name }) => ({
      localId: uploadId,
      name,
      sizeBytes: 0,
      state: 'done' as const,
      progress: 1,
      uploadId,
      error: null,
    })),
  };
}
