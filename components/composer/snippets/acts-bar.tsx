import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { BidiText } from '@/components/ui/bidi-text';
import { userName, useUsers } from '@/lib/client/queries/directory';
import { actWords } from '@/lib/client/snippet-words';
import { changeDraft } from '@/lib/client/use-draft';
import { noActs, type SnippetActs } from '@/lib/shared/contract/snippet';

type ActsBarProps = {
  locationId: string;
  draftKey: string;
  acts: SnippetActs;
  /** The button that was pressed is gone with its act: the focus needs a place. */
  onRemoved: () => void;
};

/** What else the message will do, each to be taken away before it is sent. */
export function ActsBar({ locationId, draftKey, acts, onRemoved }: ActsBarProps) {
  const queryClient = useQueryClient();
  // For the name of whom it assigns to.
  useUsers(locationId);
  const ownerName = (userId: string) => userName(queryClient, locationId, userId);

  function remove(change: Partial<SnippetActs>) {
    changeDraft(draftKey, (draft) => ({ ...draft, acts: { ...draft.acts, ...change } }));
    onRemoved();
  }

  const chips = singleActs(acts).map(({ act, without }) => ({
    words: actWords({ ...noActs, ...act }, ownerName)[0] ?? '',
    without,
  }));
  if (chips.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-3.5 pb-1.5 text-12">
      <span className="text-ink-3">Will also</span>
      <ul aria-label="What else it will do" className="contents">
        {chips.map(({ words, without }) => (
          <li
            key={words}
            className="inline-flex h-6 min-w-0 max-w-full items-center rounded-full border border-tint-line bg-tint pl-2.5 text-ink touch:h-11"
          >
            <BidiText className="min-w-0 truncate">{words}</BidiText>
            <button
              type="button"
              aria-label={`Do not ${words}`}
              onClick={() => remove(without)}
              className="grid h-full min-w-6 place-items-center rounded-full touch:min-w-11"
            >
              <X aria-hidden className="size-3" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One by one, with what is left when it goes. */
function singleActs({ addTags, assignTo, marksDone }: SnippetActs): {
  act: Partial<SnippetActs>;
  without: Partial<SnippetActs>;
}[] {
  return [
    ...addTags.map((tag) => ({
      act: { addTags: [tag] },
      without: { addTags: addTags.filter((other) => other !== tag) },
    })),
    ...(assignTo === null ? [] : [{ act: { assignTo }, without: { assignTo: null } }]),
    ...(marksDone ? [{ act: { marksDone }, without: { marksDone: false } }] : []),
  ];
}
