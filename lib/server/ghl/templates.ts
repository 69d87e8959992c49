import 'server-only';
import { z } from 'zod';
import { attachmentUrls } from './attachments';
import type { GhlClient, ReadOptions } from './client';
import { GhlShapeError } from './errors';
import { callInfo } from './operations';
import { wireAny, wireCount, wireId, wireObject, wireText } from './wire';

export type TemplateType = 'sms' | 'email' | 'whatsapp';

/** A text that the team wrote in GHL. Merge tags come as they are: `{{contact.first_name}}`. */
export type Template = {
  id: string;
  name: string;
  /** GHL's word, an open set. */
  type: string | null;
  subject: string | null;
  text: string | null;
  html: string | null;
  attachmentUrls: string[];
};

const keptMs = 30_000;
const pageSize = 25;

const templateWireSchema = z.object({
  id: wireId,
  name: wireText,
  type: wireText,
  urlAttachments: wireAny,
  template: wireObject(z.object({ body: wireText, subject: wireText, html: wireText, attachments: wireAny })),
});

const pageSchema = z.object({ templates: z.array(z.unknown()), totalCount: wireCount });

/** A page of templates. One without an id is left out; `total` is null when GHL does not say (CONTRACT 4). */
export function listTemplates(
  ghl: GhlClient,
  { type, skip = 0, ...options }: ReadOptions & { type?: TemplateType; skip?: number } = {},
): Promise<{ templates: Template[]; total: number | null }> {
  const operation = 'GET-all-or-email-sms-templates';
  return ghl.reads.read(
    `templates:${type ?? ''}:${skip}`,
    keptMs,
    async (shared) => {
      const answer = await ghl.call(operation, {
        params: { locationId: ghl.locationId },
        query: { originId: ghl.locationId, type, skip, limit: pageSize, deleted: 'false' },
        schema: z.unknown(),
        ...shared,
      });
      const { data } = pageSchema.safeParse(answer);
      if (!data) throw new GhlShapeError(callInfo(operation), { field: 'templates' });
      const templates = data.templates.flatMap((row) => readTemplate(row) ?? []);
      return { templates, total: data.totalCount };
    },
    options,
  );
}

function readTemplate(value: unknown): Template | null {
  const { data } = templateWireSchema.safeParse(value);
  if (!data?.id) return null;
  const { id, name, type, template, urlAttachments } = data;
  return {
    id,
    name: name ?? id,
    type,
    subject: template?.subject ?? null,
    text: template?.body ?? null,
    html: template?.html ?? null,
    attachmentUrls: [
      ...new Set([...attachmentUrls(template?.attachments), ...attachmentUrls(urlAttachments)]),
    ],
  };
}
