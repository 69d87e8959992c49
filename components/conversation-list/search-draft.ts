/** What is in the search box, between the keys and the address. */
type SearchDraft = {
  /** What was typed; null shows what the address holds. */
  text: string | null;
  /** The search of the address, as last seen. */
  address: string;
  /** What was sent to the address and has not come back from it yet, in order. */
  pending: readonly string[];
};

export type SearchDraftAction =
  | { type: 'typed'; text: string }
  | { type: 'sent'; q: string }
  | { type: 'arrived'; address: string };

export function startSearchDraft(address: string): SearchDraft {
  return { text: null, address, pending: [] };
}

export function changeSearchDraft(draft: SearchDraft, action: SearchDraftAction): SearchDraft {
  switch (action.type) {
    case 'typed':
      return { ...draft, text: action.text };
    case 'sent':
      return { ...draft, pending: [...draft.pending, action.q] };
    case 'arrived': {
      const ours = draft.pending.indexOf(action.address);
      // Not sent from here (Back, "Clear filters"): the address wins over what stands in the box.
      if (ours < 0) return startSearchDraft(action.address);
      return { ...draft, address: action.address, pending: draft.pending.slice(ours + 1) };
    }
  }
}

/** What is still to be sent; null when the address has it, or is about to. */
export function unsentSearch(draft: SearchDraft): string | null {
  if (draft.text === null) return null;
  const q = draft.text.trim();
  return q === (draft.pending.at(-1) ?? draft.address) ? null : q;
}
