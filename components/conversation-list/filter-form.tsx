import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { channelLabel } from '@/lib/shared/channel';
import { channelSlugs, channelTypes } from '@/lib/shared/contract/channel';
import { conversationSorts } from '@/lib/shared/contract/conversation';
import type { User } from '@/lib/shared/contract/user';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { DayRangeFields } from './day-range-fields';
import { directionLabels, userLabel } from './filter-chips';

/** The people of the location; `users` is null until they are read. */
export type People = { users: readonly User[] | null; error: Error | null; onRetry: () => void };

const directions = ['inbound', 'outbound'] as const;
const sortLabels = { newest: 'Newest message first', oldest: 'Oldest message first' };

type FilterFormProps = {
  filter: InboxFilter;
  people: People;
  currentUserId: string | null;
  onFilterChange: (filter: InboxFilter) => void;
  onDone: () => void;
};

/** Every filter that GHL's search has, named for what it really does. Each choice holds at once. */
export function FilterForm({ filter, people, currentUserId, onFilterChange, onDone }: FilterFormProps) {
  const { users, error, onRetry } = people;
  const others = (users ?? []).filter((user) => user.id !== currentUserId);
  const isUnlisted =
    filter.assigned !== undefined &&
    filter.assigned !== 'unassigned' &&
    filter.assigned !== currentUserId &&
    !others.some((user) => user.id === filter.assigned);

  return (
    <div className="grid gap-3.5">
      <Field
        label="Assigned to"
        hint={!users && !error ? 'Reading the people of this location…' : undefined}
        error={!users && error && `The people could not be read. ${error.message}`}
      >
        {(control) => (
          <Select
            {...control}
            name="assigned"
            value={filter.assigned ?? ''}
            onChange={({ target }) => onFilterChange({ ...filter, assigned: target.value || undefined })}
          >
            <option value="">Anyone</option>
            {currentUserId && <option value={currentUserId}>Me</option>}
            <option value="unassigned">Unassigned</option>
            {isUnlisted && <option value={filter.assigned}>{users ? 'Somebody unknown' : '…'}</option>}
            {others.map((user) => (
              <option key={user.id} value={user.id} dir="auto">
                {userLabel(user)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {!users && error && (
        <Button size="sm" className="-mt-2 justify-self-start" onClick={onRetry}>
          Read them again
        </Button>
      )}

      <Field label="Channel of the last message">
        {(control) => (
          <Select
            {...control}
            name="channel"
            value={filter.channel ?? ''}
            onChange={({ target }) =>
              onFilterChange({ ...filter, channel: channelSlugs.find((slug) => slug === target.value) })
            }
          >
            <option value="">Any channel</option>
            {channelSlugs.map((slug) => (
              <option key={slug} value={slug}>
                {channelLabel(channelTypes[slug])}
              </option>
            ))}
          </Select>
        )}
      </Field>

      <Field label="Direction of the last message" hint="GoHighLevel can filter by the last message only.">
        {(control) => (
          <Select
            {...control}
            name="direction"
            value={filter.direction ?? ''}
            onChange={({ target }) =>
              onFilterChange({ ...filter, direction: directions.find((value) => value === target.value) })
            }
          >
            <option value="">Any direction</option>
            {directions.map((value) => (
              <option key={value} value={value}>
                {directionLabels[value]}
              </option>
            ))}
          </Select>
        )}
      </Field>

      <DayRangeFields
        from={filter.from ?? ''}
        to={filter.to ?? ''}
        onRangeChange={(from, to) =>
          onFilterChange({ ...filter, from: from || undefined, to: to || undefined })
        }
      />

      <Field label="Sort">
        {(control) => (
          <Select
            {...control}
            name="sort"
            value={filter.sort}
            onChange={({ target }) =>
              onFilterChange({
                ...filter,
                sort: conversationSorts.find((sort) => sort === target.value) ?? 'newest',
              })
            }
          >
            {conversationSorts.map((sort) => (
              <option key={sort} value={sort}>
                {sortLabels[sort]}
              </option>
            ))}
          </Select>
        )}
      </Field>

      <Button className="justify-self-end" onClick={onDone}>
        Done
      </Button>
    </div>
  );
}
