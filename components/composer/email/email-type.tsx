import { ChevronDown, MailWarning } from 'lucide-react';
import { Button } from '@/components/ui/button';
import {
  Menu,
  MenuContent,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from '@/components/ui/menu';
import type { Draft } from '@/lib/client/drafts';
import { usePreferences } from '@/lib/client/queries/preferences';
import { useSubtypes } from '@/lib/client/queries/subtypes';
import { unavailableWords } from '@/lib/shared/unavailable-words';
import { unsubscribedFrom } from './unsubscribed';

type EmailTypeProps = { locationId: string; draft: Draft; onEdit: (change: Partial<Draft>) => void };

/** Which of the location's types an email is of, for those who unsubscribed from one. */
export function EmailType({ locationId, draft, onEdit }: EmailTypeProps) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="quiet" size="sm" aria-label="Type of email">
          {draft.subtypeId === null ? (
            'One on One'
          ) : (
            <TypeName locationId={locationId} subtypeId={draft.subtypeId} />
          )}
          <ChevronDown aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuLabel>Type of email</MenuLabel>
        <Types locationId={locationId} draft={draft} onEdit={onEdit} />
      </MenuContent>
    </Menu>
  );
}

/** Read once somebody looks: most emails are One on One. */
function Types({ locationId, draft, onEdit }: EmailTypeProps) {
  const { data, error } = useSubtypes(locationId);
  const types =
    data?.state === 'ready' ? data.subtypes.filter((type) => type.channel !== 'sms' && !type.isArchived) : [];
  return (
    <>
      <MenuRadioGroup value={draft.subtypeId ?? ''} onValueChange={(id) => onEdit({ subtypeId: id || null })}>
        <MenuRadioItem value="">One on One</MenuRadioItem>
        {types.map(({ id, name }) => (
          <MenuRadioItem key={id} value={id}>
            <bdi className="min-w-0 truncate">{name}</bdi>
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      {!data && !error && <MenuLabel>Reading the types…</MenuLabel>}
      {error && <MenuLabel>The types could not be read. {error.message}</MenuLabel>}
      {data && data.state !== 'ready' && (
        <MenuLabel className="max-w-72">{unavailableWords(data, false).title}</MenuLabel>
      )}
    </>
  );
}

function TypeName({ locationId, subtypeId }: { locationId: string; subtypeId: string }) {
  const { data } = useSubtypes(locationId);
  const type = data?.state === 'ready' ? data.subtypes.find(({ id }) => id === subtypeId) : undefined;
  return <bdi className="max-w-40 truncate">{type?.name ?? 'Chosen type'}</bdi>;
}

type UnsubscribedNoteProps = {
  locationId: string;
  contactId: string;
  address: string;
  subtypeId: string | null;
};

/** Said before sending: GHL refuses it. */
export function UnsubscribedNote({ locationId, contactId, address, subtypeId }: UnsubscribedNoteProps) {
  const { data } = usePreferences(locationId, contactId);
  const type = data ? unsubscribedFrom(data, address, subtypeId) : null;
  if (type === null) return null;
  return (
    <p
      role="status"
      className="mx-3.5 mb-1.5 flex gap-2 text-12 text-warn [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:shrink-0"
    >
      <MailWarning aria-hidden />
      <span className="[overflow-wrap:anywhere]">
        <bdi>{address}</bdi> has unsubscribed from “<bdi>{type}</bdi>”: GoHighLevel will refuse this email.
        Choose another type, or see the preferences in the contact panel.
      </span>
    </p>
  );
}
