import { Button } from '@/components/ui/button';
import { CheckList } from '@/components/ui/check-list';
import { useTags } from '@/lib/client/queries/directory';
import { channelLabel } from '@/lib/shared/channel';
import { type ChannelSlug, channelSlugs, channelTypes } from '@/lib/shared/contract/channel';
import type { User } from '@/lib/shared/contract/user';
import { userLabel } from './filter-chips';

/** The people of the location; `users` is null until they are read. */
export type People = { users: readonly User[] | null; error: Error | null; onRetry: () => void };

type PeopleListProps = {
  people: People;
  currentUserId: string | null;
  values: readonly string[];
  onValuesChange: (values: string[]) => void;
};

export function PeopleList({ people, currentUserId, values, onValuesChange }: PeopleListProps) {
  const { users, error, onRetry } = people;
  const others = (users ?? []).filter((user) => user.id !== currentUserId);
  const named = new Set(['me', 'unassigned', ...others.map(({ id }) => id)]);
  // An address of a colleague names by id whom this viewer calls "me".
  const chosen = values.map((id) => (id === currentUserId ? 'me' : id));
  return (
    <CheckList
      label="Assigned to"
      name="assigned"
      options={[
        ...(currentUserId || chosen.includes('me') ? [{ value: 'me', label: 'Me' }] : []),
        { value: 'unassigned', label: 'Unassigned' },
        ...others.map((user) => ({ value: user.id, label: userLabel(user) })),
        ...chosen
          .filter((id) => !named.has(id))
          .map((id) => ({ value: id, label: users ? 'Somebody unknown' : '…' })),
      ]}
      values={chosen}
      onValuesChange={onValuesChange}
      note={!users && <Unread what="people" error={error} onRetry={onRetry} />}
    />
  );
}

type ChannelListProps = {
  values: readonly ChannelSlug[];
  onValuesChange: (values: ChannelSlug[]) => void;
};

export function ChannelList(props: ChannelListProps) {
  return (
    <CheckList
      label="Channel of the last message"
      name="channel"
      columns={2}
      hint="GoHighLevel searches one channel at a time: of many, Parley looks through what it lists, page by page."
      options={channelSlugs.map((slug) => ({ value: slug, label: channelLabel(channelTypes[slug]) }))}
      {...props}
    />
  );
}

type TagListProps = {
  locationId: string;
  values: readonly string[];
  onValuesChange: (values: string[]) => void;
};

export function TagList({ locationId, values, onValuesChange }: TagListProps) {
  const { data: tags, error, refetch } = useTags(locationId);
  // However an address spells them: they are compared without capitals.
  const chosen = values.map((tag) => tags?.find((known) => known.toLowerCase() === tag.toLowerCase()) ?? tag);
  const all = [...new Set([...chosen, ...(tags ?? [])])];
  return (
    <CheckList
      label="Tags of the contact"
      name="tags"
      hint="GoHighLevel cannot search by tag: Parley looks through what it lists, page by page."
      options={all.map((tag) => ({ value: tag, label: tag }))}
      values={chosen}
      onValuesChange={onValuesChange}
      note={
        !tags ? (
          <Unread what="tags" error={error} onRetry={() => void refetch()} />
        ) : (
          all.length === 0 && <p className="text-12 text-ink-3">No contact here has a tag.</p>
        )
      }
    />
  );
}

function Unread({ what, error, onRetry }: { what: string; error: Error | null; onRetry: () => void }) {
  if (!error) return <p className="text-12 text-ink-3">{`Reading the ${what} of this location…`}</p>;
  return (
    <div className="grid justify-items-start gap-1.5">
      <p className="font-medium text-12 text-bad">{`The ${what} could not be read. ${error.message}`}</p>
      <Button size="sm" onClick={onRetry}>
        Read them again
      </Button>
    </div>
  );
}
