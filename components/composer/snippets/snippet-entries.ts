import { byFolder, findSnippets } from '@/lib/client/snippet-search';
import type { SendChannel } from '@/lib/shared/contract/send';
import { noActs, type Snippet, type Template } from '@/lib/shared/contract/snippet';

/** What can be put into a message: a snippet of ours, or a template of GHL's. */
export type SnippetEntry = Pick<Snippet, 'name' | 'folder' | 'subject' | 'text' | 'files' | 'acts'> & {
  /** Of one list with the others. */
  id: string;
  /** Null: it is GHL's. */
  snippetId: string | null;
};
export type EntryGroup = { id: string; heading: string; entries: readonly SnippetEntry[] };

/** So many are shown at once; whoever has more types. */
const maxShown = 50;

const madeOf = new WeakMap<Snippet | Template, SnippetEntry>();

/** A text of GHL's for one channel is none for another: an email's is too long to be sent as an SMS. */
function fits({ kind }: Template, channel: SendChannel): boolean {
  return channel === 'Email' ? kind !== 'whatsapp' && kind !== 'sms' : kind !== 'email';
}

/** Ours first, those used last on top, by folder; then GHL's. `more`: how many are left out. */
export function entryGroups(
  { snippets, templates }: { snippets: readonly Snippet[]; templates: readonly Template[] },
  channel: SendChannel,
  query: string,
): { groups: EntryGroup[]; more: number } {
  const own = findSnippets(snippets.map(entryOfSnippet), query);
  const ghl = findSnippets(
    templates.filter((template) => fits(template, channel)).map(entryOfTemplate),
    query,
  );
  const shownOwn = own.slice(0, maxShown);
  const shownGhl = ghl.slice(0, maxShown - shownOwn.length);
  const groups = byFolder(shownOwn).map(({ folder, items }) => ({
    id: `folder-${folder}`,
    heading: folder || 'Snippets',
    entries: items,
  }));
  if (shownGhl.length > 0) groups.push({ id: 'ghl', heading: 'From GoHighLevel', entries: [...shownGhl] });
  return { groups, more: own.length + ghl.length - shownOwn.length - shownGhl.length };
}

function entryOfSnippet(snippet: Snippet): SnippetEntry {
  return made(snippet, ({ id, name, folder, subject, text, files, acts }) => ({
    id: `snippet-${id}`,
    snippetId: id,
    name,
    folder,
    subject,
    text,
    files,
    acts,
  }));
}

function entryOfTemplate(template: Template): SnippetEntry {
  return made(template, ({ id, name, subject, text }) => ({
    id: `template-${id}`,
    snippetId: null,
    name,
    folder: '',
    subject,
    text,
    files: [],
    acts: noActs,
  }));
}

/** One object for each as long as it is known: what is looked through is made plain only once. */
function made<Of extends Snippet | Template>(of: Of, make: (of: Of) => SnippetEntry): SnippetEntry {
  const known = madeOf.get(of);
  if (known) return known;
  const entry = make(of);
  madeOf.set(of, entry);
  return entry;
}
