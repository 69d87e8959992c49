import { Paperclip } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useIsApple } from '@/lib/client/platform';
import { uploadAccept } from '@/lib/shared/attachment-rules';

type ComposerFooterProps = {
  label: string;
  isBlocked: boolean;
  /** Enter alone sends. */
  hasPlainEnter: boolean;
  /** Absent where no file can go along. */
  onFiles?: (files: FileList) => void;
  /** Further buttons beside the one for files: snippets, the signature. */
  tools?: ReactNode;
  /** What the text comes to, such as its segments. */
  note?: ReactNode;
  /** Other ways to send, right beside the button that sends: later. */
  sendOptions?: ReactNode;
  onSend: () => void;
};

export function ComposerFooter(props: ComposerFooterProps) {
  const { label, isBlocked, hasPlainEnter, onFiles, tools, note, sendOptions, onSend } = props;
  const isApple = useIsApple();
  const sendKeys = hasPlainEnter ? '↵' : isApple ? '⌘↵' : 'Ctrl ↵';
  const pickerRef = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-x-0.5 gap-y-1 p-2 pt-1.5">
      {onFiles && (
        <>
          <IconButton
            label="Attach files"
            aria-disabled={isBlocked}
            onClick={() => pickerRef.current?.click()}
          >
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
        </>
      )}
      {tools}
      <span className="mr-2.5 ml-auto pl-1 text-12 text-ink-3 tabular-nums">{note}</span>
      <span className="ml-auto flex min-w-0 max-w-full items-center gap-0.5">
        <Button variant="primary" aria-disabled={isBlocked} onClick={onSend}>
          <span className="min-w-0 truncate">{label}</span> <Kbd>{sendKeys}</Kbd>
        </Button>
        {sendOptions}
      </span>
    </div>
  );
}
