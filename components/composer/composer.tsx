'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Segmented } from '@/components/ui/segmented';
import { newClientId } from '@/lib/client/client-id';
import { addFiles } from '@/lib/client/draft-files';
import { mergedDraft } from '@/lib/client/draft-merge';
import { type Draft, draftKey, emptyDraft } from '@/lib/client/drafts';
import { usePreferences } from '@/lib/client/preferences';
import { useContact } from '@/lib/client/queries/directory';
import { changeDraft, useDraft } from '@/lib/client/use-draft';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { DraftSeed } from '@/lib/shared/contract/draft';
import { type SendChannel, type SendRequest, sendRequestSchema } from '@/lib/shared/contract/send';
import { channelNote, channelProblem, startingChannel } from './channel-rules';
import { ComposerFiles } from './composer-files';
import { ComposerFooter } from './composer-footer';
import { ComposerNotes } from './composer-notes';
import { OtherDraftNotice } from './drafts/other-draft-notice';
import { EmailBody } from './email/email-body';
import { useEmailMode } from './email/use-email-mode';
import type { ComposerProblem } from './outgoing';
import { isSendKey, sendsByEnter } from './send-key';
import { TextBody } from './text-body';
import { textOutgoing } from './text-outgoing';
import { useBodyFocus } from './use-body-focus';
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
  /** Somebody came to write, or pressed the key for it: the text has the focus as soon as it is there. */
  wantsFocus: boolean;
  onFocused: () => void;
  /** Esc: the draft stays, the focus goes back to the messages. */
  onLeave: () => void;
};

/** Answers one conversation. Mounted anew for each, so that no draft can stray into another. */
export function Composer(props: ComposerProps) {
  const { locationId, conversation, openInGhlUrl, restore, onRestored, onSent, onLeave } = props;
  const { wantsFocus, onFocused } = props;
  const [channel, setChannel] = useState<SendChannel>(() => startingChannel(conversation));
  const [shownProblem, setShownProblem] = useState<ComposerProblem | null>(null);
  const sectionRef = useRef<HTMLElement>(null);
  const { setBody, focusBody } = useBodyFocus();
  const problemId = useId();
  const place = {
    key: draftKey(locationId, conversation.id, channel),
    locationId,
    conversationId: conversation.id,
  };
  const draft = useDraft(place.key);
  const contact = useContact(locationId, conversation.contactId);
  const { sendDraft } = useSendDraft(place.key, locationId, conversation.id, onSent);
  const { enterKey } = usePreferences();

  const addresses = {
    phone: contact.data?.phone ?? conversation.phone,
    email: contact.data?.email ?? conversation.email,
  };
  const isEmail = channel === 'Email';
  const email = useEmailMode({ ...place, contactEmail: addresses.email, draft, isOn: isEmail });
  const outgoing = isEmail ? email.outgoing : textOutgoing(channel, draft, addresses.phone);
  const blocked = channelProblem(channel, addresses, contact.data);
  // A problem is shown at the try to send, and goes as soon as it is mended.
  const problem = shownProblem && outgoing.problem?.field === shownProblem.field ? outgoing.problem : null;

  useEffect(() => {
    if (!restore) return;
    setChannel(restore.channel);
    changeDraft(draftKey(locationId, conversation.id, restore.channel), (known) =>
      mergedDraft(draftOfSeed(restore), known),
    );
    onRestored();
    focusBody();
  }, [restore, locationId, conversation.id, onRestored, focusBody]);

  useEffect(() => {
    if (!wantsFocus) return;
    focusBody();
    onFocused();
  }, [wantsFocus, onFocused, focusBody]);

  function edit(change: Partial<Draft>) {
    changeDraft(place.key, (known) => ({ ...known, ...change }));
  }

  function send(how: Partial<Pick<SendRequest, 'schedule'>> = {}) {
    if (blocked) return;
    setShownProblem(outgoing.problem);
    if (outgoing.problem) return focusField(outgoing.problem.field);
    const request = sendRequestSchema.parse(
      outgoing.request({
        clientId: draft.clientId ?? newClientId(),
        uploadIds: draft.files.flatMap((file) => file.uploadId ?? []),
        seen: null,
        schedule: how.schedule ?? null,
      }),
    );
    sendDraft({ draft: outgoing.draft, request });
    focusBody();
  }

  /** A file has no field of its own: the text has the focus then. */
  function focusField(field: ComposerProblem['field']) {
    const input = sectionRef.current?.querySelector<HTMLElement>(`input[name="${field}"]`);
    if (input) input.focus();
    else focusBody();
  }

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
        const isInText = isText(event.target);
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
          <Segmented<SendChannel>
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
            {(isEmail ? addresses.email : addresses.phone) ?? ''}
          </span>
        </div>
        <ComposerNotes
          note={channelNote(conversation.lastMessage.type)}
          blocked={blocked}
          openInGhlUrl={openInGhlUrl}
        />
        <OtherDraftNotice draftKey={place.key} onChosen={focusBody} />
        {isEmail ? (
          <EmailBody
            ref={setBody}
            mode={email}
            draft={draft}
            onEdit={edit}
            problem={problem}
            problemId={problemId}
          />
        ) : (
          <TextBody
            ref={setBody}
            channel={channel}
            draft={draft}
            onEdit={edit}
            describedBy={problem?.field === 'text' ? problemId : undefined}
          />
        )}
        <ComposerFiles place={place} files={draft.files} onRemoved={focusBody} />
        {problem && (
          <p id={problemId} role="alert" className="px-3.5 pb-1 font-medium text-12 text-bad">
            {problem.message}
          </p>
        )}
        <ComposerFooter
          channel={channel}
          draft={draft}
          label={outgoing.label}
          hasPlainEnter={sendsByEnter({ channel, enterKey })}
          isBlocked={blocked !== null}
          onFiles={(files) => addFiles(place, files)}
          onSend={() => send()}
        />
      </div>
    </section>
  );
}

function isTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

function isText(target: EventTarget): boolean {
  return target instanceof Element && target.matches('textarea, [contenteditable="true"]');
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
