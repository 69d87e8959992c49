import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { conversationSorts } from '@/lib/shared/contract/conversation';
import { type InboxFilter, withView } from '@/lib/shared/inbox-address';
import { DayRangeFields } from './day-range-fields';
import { directionLabels } from './filter-chips';
import { ChannelList, type People, PeopleList, TagList } from './filter-lists';

const directions = ['inbound', 'outbound'] as const;
const sortLabels = { newest: 'Newest message first', oldest: 'Oldest message first' };
const closedLabels = { newest: 'Last closed first', oldest: 'First closed first' };

type FilterFormProps = {
  locationId: string;
  filter: InboxFilter;
  people: People;
  currentUserId: string | null;
  onFilterChange: (filter: InboxFilter) => void;
  onDone: () => void;
};

/** Every filter, named for what it really does. Each choice holds at once; what makes no sense in a view is not offered. */
export function FilterForm(props: FilterFormProps) {
  const { locationId, people, currentUserId, onFilterChange, onDone } = props;
  // The address follows a moment later: what was ticked stays ticked, and two quick ticks both count.
  const [filter, setFilter] = useState(props.filter);
  function change(part: Partial<InboxFilter>) {
    const next = withView({ ...filter, ...part }, filter.view);
    setFilter(next);
    onFilterChange(next);
  }
  const isSorted = filter.view !== 'waiting' && filter.view !== 'snoozed';
  const labels = filter.view === 'done' ? closedLabels : sortLabels;

  return (
    <div className="grid gap-3.5">
      {filter.view !== 'mine' && (
        <PeopleList
          people={people}
          currentUserId={currentUserId}
          values={filter.assigned ?? []}
          onValuesChange={(assigned) => change({ assigned: someOf(assigned) })}
        />
      )}
      <ChannelList
        values={filter.channel ?? []}
        onValuesChange={(channel) => change({ channel: someOf(channel) })}
      />
      <Field label="Direction of the last message" hint="GoHighLevel can filter by the last message only.">
        {(control) => (
          <Select
            {...control}
            name="direction"
            value={filter.direction ?? ''}
            onChange={({ target }) =>
              change({ direction: directions.find((value) => value === target.value) })
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
      <TagList
        locationId={locationId}
        values={filter.tags ?? []}
        onValuesChange={(tags) => change({ tags: someOf(tags) })}
      />
      <DayRangeFields
        from={filter.from ?? ''}
        to={filter.to ?? ''}
        onRangeChange={(from, to) => change({ from: from || undefined, to: to || undefined })}
      />
      {isSorted && (
        <Field label="Sort">
          {(control) => (
            <Select
              {...control}
              name="sort"
              value={filter.sort ?? 'newest'}
              onChange={({ target }) => change({ sort: target.value === 'oldest' ? 'oldest' : undefined })}
            >
              {conversationSorts.map((sort) => (
                <option key={sort} value={sort}>
                  {labels[sort]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Button className="justify-self-end" onClick={onDone}>
        Done
      </Button>
    </div>
  );
}

/** No value at all is no filter. */
function someOf<Value>(values: Value[]): Value[] | undefined {
  return values.length > 0 ? values : undefined;
}
