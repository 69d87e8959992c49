import { Avatar } from '@/components/ui/avatar';
import { BidiText } from '@/components/ui/bidi-text';
import type { Session } from '@/lib/shared/contract/session';
import { initials, nameHue } from '@/lib/shared/format-name';
import type { Role } from '@/lib/shared/permissions';

const roleWords: Record<Role, string> = { admin: 'Admin', agent: 'Agent', viewer: 'Viewer' };

/** Who is signed in, and what they may do here. */
export function AccountPerson({ session, locationId }: { session: Session; locationId: string }) {
  const { name, email } = session.person;
  const role = session.locations.find((location) => location.id === locationId)?.role;
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar initials={initials(name)} hue={nameHue(name)} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-strong text-14 text-ink">
          <BidiText>{name}</BidiText>
        </p>
        <p className="truncate font-normal text-12 text-ink-3">
          {role && `${roleWords[role]} · `}
          {email}
        </p>
      </div>
    </div>
  );
}
