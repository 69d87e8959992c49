import { type Ref, useId, useImperativeHandle, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import type { Draft } from '@/lib/client/drafts';
import type { BodyHandle } from './body-handle';
import type { TemplateMode } from './use-template-mode';

type TemplateBodyProps = {
  ref: Ref<BodyHandle>;
  mode: TemplateMode;
  draft: Draft;
  onEdit: (change: Partial<Draft>) => void;
};

/** Outside its window WhatsApp takes nothing but a template that Meta has seen: one is chosen, and read as it will go out. */
export function TemplateBody({ ref, mode, draft, onEdit }: TemplateBodyProps) {
  const listRef = useRef<HTMLFieldSetElement>(null);
  const name = useId();
  const { data, error, isPending, refetch, isFetching } = mode.list;
  const { templates } = mode;

  useImperativeHandle(ref, () => ({
    focus: () =>
      (
        listRef.current?.querySelector<HTMLElement>('input:checked') ??
        listRef.current?.querySelector<HTMLElement>('input, button')
      )?.focus(),
    // A template is Meta's to approve: nothing is put into it.
    insert: () => undefined,
    select: () => undefined,
  }));

  return (
    <fieldset ref={listRef} className="min-w-0 px-3.5 py-2.5 text-13">
      <legend className="sr-only">WhatsApp template</legend>
      {isPending && (
        <p className="flex items-center gap-2 text-ink-3">
          <Spinner /> Reading the templates
        </p>
      )}
      {error && (
        <p className="flex flex-wrap items-center gap-2 text-bad">
          The templates could not be read. {error.message}
          <Button size="sm" isPending={isFetching} onClick={() => void refetch()}>
            Retry
          </Button>
        </p>
      )}
      {data && templates.length === 0 && (
        <p className="text-ink-2">
          {data.problem ?? 'This location has no WhatsApp templates. They are made in GoHighLevel.'}
        </p>
      )}
      <div className="max-h-[30dvh] space-y-1 overflow-y-auto p-0.5">
        {templates.map((template) => (
          <label
            key={template.id}
            className="flex cursor-pointer gap-2.5 rounded-control border border-line px-2.5 py-2 has-checked:border-accent has-checked:bg-tint"
          >
            <input
              type="radio"
              name={name}
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={draft.templateId === template.id}
              onChange={() => onEdit({ templateId: template.id })}
            />
            <span className="min-w-0">
              <span className="block font-semibold">{template.name}</span>
              <span dir="auto" className="block whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
                {template.text}
              </span>
            </span>
          </label>
        ))}
      </div>
      {draft.text.trim() !== '' && (
        <p className="pt-1.5 text-12 text-ink-3">
          What you have written is kept: it can be sent once they write again.
        </p>
      )}
    </fieldset>
  );
}
