import { Cable, CircleUser, type LucideIcon, MailCheck, TextQuote, UsersRound } from 'lucide-react';
import { paths } from '@/lib/shared/paths';
import { type Action, can, type Membership } from '@/lib/shared/permissions';

type SettingsPage = { name: string; icon: LucideIcon; path: (locationId: string) => string; needs: Action };

const pages: readonly SettingsPage[] = [
  { name: 'You', icon: CircleUser, path: paths.mySettings, needs: 'conversation:read' },
  { name: 'Snippets', icon: TextQuote, path: paths.snippets, needs: 'snippet:read' },
  { name: 'Team', icon: UsersRound, path: paths.team, needs: 'people:manage' },
  { name: 'Subscription types', icon: MailCheck, path: paths.subtypes, needs: 'subtype:manage' },
  { name: 'Connection', icon: Cable, path: paths.connection, needs: 'connection:check' },
];

/** The settings that this person may open. Each page checks for itself; this only hides what would be refused. */
export function settingsPagesFor(membership: Membership | undefined): readonly SettingsPage[] {
  return membership ? pages.filter(({ needs }) => can(membership, needs)) : [];
}
