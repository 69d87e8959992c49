import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import type { MadeLink } from '@/lib/shared/contract/people';
import { fullTime } from '@/lib/shared/format-time';

type LinkSheetProps = { made: { link: MadeLink; name: string } | null; onClose: () => void };

/** Shows a one-time link, this once. */
export function LinkSheet({ made, onClose }: LinkSheetProps) {
  return (
    <Sheet open={made !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent title="One-time link">{made && <LinkView {...made} onClose={onClose} />}</SheetContent>
    </Sheet>
  );
}

function LinkView({ link, name, onClose }: { link: MadeLink; name: string; onClose: () => void }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const inputRef = useRef<HTMLInputElement>(null);

  async function copy() {
    inputRef.current?.select();
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied('yes');
    } catch {
      // Not everywhere may a page write there: on plain http it may not.
      setCopied('no');
    }
  }

  return (
    <div className="grid gap-4 px-[18px] py-4">
      <p className="text-13 text-ink-2">
        Give this link to <strong className="font-semibold text-ink">{name}</strong> by a way that you trust:
        whoever opens it first comes in.
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
      <Button variant="primary" onClick={() => void copy()}>
        {copied === 'yes' ? <Check aria-hidden /> : <Copy aria-hidden />}
        Copy the link
      </Button>
      <p role="status" className="text-12 text-ink-2">
        {copied === 'yes' && 'Copied.'}
        {copied === 'no' && 'This browser does not let the page copy. The link is selected: press Ctrl+C.'}
      </p>
      <p className="text-12 text-ink-3">
        It is shown only now, and kept nowhere. If it is lost, make a new one: the lost one then stops
        working.
      </p>
      <Button onClick={onClose}>Done</Button>
    </div>
  );
}
