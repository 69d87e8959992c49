import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import type { BodyHandle } from '@/components/composer/body-handle';
import type { ComposerProblem } from '@/components/composer/outgoing';
import type { SnippetSource } from '@/components/composer/snippets/use-composer-snippets';
import { useSnippetMenu } from '@/components/composer/snippets/use-snippet-menu';
import { type Draft, isBlank } from '@/lib/client/drafts';
import { maxEmailLength } from '@/lib/shared/contract/send';
import { withOthers } from './answer-change';
import { BelowText } from './below-text';
import type { RichEditorHandle } from './editor/rich-editor';
import { EmailFields } from './email-fields';
import { UnsubscribedNote } from './email-type';
import { RichField } from './rich-field';
import type { EmailMode } from './use-email-mode';

type EmailBodyProps = {
  ref: Ref<BodyHandle>;
  mode: EmailMode;
  draft: Draft;
  onEdit: (change: Partial<Draft>) => void;
  problem: ComposerProblem | null;
  /** Of the sentence that says what is wrong. */
  problemId: string;
  snippets: SnippetSource;
  /** The person has turned to email just now. */
  isChosen: boolean;
};

/** The fields of an email and its text. Until somebody comes to write it is one line: the room is for what they read. */
export function EmailBody(props: EmailBodyProps) {
  const { ref, mode, draft, onEdit, problem, problemId, snippets } = props;
  const fieldRef = useRef<RichEditorHandle>(null);
  const [isEntered, setEntered] = useState(false);
  const [openQuoteId, setOpenQuoteId] = useState<string | null>(null);
  const isBegun = !isBlank(draft) || draft.replyMode !== null || problem !== null;
  const isFolded = !isEntered && !isBegun && !props.isChosen;
  const slash = useSnippetMenu(
    {
      read: () => fieldRef.current?.read() ?? null,
      replace: (start, end, text) => fieldRef.current?.replace(start, end, text),
    },
    snippets,
  );
  const { others, target, contactId, locationId } = mode;
  const [to] = mode.toAddresses;
  const addOthers = useEffectEvent(() => {
    const change = withOthers(draft, { others, target });
    if (change) onEdit(change);
  });
  useEffect(() => {
    // An answer to all may be asked for before it is known who they are.
    if (mode.mode === 'reply-all' && others !== null) addOthers();
  }, [mode.mode, others]);

  useImperativeHandle(ref, () => ({
    focus: () => fieldRef.current?.focus(),
    insert: (text) => fieldRef.current?.insert(text),
    select: (words) => fieldRef.current?.select(words),
  }));

  return (
    <>
      {!isFolded && (
        <EmailFields draft={draft} mode={mode} problem={problem} problemId={problemId} onEdit={onEdit} />
      )}
      {contactId !== null && to !== undefined && draft.text !== '' && mode.mode !== 'forward' && (
        <UnsubscribedNote
          locationId={locationId}
          contactId={contactId}
          address={to}
          subtypeId={draft.subtypeId}
        />
      )}
      {slash.menu.list}
      {/* Before the editor and the composer see a key. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text within takes them */}
      <div
        onKeyDownCapture={(event) => {
          if (slash.menu.onKeyDown(event)) event.stopPropagation();
        }}
        onKeyUp={() => slash.follow(false)}
        onMouseUp={() => slash.follow(false)}
        onBlur={slash.close}
      >
        <RichField
          ref={fieldRef}
          value={draft}
          label="Email text"
          placeholder="Write an email"
          describedBy={problem?.field === 'text' ? problemId : undefined}
          maxLength={maxEmailLength}
          menuAttributes={slash.menu.isOpen ? slash.menu.attributes : undefined}
          isFolded={isFolded}
          onFocus={() => setEntered(true)}
          onChange={(value) => {
            onEdit(value);
            slash.follow(true);
          }}
        >
          {!isFolded && (
            <BelowText
              draft={draft}
              mode={mode}
              onEdit={onEdit}
              openQuoteId={openQuoteId}
              onOpenQuote={setOpenQuoteId}
              onGone={() => fieldRef.current?.focus()}
            />
          )}
        </RichField>
      </div>
    </>
  );
}
