import 'server-only';
import type { ConversationFilter } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';

/** Of GHL's pages for one of ours: when most of what it gives is left out, the answer stops and says so. */
export const maxUpstreamPages = 5;

/** GHL's search takes several owners at once, but not `unassigned` among them, and one channel (CONTRACT 1.3). */
export function searchesOf(filter: ListFilter): ConversationFilter[] {
  const { q, status, direction, createdFrom, createdTo, sort } = filter;
  const people = filter.assigned?.filter((id) => id !== 'unassigned') ?? [];
  const owners = [
    ...(people.length > 0 ? [people.join(',')] : []),
    ...(filter.assigned?.includes('unassigned') ? ['unassigned'] : []),
  ];
  const common = { q, status, direction, createdFrom, createdTo, sort };
  return (owners.length > 0 ? owners : [undefined]).flatMap((assigned) =>
    (filter.channel ?? [undefined]).map((channel) => ({ ...common, assigned, channel })),
  );
}

/**
 * What a page of the list asks GHL. Where every channel with every kind of owner would take too many searches, the
 * channels are looked for by us, as tags always are. `isSifted`: the total is not known to GHL.
 */
export function plannedSearches(filter: ListFilter): { searches: ConversationFilter[]; isSifted: boolean } {
  const searches = searchesOf(filter);
  if (searches.length <= maxUpstreamPages) return { searches, isSifted: filter.tags !== undefined };
  return { searches: searchesOf({ ...filter, channel: undefined }), isSifted: true };
}
