import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { ChannelGlyph } from '@/components/ui/icon-set';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';
import type { Subtype } from '@/lib/shared/contract/subtype';
import { aboutWords } from './subtype-draft';

type SubtypeRowProps = {
  subtype: Subtype;
  isPending?: boolean;
  onEdit?: () => void;
  onArchive?: () => void;
  onRestore?: () => void;
};

export function SubtypeRow({ subtype, isPending, onEdit, onArchive, onRestore }: SubtypeRowProps) {
  const { channel, description, isArchived } = subtype;
  const name = cutCombiningMarks(subtype.name);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-3.5">
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-field bg-sunk text-ink-2 [&_svg]:size-4"
      >
        <ChannelGlyph name={channel === 'sms' ? 'sms' : 'email'} />
      </span>
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-semibold text-14 [overflow-wrap:anywhere]">
          <BidiText>{name}</BidiText>
        </p>
        {description && (
          <p className="text-13 text-ink-2 [overflow-wrap:anywhere]">
            <BidiText>{cutCombiningMarks(description)}</BidiText>
          </p>
        )}
        <p className="text-12 text-ink-3">
          {aboutWords(subtype)}
          {channel === 'sms' && !isArchived && ' · GoHighLevel gives no status per contact'}
        </p>
      </div>
      <div className="flex gap-2 phone:w-full phone:pl-[52px]">
        {onEdit && (
          <Button onClick={onEdit}>
            Edit<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        )}
        {onArchive && (
          <Button variant="quiet" onClick={onArchive}>
            Archive<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        )}
        {onRestore && (
          <Button isPending={isPending} onClick={onRestore}>
            Restore<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        )}
      </div>
    </li>
  );
}
