'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Plus, TextQuote } from 'lucide-react';
import { useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Input } from '@/components/ui/input';
import { Page } from '@/components/ui/page';
import { userName, useUsers } from '@/lib/client/queries/directory';
import { useSnippets, useTemplates } from '@/lib/client/queries/snippets';
import { byFolder, findSnippets } from '@/lib/client/snippet-search';
import type { Snippet, Template } from '@/lib/shared/contract/snippet';
import { DeleteSnippet } from './delete-snippet';
import { draftOfSnippet, draftOfTemplate, emptySnippet, type SnippetDraft } from './snippet-draft';
import { SnippetForm } from './snippet-form';
import { SnippetRow } from './snippet-row';
import { SnippetSkeleton } from './snippet-skeleton';
import { TemplateList } from './template-list';

/** The form: for what, and how it begins. Closed it keeps what it was about, while it slides away. */
type FormState = { isOpen: boolean; key: string; snippet: Snippet | null; start: SnippetDraft };

/** Texts to be used again: one's own, those that the team shares, and GHL's templates beside them. */
export function SnippetsPage({ locationId, canWrite }: { locationId: string; canWrite: boolean }) {
  const { data, error, isFetching, refetch } = useSnippets(locationId);
  const templates = useTemplates(locationId);
  // The names of those whom a snippet assigns to.
  useUsers(locationId);
  const queryClient = useQueryClient();
  const [query, setQuery] = useState('');
  const [form, setForm] = useState<FormState>({
    isOpen: false,
    key: 'new',
    snippet: null,
    start: emptySnippet,
  });
  const [drafts, setDrafts] = useState<Record<string, SnippetDraft>>({});
  const [deleting, setDeleting] = useState<Snippet | null>(null);
  const searchRef = useRef<HTMLInputElement>(null);

  const create = () => setForm({ isOpen: true, key: 'new', snippet: null, start: emptySnippet });
  const edit = (snippet: Snippet) =>
    setForm({ isOpen: true, key: snippet.id, snippet, start: draftOfSnippet(snippet) });
  const copy = (template: Template) =>
    setForm({
      isOpen: true,
      key: `template ${template.id}`,
      snippet: null,
      start: draftOfTemplate(template),
    });
  const close = () => setForm({ ...form, isOpen: false });
  const ownerName = (userId: string) => userName(queryClient, locationId, userId);

  const inOrder = (data ?? []).toSorted((one, other) => compareBy(one, other));
  const found = findSnippets(inOrder, query);
  const groups = byFolder(query ? found.toSorted((one, other) => compareBy(one, other)) : found);
  const foundTemplates = findSnippets(templates.data?.templates ?? [], query);
  const isNothingFound = query !== '' && found.length === 0 && foundTemplates.length === 0;

  return (
    <Page
      title="Snippets"
      lead="Texts to be used again. In a message, type / to insert one."
      action={
        canWrite &&
        data && (
          <Button variant="primary" onClick={create}>
            <Plus aria-hidden />
            New snippet
          </Button>
        )
      }
    >
      {!data && !error && <SnippetSkeleton />}
      {!data && error && (
        <Empty
          tone="bad"
          role="alert"
          icon={<TextQuote />}
          title="The snippets could not be loaded"
          text={error.message}
          action={
            <Button isPending={isFetching} onClick={() => void refetch()}>
              Retry
            </Button>
          }
        />
      )}
      {data && (
        <>
          {error && (
            <Banner tone="warn" className="mt-4 rounded-control border">
              These could not be read again just now. {error.message}
            </Banner>
          )}
          <Input
            ref={searchRef}
            type="search"
            variant="sunk"
            dir="auto"
            aria-label="Find a snippet"
            placeholder="Find by name, folder or text"
            autoComplete="off"
            className="mt-5"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          {data.length === 0 && !query && (
            <Empty
              icon={<TextQuote />}
              title="No snippets yet"
              text="What you write again and again: directions, prices, how to book."
              action={canWrite && <Button onClick={create}>Write the first one</Button>}
            />
          )}
          {isNothingFound && (
            <Empty
              icon={<TextQuote />}
              title="No snippet holds these words"
              action={
                <Button
                  onClick={() => {
                    setQuery('');
                    searchRef.current?.focus();
                  }}
                >
                  Clear the search
                </Button>
              }
            />
          )}
          {groups.map(({ folder, items }) => (
            <section key={folder} aria-label={folder || 'In no folder'} className="mt-6">
              {(folder || groups.length > 1) && (
                <h2 className="font-semibold text-13 text-ink-2">
                  {folder ? <BidiText>{folder}</BidiText> : 'In no folder'}
                </h2>
              )}
              <ul
                aria-label={`Snippets: ${folder || 'in no folder'}`}
                className="mt-1.5 border-line border-t"
              >
                {items.map((snippet) => (
                  <SnippetRow
                    key={snippet.id}
                    snippet={snippet}
                    ownerName={ownerName}
                    onEdit={() => edit(snippet)}
                    onDelete={() => setDeleting(snippet)}
                  />
                ))}
              </ul>
            </section>
          ))}
          {(foundTemplates.length > 0 || (!query && templates.data?.problem)) && (
            <TemplateList
              templates={foundTemplates}
              problem={templates.data?.problem ?? null}
              onCopy={canWrite ? copy : null}
            />
          )}
          {templates.error && !templates.data && (
            <Banner
              tone="warn"
              className="mt-8 rounded-control border"
              action={
                <Button size="sm" isPending={templates.isFetching} onClick={() => void templates.refetch()}>
                  Retry
                </Button>
              }
            >
              GoHighLevel’s templates could not be read. {templates.error.message}
            </Banner>
          )}
        </>
      )}
      <SnippetForm
        // A form of its own for each, so that no problem of one is shown for another.
        key={form.key}
        locationId={locationId}
        isOpen={form.isOpen}
        snippet={form.snippet}
        draft={drafts[form.key] ?? form.start}
        onEdit={(change) =>
          setDrafts((known) => {
            const before = known[form.key] ?? form.start;
            const next = typeof change === 'function' ? change(before) : change;
            return { ...known, [form.key]: { ...before, ...next } };
          })
        }
        onClose={close}
        onSaved={() => {
          setDrafts(({ [form.key]: _, ...others }) => others);
          close();
        }}
      />
      <DeleteSnippet
        locationId={locationId}
        snippet={deleting}
        onClose={() => setDeleting(null)}
        onDeleted={() => setDeleting(null)}
      />
    </Page>
  );
}

/** Here by the alphabet: a list that moves with every use would be hard to keep in order. */
function compareBy(one: Snippet, other: Snippet): number {
  return one.folder.localeCompare(other.folder) || one.name.localeCompare(other.name);
}
