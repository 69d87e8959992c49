import { ChevronDown, Forward, Mails, Reply, ReplyAll, SquarePen } from 'lucide-react';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import type { Draft } from '@/lib/client/drafts';
import { fullTime } from '@/lib/shared/format-time';
import { answerChange } from './answer-change';
import { addressOf, nameOf } from './readers';
import type { EmailMode } from './use-email-mode';

type AnswerLineProps = { draft: Draft; mode: EmailMode; onEdit: (change: Partial<Draft>) => void };

const choices = [
  { mode: 'reply', isWholeThread: false, label: 'Reply', icon: Reply },
  { mode: 'reply-all', isWholeThread: false, label: 'Reply all', icon: ReplyAll },
  { mode: 'forward', isWholeThread: false, label: 'Forward', icon: Forward },
  { mode: 'forward', isWholeThread: true, label: 'Forward the whole thread', icon: Mails },
  { mode: 'new', isWholeThread: false, label: 'New email', icon: SquarePen },
] as const;

/** What this email is to the mails before it, and which of them is meant. */
export function AnswerLine({ draft, mode, onEdit }: AnswerLineProps) {
  if (!mode.hasMail) {
    return mode.isReading ? (
      <p className="min-h-8" />
    ) : (
      <p className="pt-1 text-12 text-ink-3">{startsNew}</p>
    );
  }
  const isWhole = mode.mode === 'forward' && draft.isWholeThread;
  const now = choices.find((choice) => choice.mode === mode.mode && choice.isWholeThread === isWhole);
  const Icon = now?.icon ?? Reply;
  const shown = choices.filter(({ isWholeThread }) => !isWholeThread || (mode.target?.countInItem ?? 2) > 1);
  return (
    <div className="flex min-h-8 min-w-0 items-center gap-2 text-12">
      <Menu>
        <MenuTrigger asChild>
          <Button
            variant="quiet"
            size="sm"
            className="-ml-2 shrink-0"
            aria-label={`${now?.label}: answer in another way`}
          >
            <Icon aria-hidden /> {now?.label} <ChevronDown aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent>
          {shown.map(({ label, icon: ItemIcon, ...choice }) => (
            <MenuItem key={label} onSelect={() => onEdit(answerChange(draft, mode, choice))}>
              <ItemIcon aria-hidden /> {label}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      <p className="min-w-0 truncate text-ink-3" title={mode.mail?.from ?? undefined}>
        <BidiText>{words(mode, isWhole)}</BidiText>
      </p>
    </div>
  );
}

const startsNew = 'This starts a new email thread.';

/** “Fitting” from Ana Okafor, 28 Nov 2026, 12:04 */
function words({ mode, target, mail }: EmailMode, isWhole: boolean): string {
  if (mode === 'new' || target === null) return startsNew;
  const subject = `“${mail?.subject || target.subject || 'no subject'}”`;
  if (isWhole) return `${subject}, all ${target.countInItem} emails`;
  if (!mail) return subject;
  const from = nameOf(mail.from ?? '') || addressOf(mail.from ?? '') || 'an unknown sender';
  return `${subject} from ${from}${mail.at === null ? '' : `, ${fullTime(mail.at)}`}`;
}
