import { useEffect, useRef } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { cn } from '@/components/ui/cn';
import { Segmented } from '@/components/ui/segmented';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import type { SendView } from '@/lib/shared/contract/send';
import type { ViewCounts } from '@/lib/shared/contract/triage';
import { type InboxFilter, sendViewIn } from '@/lib/shared/inbox-address';
import { MoreViews } from './more-views';
import type { LatestFilter } from './use-latest-filter';
import { useViewCommands } from './use-view-commands';
import { choiceKey, choiceLabel, chosenView, countWords, filterOf, tabsFor, type ViewChoice } from './views';

type ViewTabsProps = {
  filter: InboxFilter;
  counts: ViewCounts | undefined;
  saved: readonly SavedView[];
  panelId: string;
  /** The filter as it is asked for by now, and how to ask for another. */
  asked: LatestFilter;
  /** The view of sends that the address has. */
  sendView: SendView | null;
  onSendView: (view: SendView) => void;
  onSave: () => void;
  onManage: () => void;
};

/** The views side by side, as many as there is room for, and all of them under "More". */
export function ViewTabs(props: ViewTabsProps) {
  const { filter, counts, saved, panelId, asked, sendView, onSendView, onSave, onManage } = props;
  const strip = useRef<HTMLDivElement>(null);
  const chosen: ViewChoice = sendView ? { kind: 'sends', name: sendView } : chosenView(filter, saved);
  const chosenKey = choiceKey(chosen);
  const tabs = tabsFor(chosen);
  const chosenNow = (): ViewChoice => {
    const name = sendViewIn(new URLSearchParams(window.location.search));
    return name ? { kind: 'sends', name } : chosenView(asked.latest(), saved);
  };
  const choose = (choice: ViewChoice) => {
    if (choice.kind === 'sends') return onSendView(choice.name);
    asked.change((known) => filterOf(choice, known, chosenNow()));
  };
  useViewCommands({ chosenNow, saved, onChoose: choose });

  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice is brought into view, not each drawing
  useEffect(() => {
    const tab = strip.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    const view = strip.current;
    if (!tab || !view) return;
    if (tab.offsetLeft < view.scrollLeft) view.scrollLeft = tab.offsetLeft;
    const end = tab.offsetLeft + tab.offsetWidth + fadePx;
    if (end > view.scrollLeft + view.clientWidth) view.scrollLeft = end - view.clientWidth;
  }, [chosenKey]);

  return (
    <div className="-mx-4 flex items-stretch border-line border-b pr-2.5 pl-4">
      <Segmented
        ref={strip}
        label="Views"
        kind="tabs"
        look="underline"
        panelId={panelId}
        value={chosenKey}
        onValueChange={(key) => {
          const tab = tabs.find((each) => choiceKey(each) === key);
          if (tab) choose(tab);
        }}
        className={cn(
          'relative -mb-px min-w-0 flex-1 gap-2 overflow-x-auto border-0 pr-2.5 pb-px [mask-image:linear-gradient(to_right,#000_calc(100%-8px),transparent)] [scrollbar-width:none]',
          // Where there is no room for all numbers, that of the last tab goes first and that of the chosen one last.
          // Factors so far apart that the next one gives not a hair before the one at hand has given all.
          '[&>button:not([data-on])]:shrink-[10000] [&>button:not([data-on]):nth-child(3)]:shrink-[100000000] [&>button:not([data-on]):nth-child(4)]:shrink-[1000000000000] [&>button]:shrink',
        )}
        options={tabs.map((choice) => ({
          value: choiceKey(choice),
          label: <TabLabel choice={choice} counts={counts} />,
        }))}
      />
      <MoreViews
        filter={filter}
        counts={counts}
        saved={saved}
        chosen={chosen}
        onChoose={choose}
        onSave={onSave}
        onManage={onManage}
      />
    </div>
  );
}

/** The strip fades out over its last pixels. */
const fadePx = 8;

function TabLabel({ choice, counts }: { choice: ViewChoice; counts: ViewCounts | undefined }) {
  const count = countWords(counts, choice);
  return (
    // What does not fit beside the name falls into a second line, which is not seen: a number is never cut.
    <span className="flex h-5 flex-wrap gap-x-[5px] overflow-hidden leading-5">
      <BidiText className="max-w-28 truncate">{choiceLabel(choice)}</BidiText>
      {(choice.kind !== 'saved' || count) && (
        // The place is kept, so that little moves when the number comes.
        <span aria-hidden className="min-w-[1ch] text-left font-medium text-ink-3 tabular-nums">
          {count?.sign === '0' ? null : count?.sign}
        </span>
      )}
      {count && <VisuallyHidden>{` ${count.words}`}</VisuallyHidden>}
    </span>
  );
}
