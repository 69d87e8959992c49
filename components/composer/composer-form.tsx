import { useEffect, useId, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { newClientId } from '@/lib/client/client-id';
import { type Draft, draftKey } from '@/lib/client/drafts';
import { usePreferences } from '@/lib/client/preferences';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import { changeDraft, useDraft } from '@/lib/client/use-draft';
import { noFilesReason } from '@/lib/shared/attachment-rules';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { type SendRequest, sendRequestSchema } from '@/lib/shared/contract/send';
import { ComposerFooter } from './composer-footer';
import { ComposerHead } from './composer-head';
import { OtherDraftNotice } from './drafts/other-draft-notice';
import { EmailBody } from './email/email-body';
import { ComposerFiles } from './files/composer-files';
import { DropTarget } from './files/drop-target';
import { useFileIntake } from './files/use-file-intake';
import { useSendAfterUpload } from './files/use-send-after-upload';
import { MenuHost } from './menu-host';
import type { ComposerProblem } from './outgoing';
import { useSchedule } from './schedule/use-schedule';
import { sendKey, sendsByEnter } from './send-key';
import { SmsNote } from './sms-note';
import { ActsBar } from './snippets/acts-bar';
import { selectWords } from './snippets/insert-text';
import { unfilledProblem } from './snippets/unfilled';
import { useComposerSnippets } from './snippets/use-composer-snippets';
import { TemplateBody } from './template-body';
import { TextBody } from './text-body';
import { textNote } from './text-note';
import { useBodyFocus } from './use-body-focus';
import type { ChannelScene } from './use-channel';
import { useOutgoing } from './use-outgoing';
import { useSendDraft } from './use-send-draft';
import { useTyping } from './use-typing';

type ComposerFormProps = {
  locationId: string;
  conversation: Conversation;
  openInGhlUrl: string;
  scene: ChannelScene;
  /** Where an answer from here would not go where they wrote. */
  elsewhere: string | null;
  hasGhlUser: boolean | null;
  onSent?: () => void;
  onDone?: () => void;
  /** A channel was chosen to be written on. */
  onWrite: () => void;
  wantsFocus: boolean;
  onFocused: () => void;
  onLeave: () => void;
};

type SendHow = { schedule?: SendRequest['schedule']; isDone?: boolean };

/** What is written on one channel, and what becomes of it. */
export function ComposerForm(props: ComposerFormProps) {
  const { locationId, conversation, scene, wantsFocus, onFocused, onDone } = props;
  const { channel, option } = scene;
  const [shownProblem, setShownProblem] = useState<ComposerProblem | null>(null);
  const [menuHost, setMenuHost] = useState<HTMLElement | null>(null);
  const sectionRef = useRef<HTMLElement>(null);
  const { bodyRef, setBody, focusBody } = useBodyFocus();
  const problemId = useId();
  const conversationId = conversation.id;
  const place = { key: draftKey(locationId, conversationId, channel), locationId, conversationId };
  const draft = useDraft(place.key);
  const { sendDraft } = useSendDraft(place.key, locationId, conversationId, props.onSent);
  const { enterKey } = usePreferences();
  const body = useOutgoing({ ...place, contactId: conversation.contactId }, scene, draft);
  const { outgoing } = body;
  const typing = useTyping(locationId, conversationId, channel === 'Live_Chat');
  const isComment = channel === 'InternalComment';
  const blocked = option?.reason ?? null;
  const current = outgoing.problem ?? unfilledProblem(outgoing.draft);
  const noFiles = body.kind === 'template' ? 'No file can go with a template.' : noFilesReason(channel);
  const intake = useFileIntake(place, blocked ?? noFiles);
  const afterUpload = useSendAfterUpload(place.key, draft, send);
  const schedule = useSchedule({
    locationId,
    contactId: conversation.contactId,
    channel,
    isBlocked: blocked !== null,
    mayOpen: isComplete,
    onSchedule: (when) => send({ schedule: when }),
  });
  // A problem is shown at the try to send, and goes as soon as it is mended.
  const problem = shownProblem && current?.field === shownProblem.field ? current : null;
  const snippets = useComposerSnippets({
    place: { locationId, contactId: conversation.contactId, channel },
    draftKey: place.key,
    text: draft.text,
    isOff: blocked !== null || body.kind === 'template',
    takesSubject: body.kind === 'email' && !body.mode.isReply && !body.mode.subject.trim(),
    insert: (text) => bodyRef.current?.insert(text),
    focusBody,
  });

  useEffect(() => {
    if (!wantsFocus) return;
    focusBody();
    onFocused();
  });

  useCommands({
    // By key they are heard below, where the text and its menus come first.
    'message.send': (event) => (event ? false : send()),
    ...(onDone ? { 'message.sendDone': (event) => (event ? false : send({ isDone: true })) } : {}),
  });

  function edit(change: Partial<Draft>) {
    if (!scene.isChosen) scene.choose(channel);
    // Where words can be written again, the template that was chosen while they could not is not meant any more.
    const written = body.kind === 'text' ? { ...change, templateId: null } : change;
    changeDraft(place.key, (known) => ({ ...known, ...written }));
    if (change.text) typing.typed();
  }

  /** Whether there is something to send; else it says what is missing, and leads there. */
  function isComplete(): boolean {
    if (current?.field === 'files' && afterUpload.isUploading) return true;
    setShownProblem(current);
    if (current) focusField(current);
    return current === null;
  }

  function send(how: SendHow = {}) {
    if (blocked || !isComplete()) return;
    if (current) return afterUpload.press(how);
    typing.stopped();
    const request = sendRequestSchema.parse(
      outgoing.request({
        clientId: draft.clientId ?? newClientId(),
        uploadIds: draft.files.flatMap((file) => file.uploadId ?? []),
        seen: scene.facts.newest,
        schedule: how.schedule ?? null,
      }),
    );
    sendDraft({ draft: outgoing.draft, request });
    const { kept } = outgoing;
    if (kept) changeDraft(place.key, (now) => ({ ...now, ...kept }));
    if (how.isDone && onDone) onDone();
    else focusBody();
  }

  /** A file has no field of its own: the text has the focus then. */
  function focusField({ field, words }: ComposerProblem) {
    const input = sectionRef.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`);
    if (input) input.focus();
    else focusBody();
    if (!words) return;
    if (input) selectWords(input, words);
    else bodyRef.current?.select(words);
  }

  return (
    <section
      ref={sectionRef}
      aria-label="Reply"
      className="px-7 pt-2 pb-[18px] phone:px-2.5 phone:pt-1.5 phone:pb-2.5"
      onFocus={scene.hold}
      onBlur={typing.stopped}
      {...intake.props}
      onKeyDown={(event) => {
        // What opened over it has keys of its own.
        if (!isWithin(event.currentTarget, event.target)) return;
        const isInText = isText(event.target);
        const act = sendKey(event.nativeEvent, { channel, enterKey, isInText, isTouch: isTouch() });
        if (act) {
          event.preventDefault();
          send({ isDone: act === 'send-done' });
        }
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation();
          props.onLeave();
        }
      }}
    >
      <div className="relative mx-auto max-w-[864px]">
        {intake.isDragging && <DropTarget reason={blocked ?? noFiles} />}
        <div ref={setMenuHost} className="absolute inset-x-0 bottom-full z-20 mb-1.5" />
        <MenuHost value={menuHost}>
          <div
            className={cn(
              'max-h-[min(75dvh,max(55dvh,24rem))] overflow-y-auto rounded-panel border border-line-2 bg-panel shadow-low focus-within:border-edge',
              isComment && 'rounded-[6px] border-note-line border-l-4 bg-note focus-within:border-note-line',
            )}
          >
            <ComposerHead
              {...props}
              draft={draft}
              mailReceiver={body.kind === 'email' ? body.mode.receiver : null}
              onEdit={edit}
            />
            <OtherDraftNotice draftKey={place.key} onChosen={focusBody} />
            {body.kind === 'email' && (
              <EmailBody
                ref={setBody}
                mode={body.mode}
                draft={draft}
                onEdit={edit}
                problem={problem}
                problemId={problemId}
                snippets={snippets.source}
                isChosen={scene.isChosenNow}
              />
            )}
            {body.kind === 'template' && (
              <TemplateBody ref={setBody} mode={body.mode} draft={draft} onEdit={edit} />
            )}
            {body.kind === 'text' && (
              <>
                <TextBody
                  ref={setBody}
                  locationId={locationId}
                  channel={body.channel}
                  draft={draft}
                  onEdit={edit}
                  describedBy={problem?.field === 'text' ? problemId : undefined}
                  snippets={snippets.source}
                />
                {channel === 'SMS' && draft.files.length === 0 && (
                  <SmsNote
                    text={draft.text}
                    onPlain={(text) => {
                      edit({ text });
                      focusBody();
                    }}
                  />
                )}
              </>
            )}
            {body.kind !== 'template' && (
              <ComposerFiles place={place} files={draft.files} onRemoved={focusBody} />
            )}
            <ActsBar locationId={locationId} draftKey={place.key} acts={draft.acts} onRemoved={focusBody} />
            {problem && (
              <p id={problemId} role="alert" className="px-3.5 pb-1 font-medium text-12 text-bad">
                {problem.message}
              </p>
            )}
            {schedule.note}
            <ComposerFooter
              label={afterUpload.isWaiting ? 'Leaves after the upload. Stop' : outgoing.label}
              hasPlainEnter={sendsByEnter({ channel, enterKey })}
              isBlocked={blocked !== null}
              onFiles={noFiles === null ? intake.add : undefined}
              note={body.kind === 'text' ? textNote(body.channel, draft) : ''}
              tools={snippets.button}
              sendOptions={schedule.button}
              onSend={() => send()}
              onSendDone={onDone && (() => send({ isDone: true }))}
            />
          </div>
        </MenuHost>
      </div>
      {snippets.picker}
    </section>
  );
}

function isTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

function isWithin(section: Element, target: EventTarget): boolean {
  return target instanceof Node && section.contains(target);
}

function isText(target: EventTarget): boolean {
  return target instanceof Element && target.matches('textarea, [contenteditable="true"]');
}
