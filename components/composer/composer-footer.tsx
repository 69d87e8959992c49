import { CheckCheck, Paperclip } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useIsApple } from '@/lib/client/platform';
import { useCommands, useShortcutOf } from '@/lib/client/shortcuts/use-commands';
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
  /** Absent for whoever may not mark anything. */
  onSendDone?: () => void;
};

export function ComposerFooter(props: ComposerFooterProps) {
  const { label, isBlocked, hasPlainEnter, onFiles, tools, note, sendOptions, onSend, onSendDone } = props;
  const shortcutOf = useShortcutOf();
  const isApple = useIsApple();
  const sendKeys = hasPlainEnter ? '↵' : isApple ? '⌘↵' : 'Ctrl ↵';
  const pickerRef = useRef<HTMLInputElement>(null);
  const attachKey = useShortcutOf()('message.attach');
  useCommands({
    'message.attach': () => {
      if (!onFiles || isBlocked) return false;
      pickerRef.current?.click();
    },
  });
  return (
    <div className="sticky bottom-0 flex flex-wrap items-center gap-x-0.5 gap-y-1 rounded-[inherit] bg-inherit p-2 pt-1.5">
      {onFiles && (
        <>
          <IconButton
            label="Attach files"
            aria-disabled={isBlocked}
            {...attachKey}
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
      <span className="min-w-0 flex-1 px-1.5 text-right text-12 text-ink-3 tabular-nums">{note}</span>
      <span className="ml-auto flex min-w-0 max-w-full flex-wrap items-center justify-end gap-0.5">
        <Button
          variant="primary"
          className="h-auto min-h-8 max-w-full whitespace-normal py-1 touch:h-auto touch:min-h-11"
          aria-disabled={isBlocked}
          onClick={onSend}
        >
          <span className="min-w-0">{label}</span> <Kbd>{sendKeys}</Kbd>
        </Button>
        {onSendDone && (
          <IconButton
            label="Send and done"
            aria-disabled={isBlocked}
            onClick={onSendDone}
            {...shortcutOf('message.sendDone')}
          >
            <CheckCheck aria-hidden />
          </IconButton>
        )}
        {sendOptions}
      </span>
    </div>
  );
}
