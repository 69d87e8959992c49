import { ChevronRight, MailCheck } from 'lucide-react';
import { type Ref, useEffect, useId, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { showToast } from '@/components/ui/toast-store';
import { useUpdateSubtype } from '@/lib/client/queries/subtypes';
import type { Subtype } from '@/lib/shared/contract/subtype';
import { ArchiveDialog } from './archive-dialog';
import { parted, type ReadyList } from './subtype-draft';
import { SubtypeRow } from './subtype-row';

type SubtypeListsProps = {
  locationId: string;
  list: ReadyList;
  /** Why what is shown could not be read again. */
  readError: Error | null;
  onCreate: () => void;
  onEdit: (subtype: Subtype) => void;
};

/** The types in use, and apart from them the archived ones. */
export function SubtypeLists({ locationId, list, readError, onCreate, onEdit }: SubtypeListsProps) {
  const [archiving, setArchiving] = useState<Subtype | null>(null);
  const update = useUpdateSubtype(locationId);
  const { current, archived } = parted(list);
  const listsRef = useRef<HTMLDivElement>(null);
  const archivedRef = useRef<HTMLButtonElement>(null);
  const hasMoved = useRef(false);

  // A row that moves to the other list takes its button, and the focus, with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lengths tell when a row has moved.
  useEffect(() => {
    const focused = document.activeElement;
    const isLost = focused === document.body || focused?.closest('[role="alertdialog"]');
    if (archiving || !hasMoved.current || !isLost) return;
    hasMoved.current = false;
    (archivedRef.current ?? listsRef.current)?.focus();
  }, [archiving, current.length, archived.length]);

  function setArchived(subtype: Subtype, isArchived: boolean) {
    hasMoved.current = true;
    update.mutate(
      { subtypeId: subtype.id, patch: { isArchived } },
      {
        onSuccess: () => {
          setArchiving(null);
          showToast({
            // One at a time of each type: an older one would offer to undo what is undone.
            id: `subtype-${subtype.id}`,
            text: isArchived ? `"${subtype.name}" is archived.` : `"${subtype.name}" is in use again.`,
            action: isArchived
              ? { label: 'Restore', onAction: () => setArchived(subtype, false) }
              : undefined,
          });
        },
        onError: (error) => {
          // The dialog says it itself.
          if (!isArchived)
            showToast({
              id: `subtype-${subtype.id}`,
              tone: 'bad',
              text: `"${subtype.name}" was not restored. ${error.message}`,
            });
        },
      },
    );
  }

  return (
    <div ref={listsRef} tabIndex={-1} className="outline-none">
      <div className="mt-6 grid gap-2 empty:hidden">
        {readError && (
          <Banner tone="warn" className="rounded-control border">
            These could not be read again just now. {readError.message}
          </Banner>
        )}
        {list.unreadable > 0 && (
          <Banner tone="warn" className="rounded-control border">
            {list.unreadable === 1 ? 'One type' : `${list.unreadable} types`} in GoHighLevel’s list could not
            be read and cannot be shown.
          </Banner>
        )}
      </div>
      {current.length === 0 ? (
        <Empty
          className="mt-4"
          icon={<MailCheck />}
          title={archived.length > 0 ? 'Every type is archived' : 'No subscription types yet'}
          text="With a type, a contact can say no to a newsletter and still hear about an appointment."
          action={<Button onClick={onCreate}>Make the first one</Button>}
        />
      ) : (
        <ul aria-label="Types in use" className="mt-4 border-line border-t">
          {current.map((subtype) => (
            <SubtypeRow
              key={subtype.id}
              subtype={subtype}
              onEdit={() => onEdit(subtype)}
              onArchive={() => {
                update.reset();
                setArchiving(subtype);
              }}
            />
          ))}
        </ul>
      )}
      {archived.length > 0 && (
        <Archived
          toggleRef={archivedRef}
          subtypes={archived}
          pendingId={update.isPending ? update.variables.subtypeId : null}
          onRestore={(subtype) => setArchived(subtype, false)}
        />
      )}
      <ArchiveDialog
        subtype={archiving}
        isPending={update.isPending}
        error={update.error}
        onClose={() => setArchiving(null)}
        onConfirm={(subtype) => setArchived(subtype, true)}
      />
    </div>
  );
}

type ArchivedProps = {
  toggleRef: Ref<HTMLButtonElement>;
  subtypes: Subtype[];
  pendingId: string | null;
  onRestore: (subtype: Subtype) => void;
};

function Archived({ toggleRef, subtypes, pendingId, onRestore }: ArchivedProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="mt-8">
      <h2 className="-ml-2">
        <Button
          ref={toggleRef}
          variant="quiet"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight aria-hidden className="transition-transform group-aria-expanded/button:rotate-90" />
          Archived <span className="text-ink-3 tabular-nums">{subtypes.length}</span>
        </Button>
      </h2>
      {isOpen && (
        <ul id={id} aria-label="Archived types" className="mt-2 border-line border-t">
          {subtypes.map((subtype) => (
            <SubtypeRow
              key={subtype.id}
              subtype={subtype}
              isPending={pendingId === subtype.id}
              onRestore={() => onRestore(subtype)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
