import { Paperclip } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import type { Draft } from '@/lib/client/drafts';
import { useIsApple } from '@/lib/client/platform';
import { uploadAccept } from '@/lib/shared/attachment-rules';
import { maxSmsLength, type SendChannel } from '@/lib/shared/contract/send';

type ComposerFooterProps = {
  channel: SendChannel;
  draft: Draft;
  label: string;
  isBlocked: boolean;
  /** Enter alone sends. */
  hasPlainEnter: boolean;
  onFiles: (files: FileList) => void;
  /** Further buttons beside the one for files: snippets, the signature. */
  tools?: ReactNode;
  /** Other ways to send, right beside the button that sends: later. */
  sendOptions?: ReactNode;
  onSend: () => void;
};

/** From here on the room that is left is worth saying. */
const nearlyFull = 100;

export function ComposerFooter(props: ComposerFooterProps) {
  const { channel, draft, label, isBlocked, hasPlainEnter, onFiles, tools, sendOptions, onSend } = props;
  const isApple = useIsApple();
  const sendKeys = hasPlainEnter ? '↵' : isApple ? '⌘↵' : 'Ctrl ↵';
  const pickerRef = useRef<HTMLInputElement>(null);
  return (
    <div className="flex items-center gap-0.5 p-2 pt-1.5">
      <IconButton label="Attach files" aria-disabled={isBlocked} onClick={() => pickerRef.current?.click()}>
        <Paperclip aria-hidden />
      </IconButton>
      <input
        ref={pickerRef}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        accept={uploadAccept}
        onChange={(event) => {
          if (event.target.files) onFiles(event.target.files);
          // The same file may be picked again after it was removed.
          event.target.value = '';
        }}
      />
      {tools}
      <span className="ml-auto mr-2.5 text-12 text-ink-3 tabular-nums phone:hidden">
        {note(channel, draft)}
      </span>
      <Button variant="primary" className="phone:ml-auto" aria-disabled={isBlocked} onClick={onSend}>
        {label} <Kbd>{sendKeys}</Kbd>
      </Button>
      {sendOptions}
    </div>
  );
}

function note(channel: SendChannel, draft: Draft): string {
  if (channel !== 'SMS') return '';
  const left = maxSmsLength - draft.text.length;
  if (left <= nearlyFull) return `${left} characters left`;
  return draft.files.length > 0 ? 'With a file: sent as MMS' : '';
}
