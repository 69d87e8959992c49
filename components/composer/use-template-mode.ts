import type { Draft } from '@/lib/client/drafts';
import { useTemplates, useVariables } from '@/lib/client/queries/snippets';
import { fillVariables, variableKey } from '@/lib/shared/variables';
import type { Outgoing } from './outgoing';
import { templateRequest } from './request-of';

type TemplatePlace = {
  locationId: string;
  contactId: string | null;
  draft: Draft;
  /** Nothing is read before a template is the only way to write. */
  isOn: boolean;
};

/** The templates that Meta has approved, each as it reads for this contact. */
export function useTemplateMode({ locationId, contactId, draft, isOn }: TemplatePlace) {
  const list = useTemplates(locationId, isOn);
  const { data: variables = [] } = useVariables(locationId, contactId, isOn);
  const values = new Map(variables.map(({ name, value }) => [variableKey(name), value ?? '']));
  const templates = (list.data?.templates ?? [])
    .filter(({ kind }) => kind === 'whatsapp')
    .map(({ id, name, text }) => ({ id, name, text: fillVariables(text, values) }));
  const chosen = templates.find(({ id }) => id === draft.templateId);
  const outgoing: Outgoing = {
    label: 'Send template',
    problem: chosen ? null : { field: 'text', message: 'Choose the template to send.' },
    // What was written waits until it can be sent.
    draft: { ...draft, text: '', files: [] },
    kept: { text: draft.text, files: draft.files },
    request: (frame) => templateRequest(chosen?.id ?? '', chosen?.text ?? '', draft, frame),
  };
  return { list, templates, outgoing };
}
export type TemplateMode = ReturnType<typeof useTemplateMode>;
