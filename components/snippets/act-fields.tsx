import { useId } from 'react';
import { CheckList } from '@/components/ui/check-list';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useTags, useUsers } from '@/lib/client/queries/directory';
import type { SnippetActs } from '@/lib/shared/contract/snippet';

type ActFieldsProps = { locationId: string; acts: SnippetActs; onChange: (acts: SnippetActs) => void };

/** What else is to happen once a message with it was sent. */
export function ActFields({ locationId, acts, onChange }: ActFieldsProps) {
  const users = useUsers(locationId);
  const tags = useTags(locationId);
  const doneId = useId();
  const edit = (change: Partial<SnippetActs>) => onChange({ ...acts, ...change });
  // A tag or a person that is gone in GHL stays in sight, to be taken away.
  const tagNames = [...new Set([...(tags.data ?? []), ...acts.addTags])];
  const isKnown = users.data?.some(({ id }) => id === acts.assignTo) ?? true;

  return (
    <fieldset className="grid gap-4 border-line border-t pt-4">
      <legend className="float-left w-full pb-1 font-semibold text-13">When it is sent</legend>
      <CheckList
        label="Add tags"
        name="tags"
        options={tagNames.map((tag) => ({ value: tag, label: tag }))}
        values={acts.addTags}
        onValuesChange={(addTags) => edit({ addTags })}
        note={
          tagNames.length === 0 && (
            <p className="text-12 text-ink-3">
              {tags.error
                ? `The tags could not be read. ${tags.error.message}`
                : tags.isPending
                  ? 'Reading the tags…'
                  : 'There are no tags at this location.'}
            </p>
          )
        }
      />
      <Field
        label="Assign to"
        error={users.error ? `The team could not be read. ${users.error.message}` : undefined}
      >
        {(control) => (
          <Select
            {...control}
            name="assignTo"
            value={acts.assignTo ?? ''}
            onChange={(event) => edit({ assignTo: event.target.value || null })}
          >
            <option value="">Leave as it is</option>
            {!isKnown && acts.assignTo && <option value={acts.assignTo}>Somebody who has left</option>}
            {users.data?.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name || email || id}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <label htmlFor={doneId} className="flex items-center gap-2.5 text-13 touch:min-h-11">
        <input
          id={doneId}
          type="checkbox"
          className="size-4 shrink-0 accent-accent"
          checked={acts.marksDone}
          onChange={(event) => edit({ marksDone: event.target.checked })}
        />
        Mark the conversation done
      </label>
    </fieldset>
  );
}
