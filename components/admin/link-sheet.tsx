import { Check, Copy } from 'lucide-react';
import { type Ref, useRef, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { useIsApple } from '@/lib/client/platform';
import type { MadeLink } from '@/lib/shared/contract/people';
import { fullTime } from '@/lib/shared/format-time';

type LinkSheetProps = { made: { link: MadeLink; name: string } | null; onClose: () => void };

/** Shows a one-time link, this once: no stray click or second Enter takes it away. */
export function LinkSheet({ made, onClose }: LinkSheetProps) {
  // What it was about stays in its place while it slides away.
  const [shown, setShown] = useState(made);
  if (made && made !== shown) setShown(made);
  const copyRef = useRef<HTMLButtonElement>(null);
  return (
    <Sheet open={made !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        title="One-time link"
        onInteractOutside={(event) => event.preventDefault()}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          copyRef.current?.focus();
        }}
      >
        {shown && <LinkView key={shown.link.url} {...shown} copyRef={copyRef} onClose={onClose} />}
      </SheetContent>
    </Sheet>
  );
}

type LinkViewProps = {
  link: MadeLink;
  name: string;
  copyRef: Ref<HTMLButtonElement>;
  onClose: () => void;
};

function LinkView({ link, name, copyRef, onClose }: LinkViewProps) {
  const isApple = useIsApple();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const inputRef = useRef<HTMLInputElement>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied('yes');
    } catch {
      // Not everywhere may a page write there: on plain http it may not.
      inputRef.current?.select();
      setCopied('no');
    }
  }

  return (
    <div className="grid gap-4 px-[18px] py-4">
      <p className="text-13 text-ink-2 [overflow-wrap:anywhere]">
        Give this link to{' '}
        <strong className="font-semibold text-ink">
          <BidiText>{name}</BidiText>
        </strong>{' '}
        by a way that you trust: whoever opens it first comes in.
      </p>
      <Field label="Link" hint={`It lets in once, until ${fullTime(link.expiresAt)}.`}>
        {(control) => (
          <Input
            {...control}
            ref={inputRef}
            readOnly
            value={link.url}
            onFocus={(event) => event.target.select()}
            className="font-mono text-12"
          />
        )}
      </Field>
      <Button ref={copyRef} variant="primary" onClick={() => void copy()}>
        {copied === 'yes' ? <Check aria-hidden /> : <Copy aria-hidden />}
        Copy the link
      </Button>
      <p role="status" className="text-12 text-ink-2">
        {copied === 'yes' && 'Copied.'}
        {copied === 'no' &&
          `This browser does not let the page copy. The link is selected: press ${isApple ? '⌘C' : 'Ctrl+C'}.`}
      </p>
      <p className="text-12 text-ink-3">
        It is shown only now, and kept nowhere. If it is lost, make a new one: the lost one then stops
        working.
      </p>
      <Button onClick={onClose}>Done</Button>
    </div>
  );
}
