import { KeyRound, LogOut, MoreHorizontal, Pencil, UserMinus } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { BidiText } from '@/components/ui/bidi-text';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { useNow } from '@/lib/client/clock';
import type { TeamPerson } from '@/lib/shared/contract/people';
import { initials, nameHue } from '@/lib/shared/format-name';
import type { PersonTask } from './person-dialog';
import { fixedWords, presenceWords, roleWords } from './team-words';

type PersonRowProps = {
  person: TeamPerson;
  /** Of the linked GHL user; null when there is none or it cannot be read now. */
  ghlUserName: string | null;
  onTask: (task: PersonTask) => void;
};

export function PersonRow({ person, ghlUserName, onTask }: PersonRowProps) {
  const now = useNow();
  const { name, email, role, grants, hasJoined, isYou, fixedBecause, ghlUserId } = person;
  const isFixed = fixedBecause !== null;

  return (
    <li className="flex items-start gap-3.5 border-line border-b py-3.5">
      <Avatar initials={initials(name)} hue={nameHue(name)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 wrap-anywhere font-strong text-14">
            <BidiText>{name}</BidiText>
          </span>
          <Badge>{roleWords[role].name}</Badge>
          {isYou && <Badge tone="accent">You</Badge>}
          {grants.length > 0 && <Badge>May resubscribe contacts</Badge>}
        </p>
        <p className="wrap-anywhere text-13 text-ink-2">{email}</p>
        <p className={hasJoined ? 'text-12 text-ink-3' : 'text-12 text-warn'}>
          {now !== null && presenceWords(person, now)}
        </p>
        {ghlUserId && (
          <p className="text-12 text-ink-3">
            In GoHighLevel: <BidiText>{ghlUserName ?? 'a user that cannot be read now'}</BidiText>
          </p>
        )}
        {fixedBecause && <p className="text-12 text-ink-3">{fixedWords[fixedBecause]}</p>}
      </div>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={`Actions for ${name}`}>
            <MoreHorizontal aria-hidden />
          </IconButton>
        </MenuTrigger>
        <MenuContent align="end" className="w-60">
          <MenuItem disabled={fixedBecause === 'elsewhere'} onSelect={() => onTask({ kind: 'edit', person })}>
            <Pencil aria-hidden />
            Change
          </MenuItem>
          <MenuItem disabled={isFixed} onSelect={() => onTask({ kind: 'link', person })}>
            <KeyRound aria-hidden />
            {hasJoined ? 'Link for a new password' : 'New link'}
          </MenuItem>
          <MenuItem
            disabled={fixedBecause === 'elsewhere' || person.sessionCount === 0}
            onSelect={() => onTask({ kind: 'sign-out', person })}
          >
            <LogOut aria-hidden />
            Sign out everywhere
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            variant="danger"
            disabled={isFixed || isYou}
            onSelect={() => onTask({ kind: 'remove', person })}
          >
            <UserMinus aria-hidden />
            {isYou ? 'Remove (only by another admin)' : 'Remove from the team'}
          </MenuItem>
        </MenuContent>
      </Menu>
    </li>
  );
}
