import type { SavedView } from '@/lib/shared/contract/saved-view';
import { type SendCounts, type SendView, sendViews } from '@/lib/shared/contract/send';
import { type ViewCounts, type ViewName, viewNames } from '@/lib/shared/contract/triage';
import {
  filterFromSearch,
  type InboxFilter,
  openView,
  searchFromFilter,
  withView,
} from '@/lib/shared/inbox-address';
import { shortCount } from './list-words';

/** A view of the team's, one that somebody has saved, or one over the sends of all conversations. */
export type ViewChoice =
  | { kind: 'team'; name: ViewName }
  | { kind: 'saved'; view: SavedView }
  | { kind: 'sends'; name: SendView };

export const viewLabels: Record<ViewName | SendView, string> = {
  open: 'Open',
  waiting: 'Waiting',
  mine: 'Mine',
  snoozed: 'Snoozed',
  unread: 'Unread',
  starred: 'Starred',
  done: 'Done',
  all: 'All',
  attention: 'Needs attention',
  scheduled: 'Scheduled',
};

/** So many views stand side by side; the others are under "More". */
const tabCount = 4;

/** Every view, in the order of the keys. */
export function viewChoices(saved: readonly SavedView[]): ViewChoice[] {
  return [
    ...viewNames.map((name) => ({ kind: 'team' as const, name })),
    ...saved.map((view) => ({ kind: 'saved' as const, view })),
    ...sendViews.map((name) => ({ kind: 'sends' as const, name })),
  ];
}

/** The view that a filter is: a saved one if it is exactly that, else the team's with filters. */
export function chosenView(filter: InboxFilter, saved: readonly SavedView[]): ViewChoice {
  const search = searchFromFilter(filter);
  const view = hasFilters(filter) ? saved.find((each) => each.search === search) : undefined;
  return view ? { kind: 'saved', view } : { kind: 'team', name: filter.view };
}

/** Those side by side: the first ones, and at the end the chosen one where it is not among them. */
export function tabsFor(chosen: ViewChoice): ViewChoice[] {
  const first = viewChoices([]).slice(0, tabCount);
  return first.some((tab) => choiceKey(tab) === choiceKey(chosen))
    ? first
    : [...first.slice(0, tabCount - 1), chosen];
}

export function choiceKey(choice: ViewChoice): string {
  return choice.kind === 'saved' ? choice.view.id : choice.name;
}

export function choiceLabel(choice: ViewChoice): string {
  return choice.kind === 'saved' ? choice.view.name : viewLabels[choice.name];
}

/** Where a view leads to. The filters go along from one of the team's to another; those of a saved view are its own. */
export function filterOf(
  choice: Exclude<ViewChoice, { kind: 'sends' }>,
  current: InboxFilter,
  chosen: ViewChoice,
): InboxFilter {
  if (choice.kind === 'saved') return filterFromSearch(new URLSearchParams(choice.view.search)).filter;
  return withView(chosen.kind === 'team' ? current : openView, choice.name);
}

/** The saved view that a filter has come from, where this person may change it: the view as such is still the same. */
export function viewToUpdate(
  filter: InboxFilter,
  saved: readonly SavedView[],
  openedId: string | null,
): SavedView | null {
  const opened = saved.find(({ id, canChange }) => id === openedId && canChange);
  if (!opened || !hasFilters(filter) || chosenView(filter, saved).kind === 'saved') return null;
  const known = filterFromSearch(new URLSearchParams(opened.search)).filter;
  return known.view === filter.view ? opened : null;
}

/** Whether anything narrows the view. */
export function hasFilters({ view, reach: _, ...filter }: InboxFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** "41", "41+" where there may be more; the words for who hears it. */
export function countWords(
  counts: ViewCounts | undefined,
  choice: ViewChoice,
): { sign: string; words: string } | null {
  const found = counts?.[choiceKey(choice)];
  if (!found) return null;
  return {
    sign: shortCount(found.count) + (found.isAtLeast ? '+' : ''),
    words: `${found.isAtLeast ? 'at least ' : ''}${found.count}`,
  };
}

/** With how many sends need somebody, and how many go later. */
export function withSendCounts(
  counts: ViewCounts | undefined,
  sends: SendCounts | undefined,
): ViewCounts | undefined {
  if (!sends) return counts;
  const exactly = (count: number) => ({ count, isAtLeast: false });
  return { ...counts, attention: exactly(sends.attention), scheduled: exactly(sends.scheduled) };
}
